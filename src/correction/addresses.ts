/** A text with web and e-mail addresses, link targets and file names blanked: their spelling is their own. The length stays the same. */
export function withoutAddresses(text: string): string {
  if (!mayHoldOne.test(text)) return text;
  return text.replace(addresses, (address) => ' '.repeat(address.length));
}

/** Most texts hold none: this test saves the search. */
const mayHoldOne = /[@/]|\]\(|[\w-]\.[\w-]/;

/** Each part is bounded or begins only where a word does, so that no text takes long. */
const addresses =
  /\]\([^)]{0,500}\)|[^\s@]{1,64}@\S+|\b(?:https?:\/\/|www\.)[^\s<>()"']+|(?<![\w-])[\w-]+(?:[./][\w-]+)+/gi;
