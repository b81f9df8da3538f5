import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextSlot } from '../../src/model/rhythm.ts';
import { parseDate, type ZonedInstant } from '../../src/text/dates.ts';

const zone = 'Europe/London';

function dates(...texts: string[]): ZonedInstant[] {
  return texts.map((text) => {
    const parsed = parseDate(text, zone);
    if (parsed.kind !== 'date') throw new Error(text);
    return parsed.value;
  });
}

const at = (text: string) => dates(text)[0]?.epochMilliseconds ?? 0;

test.each([
  ['weekly', ['2026-03-03 09:00', '2026-03-10 09:00', '2026-03-17 09:00'], '2026-03-24 09:00'],
  ['weekly, over the change of clocks', ['2026-03-17 09:00', '2026-03-24 09:00'], '2026-03-31 09:00'],
  ['weekly, once late by a day', ['2026-03-03', '2026-03-11', '2026-03-17', '2026-03-24'], '2026-03-31'],
  ['every other week', ['2026-03-03', '2026-03-17', '2026-03-31'], '2026-04-14'],
  ['on the first of a month', ['2026-01-01 12:30', '2026-02-01 12:30', '2026-03-01 12:30'], '2026-04-01 12:30'],
  ['on the 31st', ['2026-01-31', '2026-03-31', '2026-05-31'], '2026-07-31'],
  ['on the first Tuesday', ['2026-01-06', '2026-02-03', '2026-03-03'], '2026-04-07'],
  ['daily', ['2026-03-03', '2026-03-04', '2026-03-05'], '2026-03-06'],
  ['twice on one day', ['2026-03-03 09:00', '2026-03-03 18:00'], '2026-03-10 18:00'],
])('%s', (_name, past, next) => {
  expect(nextSlot(dates(...past), zone, at('2020-01-01'))).toBe(next);
});

test('slots that have passed are stepped over', () => {
  expect(nextSlot(dates('2026-03-03 09:00', '2026-03-10 09:00'), zone, at('2026-03-31 09:00'))).toBe(
    '2026-04-07 09:00',
  );
});

test('one date has no rhythm', () => {
  expect(nextSlot(dates('2026-03-03'), zone, 0)).toBeUndefined();
});

test('the slot is after every date and after now, and can be read again', () => {
  const day = fc.integer({ min: at('2015-01-01'), max: at('2027-01-01') });
  fc.assert(
    fc.property(fc.array(day, { minLength: 2, maxLength: 12 }), day, (past, now) => {
      const instants = past.map((epochMilliseconds) => ({ epochMilliseconds, offsetMinutes: 0 }));
      const slot = nextSlot(instants, zone, now);
      const parsed = parseDate(slot ?? '', zone);
      expect(parsed.kind).not.toBe('unreadable');
      if (parsed.kind === 'date') expect(parsed.value.epochMilliseconds).toBeGreaterThan(now);
    }),
    { numRuns: 200 },
  );
});
