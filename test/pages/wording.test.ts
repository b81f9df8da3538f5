import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Segment, Transcript } from '../../src/model/transcript.ts';
import { sectionsOf } from '../../src/outputs/pages/transcript-sections.ts';
import { formatDay, formatLength, formatSize } from '../../src/outputs/pages/wording.ts';
import { excerpt } from '../../src/text/excerpt.ts';

describe('dates', () => {
  const newYear = { epochMilliseconds: Date.UTC(2025, 11, 31, 23, 30), offsetMinutes: 60 };

  test('are those of the author, whatever the zone of this machine', () => {
    expect(formatDay(newYear, 'en-GB')).toBe('1 January 2026');
    expect(formatDay({ ...newYear, offsetMinutes: 0 }, 'en')).toBe('31 December 2025');
  });

  test('are numbers where the pages do not know the names of months', () => {
    expect(formatDay(newYear, 'cy')).toBe('2026-01-01');
  });
});

test.each([
  [1, '1 second'],
  [59.4, '59 seconds'],
  [59.6, '1 minute'],
  [1862.4, '31 minutes'],
  [3599, '1 hour'],
  [7380, '2 hours 3 minutes'],
])('%d seconds are %s', (seconds, text) => {
  expect(formatLength(seconds)).toBe(text);
});

test.each([
  [900, '1 kB'],
  [640_000, '640 kB'],
  [12_400_000, '12.4 MB'],
])('%d bytes are %s', (bytes, text) => {
  expect(formatSize(bytes)).toBe(text);
});

describe('an excerpt', () => {
  test('ends between words', () => {
    expect(excerpt('What  the tide\ntables are, and why', 26)).toBe('What the tide tables are…');
    expect(excerpt('short', 26)).toBe('short');
  });

  test('never cuts an emoji in half, and never grows', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.integer({ min: 2, max: 40 }), (text, limit) => {
        const cut = excerpt(text, limit);
        expect(cut.length).toBeLessThanOrEqual(limit + 1);
        expect(Buffer.from(cut).toString()).toBe(cut);
      }),
    );
  });
});

describe('chapters in a transcript', () => {
  const segments = fc.array(fc.tuple(fc.nat(100), fc.nat(10), fc.string({ minLength: 1 })), { minLength: 1 });
  const chapters = fc
    .array(fc.nat(100), { maxLength: 5 })
    .map((starts) => starts.toSorted((a, b) => a - b).map((startSeconds) => ({ startSeconds, title: 'Chapter' })));

  test('never change a word, its order or its speaker, however the times lie', () => {
    fc.assert(
      fc.property(fc.array(segments, { maxLength: 4 }), chapters, (turns, marks) => {
        const transcript: Transcript = {
          source: 'x.vtt',
          format: 'webvtt',
          isTimed: true,
          turns: turns.map((lines, index) => ({
            speaker: { name: `Speaker ${index}` },
            paragraphs: [
              lines.map(
                ([start, length, text]): Segment => ({
                  text,
                  startSeconds: start,
                  endSeconds: start + length,
                  line: 1,
                }),
              ),
            ],
          })),
        };
        const sections = sectionsOf(transcript, marks);
        expect(spoken(sections.flatMap((section) => section.turns))).toEqual(spoken(transcript.turns));
        expect(sections.filter(({ chapter }) => chapter !== undefined)).toHaveLength(marks.length);
      }),
    );
  });
});

function spoken(turns: Transcript['turns']) {
  return turns.flatMap(({ speaker, paragraphs }) => paragraphs.flat().map(({ text }) => [speaker?.name, text]));
}
