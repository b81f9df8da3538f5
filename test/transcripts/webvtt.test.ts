import { expect, test } from 'vitest';
import { parseTranscript } from '../../src/transcripts/read.ts';
import { segmentsOf, wordsOf } from './sample-files.ts';

const read = (text: string) => parseTranscript(text, 'a.vtt');

test('voices, classes, identifiers, notes, styles, settings and entities', () => {
  const parsed = read(`WEBVTT - A title
Kind: captions

STYLE
::cue { color: red }

REGION
id:one

NOTE not
spoken

intro
00:01.000 --> 00:02.500 align:start
<v.loud Alex Reed>Health &amp; <i>care</i> &lt;3</v>

01:00:02.500-->01:00:03.000
<v Sam>One
two <laughs> three
`);
  expect(parsed).toMatchObject({ format: 'webvtt', problems: [] });
  expect(segmentsOf(parsed)).toEqual([
    { speaker: 'Alex Reed', text: 'Health & care <3', startSeconds: 1, endSeconds: 2.5, line: 15 },
    { speaker: 'Sam', text: 'One two <laughs> three', startSeconds: 3602.5, endSeconds: 3603, line: 18 },
  ]);
});

test('two voices in one cue are two speakers', () => {
  const parsed = read('WEBVTT\n\n00:01.000 --> 00:02.000\n<v A>Yes?</v>\n<v B>No.</v>\n');
  expect(segmentsOf(parsed).map(({ speaker, text, line }) => [speaker, text, line])).toEqual([
    ['A', 'Yes?', 4],
    ['B', 'No.', 5],
  ]);
});

test.each([
  ['Teams, milliseconds without zeros', '0:0:6.90 --> 0:0:6.500', 6.09, 6.5],
  ['seconds alone', '0.860 --> 7.380', 0.86, 7.38],
  ['a comma', '00:00:01,500 --> 00:00:02,000', 1.5, 2],
  ['tenths', '00:00:01.5 --> 00:00:02.25', 1.5, 2.25],
  ['over a hundred hours', '100:00:00.000 --> 100:00:01.000', 360_000, 360_001],
])('%s', (_, timing, startSeconds, endSeconds) => {
  expect(segmentsOf(read(`WEBVTT\n\n${timing}\nHello.\n`))).toEqual([
    { speaker: undefined, text: 'Hello.', startSeconds, endSeconds, line: 4 },
  ]);
});

test('the time of each word, where it is marked', () => {
  const [segment] = segmentsOf(read('WEBVTT\n\n00:01.000 --> 00:03.000\nOne <00:01.500>two <00:02.000>three\n'));
  expect(segment).toMatchObject({
    text: 'One two three',
    words: [
      { text: 'One', startSeconds: 1 },
      { text: 'two', startSeconds: 1.5 },
      { text: 'three', startSeconds: 2 },
    ],
  });
});

test.each([
  [
    'no blank line between cues',
    'WEBVTT\n\n00:01.000 --> 00:02.000\nOne.\n2\n00:02.000 --> 00:03.000\nTwo.',
    'One. Two.',
    [],
  ],
  ['no blank line after the header', 'WEBVTT\n00:01.000 --> 00:02.000\nOne.', 'One.', []],
  [
    'a blank line inside a cue',
    'WEBVTT\n\n00:01.000 --> 00:02.000\nOne.\n\nTwo.',
    'One. Two.',
    [{ rule: 'transcript-damaged', line: 6 }],
  ],
  [
    'words before the first time',
    'WEBVTT\n\nOne.\n\n00:01.000 --> 00:02.000\nTwo.',
    'One. Two.',
    [{ rule: 'transcript-damaged', line: 3 }],
  ],
  ['a mistyped time', 'WEBVTT\n\n00:O1.000 --> 00:02.000\nOne.', 'One.', [{ rule: 'transcript-times', line: 3 }]],
  [
    'an end before its start',
    'WEBVTT\n\n00:05.000 --> 00:02.000\nOne.\n\n00:06.000 --> 00:07.000\nTwo.',
    'One. Two.',
    [{ rule: 'transcript-times', line: 4 }],
  ],
  [
    'cues out of order',
    'WEBVTT\n\n00:05.000 --> 00:06.000\nTwo.\n\n00:01.000 --> 00:02.000\nOne.',
    'One. Two.',
    [{ rule: 'transcript-times', line: 7 }],
  ],
])('%s loses no word', (_, text, words, problems) => {
  const parsed = read(text);
  expect(wordsOf(parsed)).toBe(words);
  expect(parsed.problems).toMatchObject(problems);
});
