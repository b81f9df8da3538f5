import { expect, test } from 'vitest';
import { parseTranscript } from '../../src/transcripts/read.ts';
import { segmentsOf } from './sample-files.ts';

const read = (text: string) => parseTranscript(text, 'a.srt');
const spoken = (text: string) => segmentsOf(read(text)).map((segment) => `${segment.speaker}: ${segment.text}`);
const cues = (...texts: string[]) =>
  texts.map((text, i) => `${i + 1}\n00:00:0${i},000 --> 00:00:0${i + 1},000\n${text}\n`).join('\n');

test('a name counts until the next one', () => {
  expect(spoken(cues('Anna: Hello.', 'How are\nyou?', 'Ben: Fine.', 'Anna: Good: very good.'))).toEqual([
    'Anna: Hello.',
    'Anna: How are you?',
    'Ben: Fine.',
    'Anna: Good: very good.',
  ]);
});

test('two speakers in one cue', () => {
  expect(spoken(cues('Anna: Hello.\nBen: Hi.', 'Anna: Good.', 'Ben: Yes.'))).toEqual([
    'Anna: Hello.',
    'Ben: Hi.',
    'Anna: Good.',
    'Ben: Yes.',
  ]);
});

test('names after signs of broadcasting', () => {
  expect(spoken(cues('>> ANNA: Hello.', '- Ben: Hi.', '>> ANNA: Good.', '- Ben: Yes.'))).toEqual([
    'ANNA: Hello.',
    'Ben: Hi.',
    'ANNA: Good.',
    'Ben: Yes.',
  ]);
});

test('a remark with a colon names nobody', () => {
  expect(spoken(cues('Anna: Hello.', 'Listen: you must listen.', 'Ben: Fine.', 'Anna: Bye.'))[1]).toBe(
    'Anna: Listen: you must listen.',
  );
});

test('formatting, places and a byte-order mark are no words', () => {
  expect(spoken(`\ufeff${cues('{\\an8}<i>Hello</i> <font color="red">there</font>', '5 < 6 & 7')}`)).toEqual([
    'undefined: Hello there',
    'undefined: 5 < 6 & 7',
  ]);
});

test('no counters, dots for commas, Windows line ends', () => {
  const text = '00:00:00.000 --> 00:00:01.000\r\nOne.\r\n\r\n00:00:01.000 --> 00:00:02.000\r\nTwo.\r\n';
  expect(read(text)).toMatchObject({ format: 'srt', problems: [] });
  expect(spoken(text)).toEqual(['undefined: One.', 'undefined: Two.']);
});

test('a cue may hold nothing but a number', () => {
  expect(spoken(cues('1', '330', 'And so on.'))).toEqual(['undefined: 1', 'undefined: 330', 'undefined: And so on.']);
});

test('one speaker, named once', () => {
  expect(spoken(cues('Anna: Hello.', 'One.', 'Two.', 'Three.', 'Four.'))).toEqual([
    'Anna: Hello.',
    'Anna: One.',
    'Anna: Two.',
    'Anna: Three.',
    'Anna: Four.',
  ]);
});
