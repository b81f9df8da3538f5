import type { Range } from '../text/positions.ts';

/** Longest part of a line that is shown: a transcript's line can be a page long. */
const mostWidth = 100;
const leastWidth = 20;

/**
 * The line of a range, numbered, with the range underlined, in no more than `columns`. `undefined` when the text has no
 * such line.
 */
export function codeFrame(
  text: string,
  { start, end }: Range,
  columns = Number.POSITIVE_INFINITY,
): { readonly line: string; readonly mark: string } | undefined {
  const whole = text.split(/\r?\n/, start.line)[start.line - 1];
  if (whole === undefined || whole.trim() === '') return undefined;
  const gutter = `${start.line} | `;
  // Beside the part that is shown: an ellipsis.
  const width = Math.max(leastWidth, Math.min(mostWidth, columns - gutter.length - 1));
  const from = Math.max(0, start.column - 1 - Math.floor(width / 2));
  const cut = whole.length > width ? from : 0;
  const shown = `${cut > 0 ? '…' : ''}${whole.slice(cut, cut + width)}`.replaceAll('\t', ' ');
  const column = start.column - 1 - cut + (cut > 0 ? 1 : 0);
  const stop = end.line === start.line ? end.column - 1 : whole.length;
  const length = Math.max(1, Math.min(stop - cut + (cut > 0 ? 1 : 0), shown.length) - column);
  return { line: gutter + shown, mark: ' '.repeat(gutter.length + column) + '^'.repeat(length) };
}
