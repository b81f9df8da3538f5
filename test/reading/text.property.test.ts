import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodePath } from '../../src/model/urls.ts';
import { formatIso, formatRfc2822, parseDate } from '../../src/text/dates.ts';
import { decodeText } from '../../src/text/decode.ts';
import { parseFrontmatter } from '../../src/text/frontmatter.ts';
import { LineIndex } from '../../src/text/positions.ts';
import { formatTimeCode, parseTimeCode } from '../../src/text/time-code.ts';

describe('LineIndex', () => {
  test('agrees with counting newlines', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '\n', '\r', 'é') }), fc.nat(), (text, seed) => {
        const offset = text.length === 0 ? 0 : seed % (text.length + 1);
        const before = text.slice(0, offset);
        const { line, column } = new LineIndex(text).position(offset);
        expect(line).toBe(before.split('\n').length);
        expect(column).toBe(offset - (before.lastIndexOf('\n') + 1) + 1);
      }),
    );
  });
});

describe('parseFrontmatter', () => {
  test('never throws, and points inside the file', () => {
    const unit = fc.constantFrom(
      '---',
      '\n',
      'a',
      ': ',
      '"',
      '[',
      '{',
      '- ',
      '\t',
      '&',
      '*',
      '\r\n',
      '#',
      '|',
      '!!js/function x',
    );
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        for (const source of [text, `---\n${text}\n---\nbody`]) {
          const parsed = parseFrontmatter(source);
          for (const { range } of parsed.problems) expect(range.end.offset).toBeLessThanOrEqual(source.length);
          expect(parsed.locate(['a', 0]).end.offset).toBeLessThanOrEqual(source.length);
          expect(source.endsWith(parsed.body)).toBe(true);
        }
      }),
      { numRuns: 3000 },
    );
  });

  test('the notes begin where they begin', () => {
    const text = '---\r\ntitle: x\r\n---\r\nNotes here.\r\n';
    const frontmatter = parseFrontmatter(text);
    expect(frontmatter.body).toBe('Notes here.\r\n');
    expect(frontmatter.locateInBody(6, 10).start).toMatchObject({ line: 4, column: 7 });
  });
});

describe('dates', () => {
  test.each([
    ['2026-03-01', 'Europe/London', 'Sun, 01 Mar 2026 00:00:00 +0000'],
    ['2026-07-01', 'Europe/London', 'Wed, 01 Jul 2026 00:00:00 +0100'],
    ['2026-07-01 09:30', 'America/New_York', 'Wed, 01 Jul 2026 09:30:00 -0400'],
    ['2026-07-01T09:30:15+05:30', 'Europe/London', 'Wed, 01 Jul 2026 09:30:15 +0530'],
    ['2026-07-01T09:30Z', 'Europe/London', 'Wed, 01 Jul 2026 09:30:00 +0000'],
    // Clocks there go forward at midnight: the day begins at one.
    ['2026-04-24', 'Africa/Cairo', 'Fri, 24 Apr 2026 01:00:00 +0300'],
    // Half a minute less than 45 minutes behind.
    ['1960-07-01 09:30', 'Africa/Monrovia', 'Fri, 01 Jul 1960 09:30:30 -0044'],
  ])('%s in %s', (text, zone, expected) => {
    const parsed = parseDate(text, zone);
    expect(parsed.kind === 'date' && formatRfc2822(parsed.value)).toBe(expected);
  });

  test('what is printed is read back as the same instant and offset', () => {
    const date = fc.record({
      epochMilliseconds: fc.integer({ min: 0, max: 4_000_000_000 }).map((seconds) => seconds * 1000),
      offsetMinutes: fc.integer({ min: -14 * 60, max: 14 * 60 }),
    });
    fc.assert(
      fc.property(date, (value) => {
        expect(parseDate(formatIso(value), 'UTC')).toEqual({ kind: 'date', value });
      }),
    );
  });

  test('any other text is not a date, and never an exception', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('2', '0', '1', '-', ':', 'T', ' ', 'Z', '+', '9') }), (text) => {
        expect(['date', 'unreadable', 'skipped', 'repeated']).toContain(parseDate(text, 'Europe/London').kind);
      }),
    );
  });
});

test('an encoded path holds safe characters alone, and is decoded to the same', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.oneof(fc.constantFrom(..."aZ0-_.~/!*()'% \n"), fc.string({ unit: 'grapheme' })) }),
      (path) => {
        const encoded = encodePath(path);
        expect(encoded).toMatch(/^(?:[\w.~/-]|%[\dA-F]{2})*$/);
        expect(decodeURIComponent(encoded)).toBe(path.normalize('NFC'));
      },
    ),
  );
});

describe('time codes', () => {
  test.each([
    ['90', 90],
    ['1:30', 90],
    ['00:01:30', 90],
    ['01:01:01.5', 3661.5],
    ['1:75', undefined],
    ['soon', undefined],
  ])('%s', (text, seconds) => {
    expect(parseTimeCode(text)).toBe(seconds);
  });

  test('what is printed is read back', () => {
    fc.assert(
      fc.property(fc.nat(400_000), (seconds) => {
        expect(parseTimeCode(formatTimeCode(seconds))).toBe(seconds);
      }),
    );
  });
});

test('any bytes are some text', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(typeof decodeText(bytes).text).toBe('string');
    }),
  );
});
