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
