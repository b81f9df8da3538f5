import { type Match, matchesOf, withoutAddresses } from './match.ts';

/** Groups of digits with at most three spaces or hyphens between them; no part of a decimal or a time. */
const run = /(?<![\w.,:/+])\d+(?:[ \t\u00a0\u2010-\u2013-]{1,3}\d+)*(?![\w]|[:/]\d)/g;
/** Few texts hold so many digits so close together; this look saves the search. */
const tenDigits = /\d(?:[ \t\u00a0\u2010-\u2013-]{0,3}\d){9}/;
const isoDate = /\b(?:19|20)\d\d-\d\d-\d\d\b/g;

/** NHS numbers: ten digits, however they are spaced, whose last is the check digit of the others. */
export function findNhsNumbers(text: string): readonly Match[] {
  if (!tenDigits.test(text)) return [];
  const visible = withoutAddresses(text).replace(isoDate, (words) => '.'.repeat(words.length));
  return matchesOf(visible, run).flatMap(({ start, end }) => inRun(visible.slice(start, end), start));
}

function inRun(words: string, offset: number): readonly Match[] {
  const groups = matchesOf(words, /\d+/g);
  const found: Match[] = [];
  for (let first = 0; first < groups.length; first++) {
    let digits = '';
    for (let last = first; last < groups.length && digits.length < 10; last++) {
      const group = groups[last];
      digits += words.slice(group?.start, group?.end);
      if (!isNhsNumber(digits)) continue;
      found.push({ start: offset + (groups[first]?.start ?? 0), end: offset + (group?.end ?? 0) });
      first = last;
      break;
    }
  }
  return found;
}

/** Whether ten digits without spaces carry the check digit (modulus 11, weights 10 to 2). */
export function isNhsNumber(digits: string): boolean {
  if (!/^\d{10}$/.test(digits) || /^(\d)\1*$/.test(digits)) return false;
  const sum = [...digits.slice(0, 9)].reduce((total, digit, index) => total + Number(digit) * (10 - index), 0);
  return (11 - (sum % 11)) % 11 === Number(digits[9]);
}
