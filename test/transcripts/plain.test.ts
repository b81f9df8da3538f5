import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Person } from '../../src/model/person.ts';
import { joinTranscript } from '../../src/transcripts/join.ts';
import { parseTranscript } from '../../src/transcripts/read.ts';
import { haveSamples, seedPath, seedTranscript, segmentsOf, wordsOf } from './sample-files.ts';

const person = (name: string, more: Partial<Person> = {}): Person => ({ name, aliases: [], ...more });

function read(text: string, people: readonly Person[] = []) {
  const parsed = parseTranscript(text, 'episode.transcript.txt', { people });
  const turns = parsed.turns.map(({ speaker, paragraphs }) => [
    speaker?.name,
    paragraphs.map((segments) => segments.map((segment) => segment.text).join(' ')).join(' / '),
  ]);
  return { parsed, turns };
}

describe('who speaks', () => {
  test('a speaker on a line of their own, rules, a preamble and an outro', () => {
    const { turns } = read(
      'About early help\nThis episode speaks of harm.\n--\nNarrator\nWelcome.\nAlex Reed – Example Council\nThank you.\nNarrator\nGoodbye.\n--\nFind out more on our site.\n',
    );
    expect(turns).toEqual([
      [undefined, 'About early help / This episode speaks of harm.'],
      ['Narrator', 'Welcome.'],
      ['Alex Reed – Example Council', 'Thank you.'],
      ['Narrator', 'Goodbye.'],
      [undefined, 'Find out more on our site.'],
    ]);
  });

  test.each([
    ['Name:', 'Anna: Hello.\n\nBen: Hi there.\n\nAnna: Right.'],
    ['**Name:**', '**Anna:** Hello.\n\n**Ben:** Hi there.\n\n**Anna:** Right.'],
    ['**Name**:', '**Anna**: Hello.\n\n**Ben**: Hi there.\n\n**Anna**: Right.'],
    ['Name: on its own line', 'Anna:\nHello.\n\nBen:\nHi there.\n\nAnna:\nRight.'],
    ['[00:00:01] Name:', '[00:00:01] Anna: Hello.\n[00:00:03] Ben: Hi there.\n[00:00:05] Anna: Right.'],
    ['Descript', '[00:00:01] **Anna:** Hello.\n\n[00:00:03] **Ben:** Hi there.\n\n[00:00:05] **Anna:** Right.'],
    [
      'Otter',
      'Anna  0:01  \nHello.\n\nBen  0:03  \nHi there.\n\nAnna  0:05  \nRight.\n\nTranscribed by https://otter.ai',
    ],
    ['Rev', 'Anna (00:01):\nHello.\n\nBen (00:03):\nHi there.\n\nAnna (00:05):\nRight.'],
    ['Zoom', '[Anna] 11:02:09\nHello.\n\n[Ben] 11:02:12\nHi there.\n\n[Anna] 11:02:15\nRight.'],
    ['Word', '00:00:01 Anna\nHello.\n\n00:00:03 Ben\nHi there.\n\n00:00:05 Anna\nRight.'],
    ['a time after a dash', 'Anna - 0:01\nHello.\n\nBen - 0:03\nHi there.\n\nAnna - 0:05\nRight.'],
    ['Windows line ends', 'Anna: Hello.\r\n\r\nBen: Hi there.\r\n\r\nAnna: Right.\r\n'],
  ])('%s', (_, text) => {
    expect(read(text).turns).toEqual([
      ['Anna', 'Hello.'],
      ['Ben', 'Hi there.'],
      ['Anna', 'Right.'],
    ]);
  });

  test('times beside names are kept, the time of day is not', () => {
    const starts = (text: string) => segmentsOf(read(text).parsed).map(({ startSeconds }) => startSeconds);
    expect(starts('[00:01:02] Anna: Hello. And more.\n[1:00:03] Ben: Hi.')).toEqual([62, undefined, 3603]);
    expect(starts('[Anna] 11:02:09\nHello.\n\n[Ben] 11:02:12\nHi.')).toEqual([undefined, undefined]);
    expect(starts('Anna: Hello there. [00:12:30] And more.')).toEqual([undefined, 750]);
  });

  test.each([
    [
      'an aside with a colon',
      'Anna: Hello.\n\nListen: that is what you must do. So listen.\n\nBen: Hi.\n\nAnna: Right.',
    ],
    [
      'a word alone on its line',
      'Anna\nIt was very\nPractical\nand practical it stayed.\nBen\nHi.\nAnna\nRight.\nBen\nBye.',
    ],
    ['a heading', 'Anna\nHello.\nEarly Help\nIs what early help is about.\nBen\nHi.\nAnna\nRight.\nBen\nBye.'],
    ['a web address', 'Anna: Hello.\n\nhttps://example.org/early-help\n\nBen: Hi.\n\nAnna: Right.'],
    ['a short answer', 'Anna\nDid it?\nBen\nYes\nAnna\nReally?\nBen\nYes\nAnna\nRight.'],
  ])('%s is text, not a speaker', (_, text) => {
    expect(new Set(read(text).turns.map(([name]) => name))).toEqual(new Set(['Anna', 'Ben']));
  });

  test('roles and machine labels are speakers in any case', () => {
    const { turns } = read('interviewer: Hello.\n\nUnknown speaker: Hi.\n\nFemale voice 1: Yes?\n\nSPEAKER_00: No.');
    expect(turns.map(([name]) => name)).toEqual(['interviewer', 'Unknown speaker', 'Female voice 1', 'SPEAKER_00']);
  });

  test('a title with a colon names nobody, a late guest does', () => {
    const { turns } = read(
      'Working Together: A Guide\n\nAnna: Hello.\n\nBen: Hi.\n\nAnna: Now, Cas.\n\nCas: Thanks.\n\nBen: Bye.',
    );
    expect(turns.map(([name]) => name)).toEqual([undefined, 'Anna', 'Ben', 'Anna', 'Cas', 'Ben']);
  });

  test('a list of those who take part is text', () => {
    const { turns } = read('With:\nAnna Smith\nBen Lee\n\nAnna Smith\nHello.\nBen Lee\nHi.');
    expect(turns).toEqual([
      [undefined, 'With: / Anna Smith / Ben Lee'],
      ['Anna Smith', 'Hello.'],
      ['Ben Lee', 'Hi.'],
    ]);
  });

  test('a known person is a speaker even when named once', () => {
    const { turns } = read('Welcome to the show.\nAlex\nThank you.', [person('Alex Reed')]);
    expect(turns).toEqual([
      [undefined, 'Welcome to the show.'],
      ['Alex', 'Thank you.'],
    ]);
  });
});

