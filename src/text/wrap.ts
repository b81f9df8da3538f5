/**
 * Breaks a line between words into as few lines of at most `length` characters as it takes, of like
 * length. A longer word has a line of its own.
 */
export function wrapLine(text: string, length: number): readonly string[] {
  const count = countLines(text, length);
  // The narrowest width that needs no more lines is the balanced one.
  let width = Math.min(length, Math.ceil(text.length / count));
  while (width < length && countLines(text, width) > count) width++;
  return fillLines(text, width);
}

function countLines(text: string, length: number): number {
  let count = 1;
  for (let end = endOfLine(text, 0, length); end < text.length; end = endOfLine(text, end + 1, length)) count++;
  return count;
}

/** Breaks greedily, into as few lines as can be. */
export function fillLines(text: string, length: number): readonly string[] {
  const lines: string[] = [];
  let start = 0;
  for (let end = endOfLine(text, 0, length); end < text.length; end = endOfLine(text, start, length)) {
    lines.push(text.slice(start, end));
    start = end + 1;
  }
  return [...lines, text.slice(start)];
}

/** The space at which the line that begins at `start` ends, or the end of the text. */
function endOfLine(text: string, start: number, length: number): number {
  if (text.length - start <= length) return text.length;
  const last = text.lastIndexOf(' ', start + length);
  const end = last >= start ? last : text.indexOf(' ', start);
  return end === -1 ? text.length : end;
}

/**
 * A text behind `head`, its further lines below its first. `columns`: how wide the terminal is; where it is none, the
 * text stays in one line, for programs.
 */
export function hanging(head: string, text: string, columns: number | undefined): readonly string[] {
  if (columns === undefined) return [`${head}${text}`];
  const lines = fillLines(text, Math.max(20, columns - head.length - 1));
  return lines.map((line, index) => `${index === 0 ? head : ' '.repeat(head.length)}${line}`);
}
