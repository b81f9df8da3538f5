import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findBirthDates } from '../../src/rules/privacy/birth-dates.ts';
import { findEmailAddresses } from '../../src/rules/privacy/email-addresses.ts';
import { findInsuranceNumbers } from '../../src/rules/privacy/insurance-numbers.ts';
import type { Match } from '../../src/rules/privacy/match.ts';
import { findNhsNumbers, isNhsNumber } from '../../src/rules/privacy/nhs-numbers.ts';
import { findPhoneNumbers } from '../../src/rules/privacy/phone-numbers.ts';
import { findPostcodes } from '../../src/rules/privacy/postcodes.ts';

const scanners = {
  findBirthDates,
  findEmailAddresses,
  findInsuranceNumbers,
  findNhsNumbers,
  findPhoneNumbers,
  findPostcodes,
};

function wordsAt(text: string, matches: readonly Match[]): readonly string[] {
  return matches.map(({ start, end }) => text.slice(start, end));
}

/** Text in which numbers, signs and letters of details are common. */
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: fc.constantFrom(...'0123456789 ()+-./@:TA4DYQborn on May\u00a0\n'), maxLength: 200 }),
);

test.each(Object.entries(scanners))('%s takes any text, and points inside it', (_, find) => {
  fc.assert(
    fc.property(text, (words) => {
      for (const { start, end } of find(words)) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(words.length);
      }
    }),
    { numRuns: 300 },
  );
});

test.each(Object.entries(scanners))(
  '%s reads long lines in a breath',
  (_, find) => {
    for (const part of ['0', '07 ', 'a.', '@', 'a@', 'born 1 ', 'A', 'AB 12 ', '-', '(0', '+4'])
      find(part.repeat(20_000));
  },
  20_000,
);

describe('NHS numbers', () => {
  const number = fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: 9, maxLength: 9 })
    .map((digits) => {
      const sum = digits.reduce((total, digit, index) => total + digit * (10 - index), 0);
      return { digits, check: (11 - (sum % 11)) % 11 };
    })
    .filter(({ check, digits }) => check < 10 && new Set(digits).size > 1)
    .map(({ digits, check }) => [...digits, check].join(''));
  const gap = fc.constantFrom('', '', ' ', '-', '\u00a0');

  test('are found whatever spaces stand between their digits', () => {
    fc.assert(
      fc.property(number, fc.array(gap, { minLength: 9, maxLength: 9 }), (digits, gaps) => {
        const written = [...digits].map((digit, index) => digit + (gaps[index] ?? '')).join('');
        fc.pre(!/\d{4}-\d\d-\d\d/.test(written));
        const sentence = `The number, ${written}, is hers.`;
        expect(wordsAt(sentence, findNhsNumbers(sentence))).toEqual([written]);
      }),
    );
  });

  test('are found after another number', () => {
    expect(wordsAt('In 2024 943 476 5919 rang', findNhsNumbers('In 2024 943 476 5919 rang'))).toEqual(['943 476 5919']);
  });

  test('have a check digit', () => {
    fc.assert(
      fc.property(number, fc.integer({ min: 1, max: 9 }), (digits, more) => {
        const wrong = (Number(digits[9]) + more) % 10;
        expect([isNhsNumber(digits), isNhsNumber(digits.slice(0, 9) + wrong)]).toEqual([true, false]);
      }),
    );
  });
});

test.each([
  ['ring 01823 356000 or 07700 900123.', ['01823 356000', '07700 900123']],
  ['(01823) 356 000, 020 7946 0018', ['(01823) 356 000', '020 7946 0018']],
  ['+44 (0)1823 356000; 0044 1823 356000', ['+44 (0)1823 356000', '0044 1823 356000']],
  ['Childline is 0800 1111.', ['0800 1111']],
  ['01823 356000 07700 900123', ['01823 356000', '07700 900123']],
  ['+33 1 42 68 53 00', ['+33 1 42 68 53 00']],
  ['330 reviews, 2023-24, 10.30 to 11.45, page 0123, 2025-03-11 09:00:00', []],
  ['ISBN 0-19-852663-6, 01.02.2023 10:30, 00:12:30.400', []],
  ['https://example.org/01823356000 and 999', []],
])('telephone numbers in %s', (sentence, found) => {
  expect(wordsAt(sentence, findPhoneNumbers(sentence))).toEqual(found);
});

test.each([
  ['at TA1 4DY, BS1 5TR and ec1a 1bb', ['TA1 4DY', 'BS1 5TR', 'ec1a 1bb']],
  ['SW1A2AA', ['SW1A2AA']],
  ['A4 2BB paper, M5 3rd exit, section 47 1st part, B12 4th', []],
  ['H264 1080p, GCSE2 3BB, X9 9XX, C19 2VV', []],
])('postcodes in %s', (sentence, found) => {
  expect(wordsAt(sentence, findPostcodes(sentence))).toEqual(found);
});

test.each([
  ['born on 3 May 2011', true],
  ['DOB: 03/05/2011', true],
  ['D.O.B. 3.5.11', true],
  ['her date of birth is the 3rd of May 2011', true],
  ['born May 3rd, 2011', true],
  ['03/05/2011 (date of birth)', true],
  ['She was born in 2011.', false],
  ['Hopes were born. On 3 May 2011 the report came.', false],
  ['The report of 3 May 2011', false],
])('a date of birth in %s: %s', (sentence, isFound) => {
  expect(findBirthDates(sentence).length > 0).toBe(isFound);
});

test.each([
  ['AB 12 34 56 C and ab123456d', ['AB 12 34 56 C', 'ab123456d']],
  ['QQ 12 34 56 C, BG123456A, AB 12 34 56 E, XAB123456C', []],
])('National Insurance numbers in %s', (sentence, found) => {
  expect(wordsAt(sentence, findInsuranceNumbers(sentence))).toEqual(found);
});

test.each([
  ['mail Mary.O-Hara+x@mail.example.co.uk.', ['Mary.O-Hara+x@mail.example.co.uk']],
  ['@harbour, a@b, 5 @ 3.50, https://x.org/@me', []],
])('e-mail addresses in %s', (sentence, found) => {
  expect(wordsAt(sentence, findEmailAddresses(sentence))).toEqual(found);
});
