import { expect, test } from 'vitest';
import { episodeText, findingsOf, showText } from './memory-project.ts';

/** Only what reading itself finds: other rules have fixtures of their own. */
const readingRules =
  /^(?:show-missing|frontmatter-|field-|date-|text-encoding|rule-|audio-missing|guid-duplicate|slug-)/;

async function found(files: Record<string, string | Uint8Array>): Promise<string[]> {
  const diagnostics = await findingsOf(files);
  return diagnostics
    .filter(({ rule }) => readingRules.test(rule))
    .map(({ rule, file, range: { start } }) => `${file}:${start.line}:${start.column} ${rule}`);
}

async function words(files: Record<string, string | Uint8Array>, rule: string): Promise<string> {
  const diagnostics = await findingsOf(files);
  return diagnostics
    .filter((diagnostic) => diagnostic.rule === rule)
    .map(({ message, remedy }) => `${message} | ${remedy}`)
    .join('\n');
}

const episode = (from: string, to: string) => ({ 'episodes/a.md': episodeText.replace(from, to) });

test('a good show has no finding', async () => {
  expect(await found({ 'episodes/a.md': episodeText })).toEqual([]);
});

test.each([
  ['a byte-order mark', `\uFEFF${episodeText}`],
  ['Windows line ends', episodeText.replaceAll('\n', '\r\n')],
  ['UTF-16, little end first', utf16(episodeText, true)],
  ['UTF-16, big end first', utf16(episodeText, false)],
])('%s is simply read right', async (_, text) => {
  expect(await found({ 'episodes/a.md': text })).toEqual([]);
});

test('an address with two things wrong about it is one fault', async () => {
  const text = episodeText.replace('guid: tides', 'guid: tides\nlink: http://127.0.0.1:8000/');
  expect(await found({ 'episodes/a.md': text })).toEqual(['episodes/a.md:6:7 field-value']);
});

test('a file in another encoding is read and named', async () => {
  const bytes = Uint8Array.from(Buffer.from(episodeText.replace('ferry', 'f\u00eate'), 'latin1'));
  expect(await found({ 'episodes/a.md': bytes })).toEqual(['episodes/a.md:1:1 text-encoding']);
});

test.each([
  [
    'a key of its own without its colon',
    'title: Tides and timetables\n',
    'title: Tides and timetables\npeople\n  - name: Ada\n    role: Host\n  - name: Bo\n',
    'There is no colon after "people". | Write "people:".',
  ],
  [
    'a key and value without a colon',
    'title: Tides',
    'title Tides',
    'There is no colon on this line, so nobody can tell what is the key and what its value. | Write it like title: Early help.',
  ],
  [
    'a list out of line',
    'guid: tides',
    'guid: tides\ntags:\n   - one\n  - two',
    'This line is not in line with its neighbours. | Begin all keys of one level at the same column, and indent what belongs to a key by two spaces.',
  ],
])('%s is one fault, told without jargon', async (_, from, to, told) => {
  expect(await words(episode(from, to), 'frontmatter-syntax')).toBe(told);
});

test.each([
  ['a misspelt key', episode('guid:', 'giud:'), 'episodes/a.md:5:1 field-unknown'],
  ['a misspelt key that is required is one fault', episode('audio:', 'audoi:'), 'episodes/a.md:4:1 field-unknown'],
  ['a missing key', episode('title: Tides and timetables\n', ''), 'episodes/a.md:1:1 field-missing'],
  ['an empty value', episode('Tides and timetables', ''), 'episodes/a.md:2:8 field-missing'],
  ['a number for text', episode('Tides and timetables', '1984'), 'episodes/a.md:2:8 field-kind'],
  ['a list for text', episode('Tides and timetables', '[a, b]'), 'episodes/a.md:2:8 field-kind'],
  ['yes for true', episode('guid: tides', 'guid: tides\ndraft: yes'), 'episodes/a.md:6:8 field-kind'],
  ['a word of another list', episode('guid: tides', 'guid: tides\ntype: ful'), 'episodes/a.md:6:7 field-value'],
  ['a date in words', episode('2026-03-01 09:00', 'next Tuesday'), 'episodes/a.md:3:7 date-unreadable'],
  ['a day that no calendar has', episode('2026-03-01', '2026-02-30'), 'episodes/a.md:3:7 date-unreadable'],
  [
    'an hour that is skipped',
    episode('2026-03-01 09:00', '2026-03-29 01:30'),
    'episodes/a.md:3:7 date-daylight-saving',
  ],
  [
    'an hour that is repeated',
    episode('2026-03-01 09:00', '2025-10-26 01:30'),
    'episodes/a.md:3:7 date-daylight-saving',
  ],
  ['a duplicate key', episode('guid: tides', 'title: Again'), 'episodes/a.md:5:1 frontmatter-syntax'],
  ['a tab', episode('guid: tides', 'people:\n\t- Ann'), 'episodes/a.md:6:1 frontmatter-syntax'],
  [
    'a colon without quotes',
    episode('Tides and timetables', 'Tides: and timetables'),
    'episodes/a.md:2:8 frontmatter-syntax',
  ],
  ['an open quote', episode('title: ', 'title: "'), 'episodes/a.md:2:8 frontmatter-syntax'],
  ['no closing fence', { 'episodes/a.md': '---\ntitle: x\n' }, 'episodes/a.md:1:1 frontmatter-syntax'],
  ['no frontmatter', { 'episodes/a.md': 'Just text.\n' }, 'episodes/a.md:1:1 frontmatter-syntax'],
  [
    'a script',
    { 'episodes/a.md': '---js\n{ title: process.exit(9) }\n---\n' },
    'episodes/a.md:1:1 frontmatter-executable',
  ],
  ['an audio file that is not there', episode('tides.mp3', 'tide.mp3'), 'episodes/a.md:4:8 audio-missing'],
  [
    'a value deep in a list',
    episode('guid: tides', 'guid: tides\npeople:\n  - name: Ann\n    url: ftp://example.org/ann'),
    'episodes/a.md:8:10 field-value',
  ],
  [
    'a key deep in a list',
    episode('guid: tides', 'guid: tides\nchapters:\n  - 00:00 Welcome\n  - { start: 1:30, titel: Boats }'),
    'episodes/a.md:8:20 field-unknown',
  ],
  [
    'a chapter without a time',
    episode('guid: tides', 'guid: tides\nchapters: [Welcome]'),
    'episodes/a.md:6:12 field-value',
  ],
])('%s', async (_, files, expected) => {
  expect(await found(files)).toEqual([expected]);
});

