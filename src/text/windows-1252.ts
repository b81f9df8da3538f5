/** What Windows-1252 has at 0x80 to 0x9F; five places are empty. */
const characters = '€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ';

/**
 * Text that was decoded as Latin-1 although it was Windows-1252, put right: U+0080 to U+009F, which nobody types, become
 * the quotes and dashes they were. Node 20's own decoder for windows-1252 needs this too.
 */
export function restoreWindows1252(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (character) => characters[character.charCodeAt(0) - 0x80] ?? '');
}