test('the published speaker is the person', () => {
  const { parsed } = read('Alex – Example Council\nHello.\nSP1\nHi.\nAlex – Example Council\nRight.\nSP1\nBye.', [
    person('Alex Reed', { organisation: 'Example City Council' }),
  ]);
  const { turns, isTimed } = joinTranscript(parsed, 'episodes/a.transcript.txt', [
    person('Alex Reed', { organisation: 'Example City Council' }),
  ]);
  expect(turns.map(({ speaker }) => speaker)).toEqual([
    { name: 'Alex Reed', organisation: 'Example City Council' },
    { name: 'SP1' },
    { name: 'Alex Reed', organisation: 'Example City Council' },
    { name: 'SP1' },
  ]);
  expect(isTimed).toBe(false);
});

test('segments know their lines', () => {
  const { parsed } = read('Anna:\nOne. Two.\n\nBen:\nThree is\nlong. Four.\n\nAnna:\nFive.');
  expect(segmentsOf(parsed).map(({ line, text }) => `${line} ${text}`)).toEqual([
    '2 One.',
    '2 Two.',
    '5 Three is long.',
    '6 Four.',
    '9 Five.',
  ]);
});

test('an empty file is a finding', () => {
  expect(read(' \n\n').parsed.problems).toMatchObject([{ rule: 'transcript-unreadable', severity: 'error', line: 1 }]);
});

test('no text makes it throw, and no word of prose is lost', () => {
  const prose = fc.array(fc.stringMatching(/^[a-z]{1,9}[.?!]?$/), { minLength: 1 });
  fc.assert(
    fc.property(fc.array(prose, { minLength: 1 }), (paragraphs) => {
      const text = paragraphs.map((words) => words.join(' ')).join('\n\n');
      expect(wordsOf(read(text).parsed)).toBe(paragraphs.flat().join(' '));
    }),
  );
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => void read(text)));
});

describe.skipIf(!haveSamples)('the model episode', () => {
  const people = [person('Steve Macabee'), person('Sally Shearer')];

  test.each([
    ['knowing nobody', []],
    ['knowing its people', people],
  ])('%s', (_, known) => {
    const parsed = parseTranscript(seedTranscript(), 'p-pod.txt', { people: known });
    const withNotes = parseTranscript(readFileSync(seedPath, 'utf8'), 'p-pod.txt', { people: known });
    expect(withNotes.turns.map(({ speaker }) => speaker)).toEqual(parsed.turns.map(({ speaker }) => speaker));
    const { turns } = joinTranscript(parsed, 'p-pod.txt', people);
    expect(parsed.problems).toEqual([]);
    expect(turns.map(({ speaker }) => speaker?.name.slice(0, 2) ?? '--').join(' ')).toBe(
      '-- St Sa St Sa St Sa St Sa St Sa St St Sa St Sa St Sa St Sa St Sa St Sa St Sa --',
    );
    expect(turns[2]?.speaker?.organisation).toBe('National Child Safeguarding Practice Review Panel');
    const spoken = seedTranscript().replace(/^(?:--|Steve Macabee|Sally Shearer – .*)$/gm, '');
    expect(wordsOf({ turns }).split(' ')).toEqual(spoken.split(/\s+/).filter((word) => word !== ''));
  });
});
