import { parseDate, type ZonedInstant } from '../text/dates.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Minutes east of Greenwich of the zone names of RFC 822, and of those that hosts write besides. */
const zones: Readonly<Record<string, number>> = {
  ...{ UT: 0, GMT: 0, UTC: 0, Z: 0, WET: 0, BST: 60, IST: 60, WEST: 60, CET: 60, MEZ: 60, CEST: 120, MESZ: 120 },
  ...{ EET: 120, EEST: 180, MSK: 180, EST: -300, EDT: -240, CST: -360, CDT: -300, MST: -420, MDT: -360 },
  ...{ PST: -480, PDT: -420, AKST: -540, AKDT: -480, HST: -600, JST: 540, AEST: 600, AEDT: 660, NZST: 720, NZDT: 780 },
};

const form =
  /^(?:\p{L}+\.?,?\s+)?(\d{1,2})[\s-]+(\p{L}{3,})\.?,?[\s-]+(\d{2,4})(?:,?\s+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?\s*(\S.*)?$/u;

/**
 * Reads the date of a feed: RFC 2822 in the ways that hosts write it (without the weekday, or with a wrong one, with a
 * two-digit year, the month in full, a zone by name), or ISO 8601. A date without a zone is Greenwich time, as apps read it.
 */
export function parseFeedDate(text: string): ZonedInstant | undefined {
  const trimmed = text.trim().replace(/\s+/g, ' ');
  const match = form.exec(trimmed);
  if (match === null) return dateOf(trimmed);
  const [, day = '', monthName = '', year = '', hour = '0', minute = '00', second = '00', zone = ''] = match;
  const month = months.indexOf(monthName.slice(0, 3).toLowerCase()) + 1;
  const offset = offsetOf(zone);
  if (month === 0 || offset === undefined) return undefined;
  const date = `${fullYear(year)}-${two(month)}-${two(Number(day))}`;
  return dateOf(`${date}T${two(Number(hour))}:${minute}:${second}${offset}`);
}

function dateOf(text: string): ZonedInstant | undefined {
  const parsed = parseDate(text, 'UTC');
  return parsed.kind === 'date' ? parsed.value : undefined;
}

/** `+0100`, `+01:00`, `GMT+1`, `EST`, `GMT (summer)` as `+01:00`; a zone that nobody knows is none. */
function offsetOf(zone: string): string | undefined {
  const clean = zone.replace(/\s*\(.*\)$/, '').toUpperCase();
  if (clean === '') return 'Z';
  const [, sign, hours = '', minutes = '00'] = /^(?:GMT|UTC)?([+-])(\d{1,2}):?(\d{2})?$/.exec(clean) ?? [];
  if (sign !== undefined) return `${sign}${two(Number(hours))}:${minutes}`;
  const known = Object.hasOwn(zones, clean) ? zones[clean] : undefined;
  if (known === undefined) return undefined;
  const size = Math.abs(known);
  return `${known < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** As RFC 2822 reads years of two and three digits. */
function fullYear(year: string): string {
  const value = Number(year);
  if (year.length === 4) return year;
  return String(year.length === 3 ? 1900 + value : value < 50 ? 2000 + value : 1900 + value);
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
