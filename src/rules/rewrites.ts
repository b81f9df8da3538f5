import { parseDate } from '../text/dates.ts';

/** From a value as it stands in the file to how it should stand there; `undefined` where that would be a guess. */
export type Rewrite = (source: string) => string | undefined;

const monthNames =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/i;
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const time = '(?:[T ,]+(?:at )?(?<hour>\\d{1,2}):(?<minute>\\d{2}))?$';
const dateForms: readonly RegExp[] = [
  new RegExp(`^(?<year>\\d{4})[-/. ](?<month>\\d{1,2})[-/. ](?<day>\\d{1,2})${time}`),
  new RegExp(`^(?<first>\\d{1,2})[-/. ](?<second>\\d{1,2})[-/. ](?<year>\\d{4})${time}`),
  new RegExp(`^(?<day>\\d{1,2})(?:st|nd|rd|th)?(?: of)? (?<month>[a-z]{3,9})\\.?,? (?<year>\\d{4})${time}`, 'i'),
  new RegExp(`^(?<month>[a-z]{3,9})\\.? (?<day>\\d{1,2})(?:st|nd|rd|th)?,? (?<year>\\d{4})${time}`, 'i'),
];

/** `1 March 2026`, `2026/3/1` or `13/03/2026` as 2026-03-01. A date such as 03/04/2026 has two readings and stays. */
export const dateForm: Rewrite = (source) => withinQuotes(source, dateIn);

function dateIn(written: string): string | undefined {
  const words = written.trim().replace(/\s+/g, ' ');
  const parts = dateForms.map((form) => form.exec(words)?.groups).find((groups) => groups !== undefined);
  if (parts === undefined) return undefined;
  const { year, hour, minute } = parts;
  const [day = '', month = ''] = parts['first'] === undefined ? [parts['day'], parts['month']] : dayAndMonth(parts);
  const date = `${year}-${monthNumber(month)}-${day.padStart(2, '0')}`;
  const moment = hour === undefined ? date : `${date} ${hour.padStart(2, '0')}:${minute}`;
  return parseDate(moment, 'UTC').kind === 'date' ? moment : undefined;
}

/** The order of the United Kingdom or of America: known only when one of the numbers is above twelve, or both are the same. */
function dayAndMonth({ first = '', second = '' }: Readonly<Record<string, string>>): readonly string[] {
  if (Number(first) > 12 || first === second) return [first, second];
  return Number(second) > 12 ? [second, first] : [];
}

/** Two figures, or nothing when it is no month. */
function monthNumber(month: string): string {
  if (/^\d+$/.test(month)) return month.padStart(2, '0');
  return monthNames.test(month) ? String(months.indexOf(month.slice(0, 3).toLowerCase()) + 1).padStart(2, '0') : '';
}

/** The value in quotes, letter for letter: YAML then takes it for text. */
export const quoted: Rewrite = (source) => {
  const words = source.trim();
  if (words === '' || /[\r\n]|^["'[{|>&]/.test(words)) return undefined;
  return /["\\]/.test(words) ? `'${words.replaceAll("'", "''")}'` : `"${words}"`;
};

/** A whole number without the quotes around it. */
export const bareNumber: Rewrite = (source) => /^(["'])\s*([1-9]\d*)\s*\1$/.exec(source)?.[2];

/** yes, no, on, off and their like as true or false. */
export const truthValue: Rewrite = (source) => {
  const [, word = ''] = /^["']?\s*([a-z]+)\s*["']?$/i.exec(source) ?? [];
  if (/^(?:true|yes|on|y)$/i.test(word)) return 'true';
  return /^(?:false|no|off|n)$/i.test(word) ? 'false' : undefined;
};

/** Another value in place of it, with the same quotes around. */
export function replacedBy(value: string): Rewrite {
  return (source) => withinQuotes(source, () => value);
}

/** One space in place of several, of no-break spaces and of tabs; only within a line. */
export const singleSpaced: Rewrite = (source) =>
  /[\r\n\\]/.test(source) ? undefined : source.replace(/[ \t\u00a0\u202f]{2,}|[\t\u00a0\u202f]/g, ' ');

function withinQuotes(source: string, rewrite: Rewrite): string | undefined {
  const [, quote = '', inside = source] = /^(["'])([^"'\\]*)\1$/.exec(source) ?? [];
  const rewritten = /["'\\\r\n]/.test(inside) ? undefined : rewrite(inside);
  return rewritten === undefined ? undefined : `${quote}${rewritten}${quote}`;
}
