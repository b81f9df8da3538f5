/**
 * Breaks a line between words into as few lines of at most `length` characters as it takes, of like
 * length. A longer word has a line of its own.
 */
export function wrapLine(text: string, length: number): readonly string[] {
  const count = fillLines(text, length).length;
  // The narrowest width that needs no more lines is the balanced one.
  let width = Math.min(length, Math.ceil(text.length / count));
  while (width < length && fillLines(text, width).length > count) width++;
  return fillLines(text, width);
}

/** Breaks greedily, into as few lines as can be. */
export function fillLines(text: string, length: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= length) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
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
