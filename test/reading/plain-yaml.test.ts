import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { readPlainYaml } from '../../src/text/plain-yaml.ts';

const pieces = fc.constantFrom(
  ...[
    'title: ',
    'date: ',
    'tags:',
    'tags:\n',
    'guests:\n',
    '  - ',
    '- ',
    '    ',
    '  ',
    ' ',
    '\n',
    '\n',
    '\n',
    'name: ',
    'a-b: ',
    'k:',
  ],
  ...[
    '[',
    ']',
    ', ',
    ',',
    '{',
    '}',
    '"',
    "'",
    ':',
    ': ',
    '#',
    ' #',
    '&',
    '*',
    '!',
    '|',
    '>',
    '%',
    '@',
    '`',
    '\\',
    '-',
    '--',
    '---',
    '...',
    '?',
  ],
  ...[
    'true',
    'false',
    'True',
    'null',
    '~',
    'yes',
    '0',
    '7',
    '007',
    '12:30',
    '1.5',
    '1e3',
    '0x1f',
    '-1',
    '.inf',
    '2026-03-01',
    '2026-03-01 18:30',
  ],
  ...[
    'word',
    'two words',
    'it’s',
    "it's",
    'say "so"',
    'https://example.org/a?b=1',
    'Education > Courses',
    'é',
    '\u00a0',
    '\u2028',
    '__proto__: x',
    '<<: a',
  ],
);
const anything = fc.array(pieces, { maxLength: 14 }).map((parts) => parts.join(''));

const usual = fc.constantFrom(
  ...[
    'true',
    '7',
    '2026-03-01',
    '2026-03-01 18:30',
    '"a: b"',
    "'# c'",
    '[a, b c]',
    '[Education > Courses]',
    'word',
    'two words',
  ],
  ...[
    "it's",
    'https://example.org/a?b=1',
    'say "so"',
    'a, b [c]',
    '00:12:30 Early help',
    '7:30',
    '62a5f9fc-cb7a',
    '62e5-17',
    '6e7',
    '1.5.2',
    '3 ways',
    'Early help: what',
    'null and void',
  ],
);
const value = fc.oneof({ weight: 9, arbitrary: usual }, { weight: 1, arbitrary: anything });
const keys = fc.uniqueArray(fc.constantFrom('title', 'date', 'audio', 'guid', 'a-b', 'null'), {
  minLength: 1,
  maxLength: 3,
});
const group = (indent: string) =>
  fc
    .tuple(keys, value, value, value)
    .map(([names, ...values]) => names.map((name, index) => `${indent}${name}: ${values[index]}\n`).join(''));
const texts = fc.array(value, { minLength: 1, maxLength: 3 }).map((all) => all.map((one) => `- ${one}\n`).join(''));
const groups = fc
  .array(group('    '), { minLength: 1, maxLength: 2 })
  .map((all) => all.map((one) => one.replace('    ', '  - ')).join(''));
const part = fc.oneof(
  group(''),
  texts.map((items) => `tags:\n${items}`),
  groups.map((items) => `guests:\n${items}`),
  group('  ').map((inner) => `theme:\n${inner}`),
  anything,
);
const written = fc.array(part, { maxLength: 4 }).map((parts) => parts.join(''));

test('what is plain is what YAML says it is', () => {
  let plain = 0;
  let _plain = 0;
  fc.assert(
    fc.property(written, (text) => {
      const data = readPlainYaml(text);
      if (data === undefined) return;
      plain++;
      _plain++;
      const document = parseDocument(text, { version: '1.2' });
      expect(document.errors).toEqual([]);
      expect(document.toJS()).toEqual(data);
      expect(Object.keys(document.toJS())).toEqual(Object.keys(data));
    }),
    { numRuns: 5000 },
  );
  expect(plain).toBeGreaterThan(0);
});

test.each([
  [
    'title: Early help\ndate: 2026-03-01 09:00\nseason: 2\nexplicit: false\n',
    { title: 'Early help', date: '2026-03-01 09:00', season: 2, explicit: false },
  ],
  [
    'tags: [early help, families]\n\nguests:\n  - Alex Reed\n',
    { tags: ['early help', 'families'], guests: ['Alex Reed'] },
  ],
  [
    'guests:\n- name: Alex\n  role: Guest\n- name: Sam\ntitle: "a: b"\n',
    { guests: [{ name: 'Alex', role: 'Guest' }, { name: 'Sam' }], title: 'a: b' },
  ],
  ['theme:\n  accent: "#123"\n', undefined],
  ["theme:\n  font: 'Inter'\n", { theme: { font: 'Inter' } }],
])('%j', (text, data) => {
  expect(readPlainYaml(text)).toEqual(data);
});
