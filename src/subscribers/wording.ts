import type { SourceItem } from '../feeds/feed.ts';
import { htmlWords } from '../feeds/html-words.ts';
import { cleanLine } from '../text/xml.ts';

/** An episode as a sentence names it. */
export function nameOf({ title, position }: SourceItem): string {
  return title === '' ? `item ${position} of the feed` : quote(cleanLine(title));
}

/** A value as a sentence names it. */
export function quote(value: string | number | boolean | undefined): string {
  if (value === undefined || value === '') return 'not given';
  return typeof value === 'string' ? `"${value.length > 90 ? `${value.slice(0, 87)}…` : value}"` : String(value);
}

/** Texts are the same when their words are. */
export function isSame(a: string | number | boolean | undefined, b: string | number | boolean | undefined): boolean {
  return typeof a === 'string' && typeof b === 'string' ? htmlWords(a) === htmlWords(b) : a === b;
}
