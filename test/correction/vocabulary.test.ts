import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { misspellings } from '../../src/correction/vocabulary.ts';

const vocabulary = { 'The P Pod': ['Peapod', 'P-Pod', 'PPod'], Macabee: ['McAbee', 'mac a bee'] };

function corrected(text: string): string {
  return misspellings(text, vocabulary).reduceRight(
    (mended, { start, end, replacement }) => mended.slice(0, start) + replacement + mended.slice(end),
    text,
  );
}

describe('a listed spelling is put right as its sentence needs it', () => {
  test.each([
    ['Welcome to Peapod.', 'Welcome to The P Pod.'],
    ['Welcome back to the P-Pod, friends.', 'Welcome back to The P Pod, friends.'],
    ['The PPod is back.', 'The P Pod is back.'],
    ['One of our early PPod episodes', 'One of our early P Pod episodes'],
    ['I am Steve McAbee’s brother.', 'I am Steve Macabee’s brother.'],
    ['Mac a\nbee, that is me.', 'Macabee, that is me.'],
  ])('%s', (text, expected) => {
    expect(corrected(text)).toBe(expected);
  });
});

describe('what is not the listed word stays', () => {
  test.each([
    'The P Pod is right already.',
    'Write to ThePPod@example.org or look at https://example.org/PPod/ or media/PPod.mp3.',
    'See [the page](../PPod/).',
    'The Peapods of this garden, and a peapod.',
  ])('%s', (text) => {
    expect(corrected(text)).toBe(text);
  });
});

test('a right spelling that holds a wrong one is left whole', () => {
  expect(misspellings('Harbour Talk, and Talk.', { 'Harbour Talk': ['Talk'] })).toMatchObject([{ start: 18, end: 22 }]);
});

test('any text and any list leave nothing listed behind, and change nothing else', () => {
  const words = fc.stringMatching(/^[a-zA-Z().*+?[\]\\ -]{1,8}$/).filter((word) => /\S/.test(word));
  fc.assert(
    fc.property(fc.array(words), words, (said, wrong) => {
      const text = said.join(' ');
      for (const found of misspellings(text, { Zz: [wrong] })) {
        expect(text.slice(found.start, found.end)).toBe(found.words);
        expect(found.words.replace(/\s+/g, ' ').toLowerCase()).toBe(wrong.trim().replace(/\s+/g, ' ').toLowerCase());
      }
    }),
  );
});

test('long texts without a break are read in no time', () => {
  const text = `${'a'.repeat(200_000)} ${'b@'.repeat(50_000)} ${']('.repeat(50_000)} Peapod`;
  expect(misspellings(text, vocabulary)).toHaveLength(1);
});
