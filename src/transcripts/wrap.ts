/**
 * Breaks a line between words into as few lines of at most `length` characters as it takes, of like
 * length. A longer word has a line of its own.
 */
export function wrapLine(text: string, length: number): readonly string[] {
  const count = fill(text, length).length;
  // The narrowest width that needs no more lines is the balanced one.
  let width = Math.min(length, Math.ceil(text.length / count));
  while (width < length && fill(text, width).length > count) width++;
  return fill(text, width);
}

function fill(text: string, length: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= length) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}
