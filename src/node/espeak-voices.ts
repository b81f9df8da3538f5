/** The synthesiser does not know a language. The message says so to the person who runs ppod. */
export class CannotSpeak extends Error {
  constructor(language: string) {
    super(`espeak-ng has no voice for the language "${language}".`);
  }
}

/** The names by which espeak-ng may know a language: `fr-CA` may be there only as `fr`. */
export function voiceNames(language: string): readonly string[] {
  const tag = language.toLowerCase();
  const [primary = tag] = tag.split('-');
  return /^[a-z]{2,8}(?:-[a-z\d]{1,8})*$/.test(tag) ? [...new Set([tag, primary])] : [];
}
