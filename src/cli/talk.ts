/** What ppod says while it works: on standard error, so that standard output holds only what was asked for. */
export interface Talk {
  say(line: string): void;
  /** A line that replaces itself on a terminal; elsewhere nothing, since nobody watches. */
  progress(line: string): void;
}

/** How often a progress line may change, in milliseconds. */
const interval = 100;

export function talkOn(stream: NodeJS.WriteStream, quiet: boolean): Talk {
  let shown = false;
  let last = 0;
  const clear = () => {
    if (shown) stream.write('\r\u001b[K');
    shown = false;
  };
  return {
    say(line) {
      clear();
      if (!quiet) stream.write(`${line}\n`);
    },
    progress(line) {
      const now = Date.now();
      if (quiet || stream.isTTY !== true || now - last < interval) return;
      last = now;
      stream.write(`\r\u001b[K${line.slice(0, Math.max(10, (stream.columns ?? 80) - 1))}`);
      shown = true;
    },
  };
}
