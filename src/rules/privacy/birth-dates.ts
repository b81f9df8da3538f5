import { type Match, matchesOf } from './match.ts';

const month =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const day = '\\d{1,2}(?:st|nd|rd|th)?';
const date = [
  '\\d{4}-\\d{1,2}-\\d{1,2}',
  '\\d{1,2}[/. -]\\d{1,2}[/. -]\\d{2,4}',
  `${day}(?: of)? ${month}(?:,? \\d{2,4})?`,
  `${month} ${day}(?:,? \\d{4})?`,
].join('|');
const birth = '(?:d\\.? ?o\\.? ?b\\b\\.?|dates? of birth|birth ?dates?|birthday|born)';
const mention = new RegExp(birth, 'i');
const patterns = [
  new RegExp(`\\b${birth}[^\\d.!?\\n]{0,25}?(?<!\\d)\\b(?:${date})\\b`, 'gi'),
  new RegExp(`\\b(?:${date})\\b[ ,(–-]{0,4}(?:d\\.? ?o\\.? ?b\\b|date of birth)`, 'gi'),
];

/** A day beside words that make it somebody's day of birth. A year or month alone is not found. */
export function findBirthDates(text: string): readonly Match[] {
  if (!/\d/.test(text) || !mention.test(text)) return [];
  return patterns.flatMap((pattern) => matchesOf(text, pattern));
}
