/** What Windows-1252 has at 0x80 to 0x9F. Five places are empty there; they stay as they are. */
const characters = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/**
 * Text that was decoded as Latin-1 although it was Windows-1252, put right: U+0080 to U+009F, which nobody types, become
 * the quotes and dashes they were. Some versions of Node 20 need this for what their own windows-1252 decoder makes, too.
 */
export function restoreWindows1252(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (character) => characters.charAt(character.charCodeAt(0) - 0x80));
}
