/**
 * Breaks a line between words into as few lines of at most `length` characters as it takes, of like
 * length. A longer word has a line of its own.
 */
export function wrapLine(text: string, length: number): readonly string[] {
  if (text.length <= length) return [text];
  const sizes = text.split(' ').map((word) => word.length);
  const count = linesFor(sizes, length);
  // The narrowest width that needs no more lines is the balanced one.
  let width = Math.min(length, Math.ceil(text.length / count));
  while (width < length && linesFor(sizes, width) > count) width++;
  return fillLines(text, width);
}

/** How many lines words of these sizes fill. */
function linesFor(sizes: readonly number[], length: number): number {
  let count = 0;
  let filled = Number.POSITIVE_INFINITY;
  for (const size of sizes) {
    const isNew = filled + 1 + size > length;
    if (isNew) count++;
    filled = isNew ? size : filled + 1 + size;
  }
  return count;
}

/** Breaks greedily, into as few lines as can be. */
export function fillLines(text: string, length: number): readonly string[] {
  const lines: string[] = [];
  const [first = '', ...words] = text.split(' ');
  let line = first;
  for (const word of words) {
    if (line.length + 1 + word.length <= length) {
      line += ` ${word}`;
    } else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line];
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
