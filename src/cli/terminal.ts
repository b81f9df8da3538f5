export type ColorSetting = 'auto' | 'always' | 'never';

/** Whether to colour: `--color` wins, then NO_COLOR, then a real terminal that is not "dumb". */
export function wantsColor(
  setting: ColorSetting,
  stream: { isTTY?: boolean | undefined },
  env: NodeJS.ProcessEnv,
): boolean {
  if (setting !== 'auto') return setting === 'always';
  if (env['NO_COLOR']) return false;
  return stream.isTTY === true && env['TERM'] !== 'dumb';
}

/** How many characters a line of the terminal holds; `undefined` where there is none, or it does not know: some say 0. */
export function widthOf({ columns }: { columns?: number | undefined }): number | undefined {
  return columns === 0 ? undefined : columns;
}

/** Whether a person can be asked: a terminal to read from and to write to, and no CI job around us. */
export function canAsk(
  { stdin, stderr }: { stdin: { isTTY?: boolean | undefined }; stderr: { isTTY?: boolean | undefined } },
  env: NodeJS.ProcessEnv,
): boolean {
  const isJob = !['', '0', 'false'].includes(env['CI'] ?? '');
  return stdin.isTTY === true && stderr.isTTY === true && env['TERM'] !== 'dumb' && !isJob;
}

/** A path as it is typed on a command line. */
export function asArgument(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : `"${path.replace(/["$`\\]/g, '\\$&')}"`;
}
