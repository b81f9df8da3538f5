import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NameList } from '../../src/rules/privacy/name-list.ts';

const list = new NameList(['Zéphanie Okafor-Lund', 'Moorcroft', 'Ann', 'Case 4711', 'O’Brien', 'ŁUKASZ', 'Parker']);

function found(text: string): readonly string[] {
  return list.find(text).map(({ start, end, isCertain }) => text.slice(start, end) + (isCertain ? '' : '?'));
}

test.each([
  ['Zéphanie Okafor-Lund', ['Zéphanie Okafor-Lund']],
  ['with ZEPHANIE   OKAFOR LUND.', ['ZEPHANIE   OKAFOR LUND']],
  ['zephanieokaforlund.mp3', ['zephanieokaforlund']],
  ['media/ZephanieOkaforLund2.mp3', ['ZephanieOkaforLund']],
  ['Z e p h a n i e Okafor\nLund', ['Z e p h a n i e Okafor\nLund']],
  ['Zefanie Okafor-Lund', ['Zefanie Okafor-Lund']],
  ['Zephanie Oakfor Lund', ['Zephanie Oakfor Lund']],
  ['Moorecroft, Moorcorft, Moorcroft’s', ['Moorecroft', 'Moorcorft', 'Moorcroft']],
  ['Ann, ANN; Anna and planning', ['Ann', 'ANN']],
  ['case 4711, case 4712, case-4711', ['case 4711', 'case-4711']],
  ["O'Brien, O Brien, OBrien", ["O'Brien", 'O Brien', 'OBrien']],
  ['Lukasz', ['Lukasz']],
  ['he parked the car; Barker', ['parked?', 'Barker?']],
  ['Z\u0065\u0301phanie Okafor-Lund', ['Z\u0065\u0301phanie Okafor-Lund']],
  ['a moor, a croft nearby', []],
  ['', []],
])('%s', (text, names) => {
  expect(found(text)).toEqual(names);
});

test('places are in order, apart, and inside the text', () => {
  const words = fc.constantFrom('Ann', 'zephanie', 'OKAFOR', 'lund', 'moor', 'croft', 'the', '—', '4711', 'é', '𝒜');
  fc.assert(
    fc.property(fc.array(words), fc.constantFrom(' ', '-', '', '\n'), (parts, separator) => {
      const text = parts.join(separator);
      let last = 0;
      for (const { start, end } of list.find(text)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        last = end;
      }
      expect(last).toBeLessThanOrEqual(text.length);
    }),
  );
});

test('any name is found in any case and spacing, in the middle of any text', () => {
  const word = fc.string({ unit: fc.constantFrom(...'abcdefghijklmnoprstuvy'), minLength: 3, maxLength: 8 });
  fc.assert(
    fc.property(word, word, fc.constantFrom(' ', '-', '  ', '_', '.', '\u00a0'), fc.boolean(), (a, b, gap, isLoud) => {
      const written = isLoud ? `${a}${gap}${b}`.toUpperCase() : `${a}${gap}${b}`;
      const text = `1 ${written} 2`;
      const places = new NameList([`${a} ${b}`]).find(text);
      expect(places.map(({ start, end }) => text.slice(start, end))).toEqual([written]);
    }),
  );
});

test('a thousand names are looked for in an hour of talk in a breath', () => {
  const names = Array.from(
    { length: 1000 },
    (_, index) => `Name${String.fromCharCode(97 + (index % 26))}x Surname${index}`,
  );
  const talk = Array.from({ length: 10_000 }, (_, index) => `word${index % 2000}`).join(' ');
  expect(new NameList(names).find(talk)).toEqual([]);
}, 20_000);
