/**
 * How a file writes fractions of a second. Microsoft Teams writes milliseconds without leading zeros
 * (`0:0:6.90` is 6.090 s); everyone else writes a decimal fraction (`6.90` is 6.9 s).
 */
export type Fractions = 'decimal' | 'milliseconds';

export interface CueTiming {
  readonly startSeconds: number | undefined;
  readonly endSeconds: number | undefined;
}

const unpadded = /\b\d+:(?:\d:\d|\d\d:\d\.)/;
const clock = /^(?:(?:(\d+):)?(\d+):)?(\d+)(?:[.,](\d+))?$/;

/** Tells from the times of a whole file how it writes fractions. */
export function fractionsOf(text: string): Fractions {
  const timings = text.match(/^.*-->.*$/gm) ?? [];
  return timings.some((line) => unpadded.test(line)) ? 'milliseconds' : 'decimal';
}

/** Reads `01:02:03.450`, `1:02.45`, `62.45` or `00:01:02,450` as seconds, to the millisecond. */
export function parseCueTime(text: string, fractions: Fractions = 'decimal'): number | undefined {
  const match = clock.exec(text.trim());
  if (match === null) return undefined;
  const [, hours = '0', minutes = '0', seconds = '0', fraction = '0'] = match;
  if (match[2] !== undefined && (Number(seconds) > 59 || (match[1] !== undefined && Number(minutes) > 59)))
    return undefined;
  const milliseconds =
    fractions === 'milliseconds' && fraction.length <= 3
      ? Number(fraction)
      : Math.round(Number(`0.${fraction}`) * 1000);
  return (Number(hours) * 3_600_000 + Number(minutes) * 60_000 + Number(seconds) * 1000 + milliseconds) / 1000;
}

/** `01:02:03.450`, with `,` before the milliseconds for SubRip. */
export function formatCueTime(seconds: number, separator: '.' | ','): string {
  const milliseconds = Math.round(seconds * 1000);
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const [h, m, s] = [milliseconds / 3_600_000, (milliseconds / 60_000) % 60, (milliseconds / 1000) % 60];
  return `${two(h)}:${two(m)}:${two(s)}${separator}${String(milliseconds % 1000).padStart(3, '0')}`;
}
