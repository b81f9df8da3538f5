/** A stretch of a text, as offsets in UTF-16 units. */
export interface Match {
  readonly start: number;
  readonly end: number;
}

/** Every match of `pattern`, which must be global. */
export function matchesOf(text: string, pattern: RegExp): readonly Match[] {
  return [...text.matchAll(pattern)].map(({ index, 0: words }) => ({ start: index, end: index + words.length }));
}

/** The text with web addresses blanked: the numbers in them mean something else. Its length stays the same. */
export function withoutAddresses(text: string): string {
  return text.replace(/\b(?:https?:\/\/|www\.)[^\s<>()"']+/gi, (address) => ' '.repeat(address.length));
}
