import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { type Match, matchesOf, withoutAddresses } from './match.ts';

/** Signs that stand between the digits of a number: spaces, dots, brackets, hyphens and dashes. */
const gap = '[ \\u00a0().\\u2010-\\u2013-]{0,2}';
const international = `(?:\\+|\\b00)[1-9](?:${gap}\\d){7,14}`;
const national = `\\(?\\b0[1-9](?:${gap}\\d){8,9}`;
const short = '\\b0800[ -]?1111\\b|\\b0845[ -]?46[ -]?47\\b';
const candidate = new RegExp(`(?<![\\w@/.+-])(?:${international}|${national}|${short})(?!\\d)`, 'g');
/** Few texts hold so many digits so close together; this look saves the search. */
const eightDigits = new RegExp(`\\d(?:${gap}\\d){7}`);
const dateAtStart = /^\d{1,2}[ .-]\d{1,2}[ .-]\d{4}/;

/** Telephone numbers as people in the United Kingdom write them, and those of any country after a plus sign. */
export function findPhoneNumbers(text: string): readonly Match[] {
  if (!eightDigits.test(text)) return [];
  const visible = withoutAddresses(text);
  return matchesOf(visible, candidate).filter(({ start, end }) => {
    const words = visible.slice(start, end);
    return !dateAtStart.test(words) && subscriberNumber(words) !== undefined;
  });
}

/** The digits after country code and leading zero, by which two spellings of a number are compared. */
export function subscriberNumber(words: string): string | undefined {
  const parsed = parsePhoneNumberFromString(words.replace(/^00/, '+'), 'GB');
  return parsed?.isPossible() ? `${parsed.nationalNumber}` : undefined;
}
