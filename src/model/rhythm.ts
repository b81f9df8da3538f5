import { Temporal } from 'temporal-polyfill';
import type { ZonedInstant } from '../text/dates.ts';

/** How many of the last episodes show the rhythm: older habits may have been given up. */
const memory = 8;

/**
 * The next date in the rhythm of `dates`, as frontmatter writes it: after the last of them, and after `now` (milliseconds
 * since 1970). Weekly, every so many weeks, monthly by day or by weekday, or a number of days; at the usual time.
 * With fewer than two dates there is no rhythm: `undefined`.
 */
export function nextSlot(dates: readonly ZonedInstant[], timeZone: string, now: number): string | undefined {
  const past = dates
    .map(({ epochMilliseconds }) => Temporal.Instant.fromEpochMilliseconds(epochMilliseconds))
    .map((instant) => instant.toZonedDateTimeISO(timeZone))
    .sort((a, b) => Temporal.ZonedDateTime.compare(a, b))
    .slice(-memory);
  const last = past.at(-1);
  if (last === undefined || past.length < 2) return undefined;
  const days = past.map((date) => date.toPlainDate());
  const step = stepOf(days);
  const time = last.toPlainTime();
  let day = step(last.toPlainDate());
  while (day.toZonedDateTime({ timeZone, plainTime: time }).epochMilliseconds <= now) day = step(day);
  const isMidnight = time.equals(new Temporal.PlainTime());
  return isMidnight ? day.toString() : `${day.toString()} ${time.toString({ smallestUnit: 'minute' })}`;
}

type Day = Temporal.PlainDate;
type Step = (day: Day) => Day;

function stepOf(days: readonly Day[]): Step {
  const gaps = days.slice(1).map((day, index) => (days[index] ?? day).until(day).days);
  const usual = Math.max(1, median(gaps));
  const months = Math.max(1, Math.round(usual / 30.44));
  const areAll = (quality: (day: Day) => number) => new Set(days.map(quality)).size === 1;
  const isMonthly = usual >= 28 && Math.min(...gaps) >= 27;
  if (isMonthly && areAll((day) => day.day)) {
    const [{ day: dayOfMonth } = { day: 1 }] = days;
    return (day) => day.with({ day: 1 }).add({ months }).with({ day: dayOfMonth });
  }
  const isSameWeekday = areAll((day) => day.dayOfWeek);
  if (isMonthly && isSameWeekday && areAll(weekOfMonth)) return (day) => sameWeekdayIn(day, months);
  return (day) => day.add({ days: isSameWeekday ? Math.max(7, Math.round(usual / 7) * 7) : usual });
}

/** 1 for the first Tuesday of a month, 2 for the second. */
function weekOfMonth(day: Day): number {
  return Math.ceil(day.day / 7);
}

/** The first Tuesday of a later month for the first Tuesday of this one. A fifth one becomes the last. */
function sameWeekdayIn(day: Day, months: number): Day {
  const first = day.with({ day: 1 }).add({ months });
  const earliest = first.add({ days: (day.dayOfWeek - first.dayOfWeek + 7) % 7 });
  const wanted = earliest.add({ weeks: weekOfMonth(day) - 1 });
  return wanted.month === first.month ? wanted : wanted.subtract({ weeks: 1 });
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}
