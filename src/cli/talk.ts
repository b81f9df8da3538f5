import { hanging } from '../text/wrap.ts';
import { widthOf } from './terminal.ts';

/** What ppod says while it works: on standard error, so that standard output holds only what was asked for. */
export interface Talk {
  say(line: string): void;
  /** A line that replaces itself on a terminal; elsewhere a plain line now and then, so that a log shows life. */
  progress(line: string): void;
  /** Takes the progress line away. */
  clear(): void;
}

/** How often a progress line may change, in milliseconds: on a terminal, and in a log. */
const intervals = { terminal: 100, log: 10_000 } as const;

export function talkOn(stream: NodeJS.WriteStream, quiet: boolean): Talk {
  let shown = false;
  let last = stream.isTTY === true ? 0 : Date.now();
  const clear = () => {
    if (shown) stream.write('\r\u001b[K');
    shown = false;
  };
  return {
    clear,
    say(line) {
      clear();
      if (!quiet) stream.write(`${wrapped(line, widthOf(stream))}\n`);
    },
    progress(line) {
      const now = Date.now();
      const interval = stream.isTTY === true ? intervals.terminal : intervals.log;
      if (quiet || line === '' || now - last < interval) return;
      last = now;
      if (stream.isTTY !== true) {
        stream.write(`${line}\n`);
        return;
      }
      stream.write(`\r\u001b[K${line.slice(0, Math.max(10, (widthOf(stream) ?? 80) - 1))}`);
      shown = true;
    },
  };
}

/** Sentences are wrapped at a terminal's width; what is set in (paths, commands to type) is left whole, to be copied. */
function wrapped(text: string, columns: number | undefined): string {
  const lines = text.split('\n').flatMap((line) => {
    const [, mark = '', words = ''] = /^(- )?(\S.*)$/.exec(line) ?? [];
    return words === '' ? [line] : hanging(mark, words, columns);
  });
  return lines.join('\n');
}
