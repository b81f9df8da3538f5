import { Temporal } from 'temporal-polyfill';

/** An instant together with the wall-clock offset under which it was written, so that it can be printed as its author meant it. */
export interface ZonedInstant {
  readonly epochMilliseconds: number;
  /** Minutes east of Greenwich: +60 for British Summer Time. */
  readonly offsetMinutes: number;
}

export type ParsedDate =
  | { readonly kind: 'date'; readonly value: ZonedInstant }
  /** Not a date at all, or a day that no calendar has. */
  | { readonly kind: 'unreadable' }
  /** The clocks went forward over this hour: it never happened. */
  | { readonly kind: 'skipped'; readonly earlier: string; readonly later: string }
  /** The clocks went back over this hour: it happened twice. */
  | { readonly kind: 'repeated'; readonly earlier: string; readonly later: string };

const form = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/;

/**
 * Reads `2026-03-01`, `2026-03-01 18:30` or `2026-03-01T18:30:00+01:00`.
 * Without an offset it is wall-clock time in `timeZone` (IANA); a bare date is the first moment of that day there.
 */
export function parseDate(text: string, timeZone: string): ParsedDate {
  const match = form.exec(text.trim());
  if (match === null) return { kind: 'unreadable' };
  const [, year, month, day, hour, minute, second = '0', offset] = match;
  const date = [Number(year), Number(month), Number(day)] as const;
  try {
    if (hour === undefined) {
      return { kind: 'date', value: zoned(new Temporal.PlainDate(...date).toZonedDateTime(timeZone)) };
    }
    const wallClock = new Temporal.PlainDateTime(...date, Number(hour), Number(minute), Number(second));
    return offset === undefined ? inZone(wallClock, timeZone) : { kind: 'date', value: withOffset(wallClock, offset) };
  } catch (error) {
    if (error instanceof RangeError) return { kind: 'unreadable' };
    throw error;
  }
}

function inZone(wallClock: Temporal.PlainDateTime, timeZone: string): ParsedDate {
  const early = wallClock.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  const late = wallClock.toZonedDateTime(timeZone, { disambiguation: 'later' });
  const { epochMilliseconds } = early;
  if (epochMilliseconds === late.epochMilliseconds) {
    // To ask for the offset itself would look it up again.
    const offsetMinutes = Math.round((inGreenwich(wallClock) - epochMilliseconds) / 60_000);
    return { kind: 'date', value: { epochMilliseconds, offsetMinutes } };
  }
  const kind = early.toPlainDateTime().equals(wallClock) ? 'repeated' : 'skipped';
  return { kind, earlier: isoText(early), later: isoText(late) };
}

function inGreenwich(wallClock: Temporal.PlainDateTime): number {
  return wallClock.toZonedDateTime('UTC').epochMilliseconds;
}

/** The day, as `2026-03-01`, that it is in `timeZone` at an instant in milliseconds since 1970. */
export function dayIn(timeZone: string, epochMilliseconds: number): string {
  const instant = Temporal.Instant.fromEpochMilliseconds(epochMilliseconds);
  return instant.toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    // Intl also takes bare offsets such as "+01:00", which know no summer time.
    return !/^[+-]/.test(name);
  } catch {
    return false;
  }
}

const dayNames = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;
const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** RFC 2822 with a numeric zone: `Wed, 15 Jun 2022 19:00:00 +0100`. English names whatever the locale. */
export function formatRfc2822({ epochMilliseconds, offsetMinutes }: ZonedInstant): string {
  const local = new Date(epochMilliseconds + offsetMinutes * 60_000);
  const day = `${dayNames[local.getUTCDay()]}, ${two(local.getUTCDate())} ${monthNames[local.getUTCMonth()]}`;
  const time = local.toISOString().slice(11, 19);
  return `${day} ${local.getUTCFullYear()} ${time} ${formatOffset(offsetMinutes, '')}`;
}

/** ISO 8601 with the author's own offset: `2022-06-15T19:00:00+01:00`. */
export function formatIso({ epochMilliseconds, offsetMinutes }: ZonedInstant): string {
  const local = new Date(epochMilliseconds + offsetMinutes * 60_000).toISOString().slice(0, 19);
  return `${local}${formatOffset(offsetMinutes, ':')}`;
}

function withOffset(wallClock: Temporal.PlainDateTime, offset: string): ZonedInstant {
  const sign = offset.startsWith('-') ? -1 : 1;
  const digits = offset.replace(/\D/g, '');
  const hours = Number(digits.slice(0, 2));
  const minutes = Number(digits.slice(2, 4));
  if (offset !== 'Z' && (hours > 14 || minutes > 59)) throw new RangeError('no such offset');
  const offsetMinutes = offset === 'Z' ? 0 : sign * (hours * 60 + minutes);
  return {
    epochMilliseconds: inGreenwich(wallClock) - offsetMinutes * 60_000,
    offsetMinutes,
  };
}

function zoned(date: Temporal.ZonedDateTime): ZonedInstant {
  return { epochMilliseconds: date.epochMilliseconds, offsetMinutes: Math.round(date.offsetNanoseconds / 6e10) };
}

function isoText(date: Temporal.ZonedDateTime): string {
  return formatIso(zoned(date));
}

function formatOffset(minutes: number, separator: string): string {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}${separator}${two(size % 60)}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