test('all faults of all files are found in one run', async () => {
  const all = await found({
    'show.md': showText.replace('explicit: false', 'explicit: no').replace('language', 'langauge'),
    'episodes/a.md': episodeText.replace('2026-03-01 09:00', 'soon').replace('audio:', 'audoi:'),
    'episodes/b.md': '---\ntitle: "Broken\n---\n',
    'episodes/c.md': episodeText,
    'episodes/2026-01-01-c.md': episodeText,
  });
  expect(all).toEqual([
    'episodes/a.md:3:7 date-unreadable',
    'episodes/a.md:4:1 field-unknown',
    'episodes/a.md:5:7 guid-duplicate',
    'episodes/b.md:2:8 frontmatter-syntax',
    'episodes/c.md:1:1 slug-duplicate',
    'episodes/c.md:5:7 guid-duplicate',
    'show.md:4:1 field-unknown',
    'show.md:9:11 field-kind',
  ]);
});

test('a fault of one key hides no other of the same file', async () => {
  const all = await findingsOf({
    'show.md': showText
      .replace('title: Harbour Lights\n', '')
      .replace('[Government]', '[Safeguarding]')
      .replace('cover', 'front'),
    'episodes/a.md': episodeText.replace('2026-03-01 09:00', 'soon').replace('tides.mp3', 'tidse.mp3'),
  });
  const rules = all.map(({ rule, file, range: { start } }) => `${file}:${start.line} ${rule}`);
  expect(rules).toEqual(
    expect.arrayContaining([
      'show.md:1 field-missing',
      'show.md:6 category-unknown',
      'show.md:7 artwork-missing',
      'episodes/a.md:3 date-unreadable',
      'episodes/a.md:4 audio-missing',
    ]),
  );
});

test('messages say what to type', async () => {
  expect(await words(episode('guid:', 'giud:'), 'field-unknown')).toContain('Did you mean "guid"?');
  expect(await words(episode('tides.mp3', 'tide.mp3'), 'audio-missing')).toContain('Did you mean "media/tides.mp3"?');
  expect(await words(episode('Tides and timetables', '1984'), 'field-kind')).toContain('title: "1984"');
  expect(await words(episode('2026-03-01 09:00', '2026-03-29 01:30'), 'date-daylight-saving')).toMatch(
    /go forward.*Europe\/London.*2026-03-29T00:30:00\+00:00 or 2026-03-29T02:30:00\+01:00/s,
  );
  const missing = await words(episode('title: Tides and timetables\n', ''), 'field-missing');
  expect(missing).toContain('"title" is missing');
  expect(missing).toContain('Add a line like title: ');
});

test('an unfinished draft holds nothing up', async () => {
  const draft = '---\ntitle: Later\ndraft: true\n---\n';
  const diagnostics = await findingsOf({ 'episodes/a.md': episodeText, 'episodes/later.md': draft });
  const ofDraft = diagnostics.filter(({ file }) => file === 'episodes/later.md');
  expect(ofDraft.length).toBeGreaterThan(0);
  expect(ofDraft.every(({ severity }) => severity !== 'error')).toBe(true);
});

test('a folder without show.md says so', async () => {
  const diagnostics = await findingsOf({ 'show.md': '' });
  expect(diagnostics.map(({ rule }) => rule)).toContain('frontmatter-syntax');
});

test('a setting for an unknown rule, and one that would silence an essential rule, are faults', async () => {
  const rules = (line: string) => ({
    'show.md': showText.replace('explicit: false', `explicit: false\nrules:\n  ${line}`),
    'episodes/a.md': episodeText,
  });
  expect(await found(rules('guid-mising: off'))).toEqual(['show.md:11:3 rule-unknown']);
  expect(await found(rules('field-missing: off'))).toEqual(['show.md:11:3 rule-essential']);
});

test('a rule can be switched off for the show, and waived for one episode', async () => {
  const noGuid = episodeText.replace('guid: tides\n', '');
  const rulesOf = async (files: Record<string, string>) => (await findingsOf(files)).map(({ rule }) => rule);
  const show = showText.replace('explicit: false', 'explicit: false\nrules: {guid-missing: off}');
  expect(await rulesOf({ 'episodes/a.md': noGuid })).toContain('guid-missing');
  expect(await rulesOf({ 'show.md': show, 'episodes/a.md': noGuid })).not.toContain('guid-missing');
  const waived = noGuid.replace('---\nHow', 'waive: {guid-missing: a test}\n---\nHow');
  expect(await rulesOf({ 'episodes/a.md': waived })).not.toContain('guid-missing');
});

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(2 + text.length * 2));
  bytes.setUint16(0, 0xfeff, littleEndian);
  for (let i = 0; i < text.length; i++) bytes.setUint16(2 + i * 2, text.charCodeAt(i), littleEndian);
  return new Uint8Array(bytes.buffer);
}
