import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { WebVTTParser } from 'webvtt-parser';
import { z } from 'zod';
import type { Transcript, Turn } from '../../src/model/transcript.ts';
import { formatHtml, formatHtmlFragment } from '../../src/transcripts/format-html.ts';
import { formatJson } from '../../src/transcripts/format-json.ts';
import { formatSrt } from '../../src/transcripts/format-srt.ts';
import { formatText } from '../../src/transcripts/format-text.ts';
import { formatVtt } from '../../src/transcripts/format-vtt.ts';
import { joinTranscript } from '../../src/transcripts/join.ts';
import { parseTranscript } from '../../src/transcripts/read.ts';
import { segmentsOf } from './sample-files.ts';
import { parseStrictSrt } from './strict-srt.ts';

const timed = (...turns: [speaker: string | undefined, ...texts: string[]][]): Transcript => {
  let cues = 0;
  const cue = (text: string) => {
    cues += 1;
    return { text, line: 1, startSeconds: (cues - 1) * 2.5, endSeconds: cues * 2.5 };
  };
  return {
    source: 'a.vtt',
    format: 'webvtt',
    isTimed: true,
    turns: turns.map(
      ([name, ...texts]): Turn => ({
        speaker: name === undefined ? undefined : { name },
        paragraphs: [texts.map(cue)],
      }),
    ),
  };
};

const conversation = timed(
  [undefined, '[Music]'],
  ['Alex Reed', 'Welcome & hello.', 'This is <the> show --> about early help.'],
  ['Sam O’Neil', 'Thank you.'],
  [undefined, 'Find out more on our site.'],
);

test('WebVTT', () => {
  expect(formatVtt(conversation)).toBe(`WEBVTT

00:00:00.000 --> 00:00:02.500
[Music]

00:00:02.500 --> 00:00:05.000
<v Alex Reed>Welcome &amp; hello.

00:00:05.000 --> 00:00:07.500
<v Alex Reed>This is &lt;the&gt; show --&gt; about early help.

00:00:07.500 --> 00:00:10.000
<v Sam O’Neil>Thank you.

00:00:10.000 --> 00:00:12.500
Find out more on our site.
`);
});

test('SubRip', () => {
  expect(formatSrt(conversation)).toBe(`1
00:00:00,000 --> 00:00:02,500
[Music]

2
00:00:02,500 --> 00:00:05,000
Alex Reed: Welcome & hello.

3
00:00:05,000 --> 00:00:07,500
This is <the> show --> about early help.

4
00:00:07,500 --> 00:00:10,000
Sam O’Neil: Thank you.

5
00:00:10,000 --> 00:00:12,500
Find out more on our site.
`);
});

test('JSON of the podcast namespace', () => {
  expect(JSON.parse(formatJson(conversation))).toEqual({
    version: '1.0.0',
    segments: [
      { startTime: 0, endTime: 2.5, body: '[Music]' },
      { speaker: 'Alex Reed', startTime: 2.5, endTime: 5, body: 'Welcome & hello.' },
      { speaker: 'Alex Reed', startTime: 5, endTime: 7.5, body: 'This is <the> show --> about early help.' },
      { speaker: 'Sam O’Neil', startTime: 7.5, endTime: 10, body: 'Thank you.' },
      { startTime: 10, endTime: 12.5, body: 'Find out more on our site.' },
    ],
  });
});

test('plain text', () => {
  expect(
    formatText(conversation, { language: 'en', title: 'Early help', advisory: 'Speaks of harm.' }),
  ).toBe(`Early help

Speaks of harm.

[Music]

Alex Reed: Welcome & hello. This is <the> show --> about early help.

Sam O’Neil: Thank you.

--

Find out more on our site.
`);
});

test('HTML', () => {
  expect(formatHtmlFragment(conversation)).toBe(`<time datetime="PT0S">0:00</time>
<p>[Music]</p>
<cite>Alex Reed:</cite>
<time datetime="PT2.5S">0:02</time>
<p>Welcome &amp; hello. This is &lt;the&gt; show --&gt; about early help.</p>
<cite>Sam O’Neil:</cite>
<time datetime="PT7.5S">0:07</time>
<p>Thank you.</p>
<hr>
<time datetime="PT10S">0:10</time>
<p>Find out more on our site.</p>
`);
});

test('a page of HTML is whole, and nothing in it can run', () => {
  const page = formatHtml(timed(['<img src=x>', '<script>alert(1)</script>']), {
    language: 'en-GB',
    title: 'Help & "care" </title><script>',
    advisory: '<b>',
    pageUrl: 'https://example.org/?a="&b',
  });
  expect(page).toMatch(/^<!DOCTYPE html>\n<html lang="en-GB">/);
  expect(page).toContain('<h1>Help &amp; "care" &lt;/title&gt;&lt;script&gt;</h1>');
  expect(page).not.toMatch(/<script|<img|<b>/);
});

test('the affiliation stands where somebody first speaks', () => {
  const alex = { name: 'Alex Reed', organisation: 'Example Council' };
  const turns = [alex, alex].map((speaker) => ({ speaker, paragraphs: [[{ text: 'Hello.', line: 1 }]] }));
  const transcript: Transcript = { source: 'a.txt', format: 'plain', isTimed: false, turns };
  expect(formatText(transcript)).toBe('Alex Reed – Example Council: Hello.\n\nAlex Reed: Hello.\n');
  expect(formatHtmlFragment(transcript)).toBe(
    '<cite>Alex Reed:</cite>\n<span>Example Council</span>\n<p>Hello.</p>\n<cite>Alex Reed:</cite>\n<p>Hello.</p>\n',
  );
});

describe('long segments', () => {
  const words =
    'When we looked at the reviews, we saw that people had worked alone, and that nobody had asked the child'.split(
      ' ',
    );
  const sentence = {
    text: words.join(' '),
    line: 1,
    startSeconds: 0,
    endSeconds: words.length / 2,
    words: words.map((text, i) => ({ text, startSeconds: i / 2, endSeconds: i / 2 + 0.5 })),
  };
  const transcript = (segment: Partial<typeof sentence>): Transcript => ({
    ...timed(),
    turns: [{ speaker: { name: 'Alex' }, paragraphs: [[{ ...sentence, ...segment }]] }],
  });

  test('are cut at clauses where the time of each word is known', () => {
    expect(formatSrt(transcript({}))).toBe(`1
00:00:00,000 --> 00:00:06,500
Alex: When we looked at the reviews,
we saw that people had worked alone,

2
00:00:06,500 --> 00:00:10,000
and that nobody had asked the child
`);
  });

  test('stay whole where it is not', () => {
    const { words: _, ...untimedWords } = sentence;
    const vtt = formatVtt({ ...transcript({}), turns: [{ speaker: undefined, paragraphs: [[untimedWords]] }] });
    expect(vtt.match(/-->/g)).toHaveLength(1);
    expect(vtt).toContain('00:00:00.000 --> 00:00:10.000');
    for (const line of vtt.split('\n')) expect(line.length).toBeLessThanOrEqual(65);
  });
});

describe('round trips', () => {
  const times = fc.array(fc.integer({ min: 1, max: 20_000 }), { minLength: 1, maxLength: 40 });
  const transcripts = (word: fc.Arbitrary<string>, names: readonly string[]) =>
    times.chain((lengths) =>
      fc
        .tuple(
          ...lengths.map(() => fc.tuple(fc.constantFrom(...names), fc.array(word, { minLength: 1, maxLength: 30 }))),
        )
        .map((cues) => {
          let at = 0;
          const turns = cues.map(([name, words], i): Turn => {
            const startSeconds = at / 1000;
            at += lengths[i] ?? 0;
            return {
              speaker: { name },
              paragraphs: [[{ text: words.join(' '), line: 1, startSeconds, endSeconds: at / 1000 }]],
            };
          });
          return { ...timed(), turns };
        }),
    );
  const facts = (transcript: Pick<Transcript, 'turns'>) =>
    segmentsOf(transcript).map(({ speaker, text, startSeconds, endSeconds }) => [
      speaker,
      text,
      startSeconds,
      endSeconds,
    ]);
  const reread = (text: string, name: string): Transcript => joinTranscript(parseTranscript(text, name), name, []);

  const anyWord = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 9 })
    .map((text) => text.replace(/[\s\p{C}]/gu, ''))
    .filter((text) => text !== '');
  // Never a speaker's name in lower case, by which an ordinary word is told from a name.
  const plainWord = fc.stringMatching(/^[b-r]{1,9}[,.?!]?$/);

  test('WebVTT keeps any words, names and times, and is valid', () => {
    fc.assert(
      fc.property(transcripts(anyWord, ['Alex Reed', 'R & D <x>', 'Ölaf-Ø']), (transcript) => {
        const vtt = formatVtt(transcript);
        expect(new WebVTTParser().parse(vtt, 'metadata').errors).toEqual([]);
        expect(facts(reread(vtt, 'a.vtt'))).toEqual(facts(transcript));
      }),
    );
  });

  test('SubRip keeps words, names and times, and is valid', () => {
    fc.assert(
      fc.property(transcripts(plainWord, ['Alex Reed', 'Sam', 'Speaker 3']), (transcript) => {
        const srt = formatSrt(transcript);
        expect(parseStrictSrt(srt)).toHaveLength(transcript.turns.length);
        expect(facts(reread(srt, 'a.srt'))).toEqual(facts(transcript));
        expect(facts(reread(formatVtt(reread(srt, 'a.srt')), 'a.vtt'))).toEqual(facts(transcript));
      }),
    );
  });

  test('JSON keeps any words and names, and the time of the end', () => {
    const named = (source: Transcript) =>
      segmentsOf(source).flatMap(({ speaker, text }) => text.split(' ').map((word) => [speaker, word]));
    fc.assert(
      fc.property(transcripts(anyWord, ['Alex Reed', 'R & D <x>', 'Ölaf-Ø']), (transcript) => {
        const json = formatJson(transcript);
        expect(jsonSchema.safeParse(JSON.parse(json)).error).toBeUndefined();
        const copy = reread(json, 'a.json');
        expect(named(copy)).toEqual(named(transcript));
        expect(segmentsOf(copy).at(-1)?.endSeconds).toBe(segmentsOf(transcript).at(-1)?.endSeconds);
      }),
    );
  });

  const forms = {
    vtt: formatVtt,
    srt: formatSrt,
    json: formatJson,
  } as const;
  const pairs = Object.keys(forms).flatMap((from) => Object.keys(forms).map((to) => [from, to] as const));
  const formOf = (name: string) => Object.entries(forms).find(([key]) => key === name)?.[1] ?? formatVtt;

  test.each(pairs)('%s and then %s keep words, names and times', (from, to) => {
    // A cue is a sentence: JSON of recognisers cuts sentences anywhere, and its reader joins the pieces.
    const sentence = fc.array(plainWord, { minLength: 1, maxLength: 12 }).map((words) => `${words.join(' ')}.`);
    fc.assert(
      fc.property(transcripts(sentence, ['Alex Reed', 'Sam']), (long) => {
        const turns = long.turns.map(({ paragraphs, ...turn }) => ({
          ...turn,
          paragraphs: paragraphs.map((segments) =>
            segments.map((segment) => ({ ...segment, text: segment.text.replace(/[.,?!](?=[ .])/g, '') })),
          ),
        }));
        const transcript = { ...long, turns };
        const once = reread(formOf(from)(transcript), `a.${from}`);
        const twice = reread(formOf(to)(once), `a.${to}`);
        expect(facts(twice)).toEqual(facts(transcript));
      }),
    );
  });

  test('all five say the same words in the same order', () => {
    const spoken = (text: string) => text.split(/\s+/).filter((word) => word !== '');
    const unnamed = (text: string) => text.replace(/^(?:Alex Reed|Sam): /gm, '');
    fc.assert(
      fc.property(transcripts(plainWord, ['Alex Reed', 'Sam']), (transcript) => {
        const words = segmentsOf(transcript).flatMap(({ text }) => spoken(text));
        const html = formatHtmlFragment(transcript).matchAll(/<p>(.*)<\/p>/g);
        const cues = parseStrictSrt(formatSrt(transcript));
        const { segments } = jsonSchema.parse(JSON.parse(formatJson(transcript)));
        expect(spoken(unnamed(formatText(transcript)))).toEqual(words);
        expect([...html].flatMap(([, text = '']) => spoken(text))).toEqual(words);
        expect(spoken(formatVtt(transcript).replace(/^(?:WEBVTT|.*-->.*)$|<v.*?>/gm, ''))).toEqual(words);
        expect(cues.flatMap(({ lines }) => spoken(unnamed(lines.join(' '))))).toEqual(words);
        expect(segments.flatMap(({ body }) => spoken(body))).toEqual(words);
      }),
    );
  });
});

/** The schema of the podcast namespace's transcripts, as strict as it is. */
const jsonSchema = z.object({
  version: z.literal('1.0.0'),
  segments: z
    .array(
      z.object({
        speaker: z.string().min(1).optional(),
        startTime: z.number().nonnegative(),
        endTime: z.number().nonnegative().optional(),
        body: z.string(),
      }),
    )
    .min(1),
});

test('a page whose only time is the very beginning keeps its words', () => {
  const turns = [
    { speaker: undefined, paragraphs: [[{ text: 'Nobody says who I am.', line: 1, startSeconds: 0, endSeconds: 2 }]] },
  ];
  const page = formatHtml({ source: 'a.srt', format: 'srt', isTimed: true, turns }, { language: 'en' });
  const read = parseTranscript(page, 'a.html').turns.flatMap(({ paragraphs }) => paragraphs.flat());
  expect(read).toMatchObject([{ text: 'Nobody says who I am.', startSeconds: 0 }]);
});

test('a paragraph of one word is not set so that it would be read as a name', () => {
  const paragraph = (text: string) => [{ text, line: 1 }];
  const turns = [
    { speaker: { name: 'Ann Lee' }, paragraphs: [paragraph('It is easy.'), paragraph('Chidi'), paragraph('Ask him.')] },
    { speaker: { name: 'Ben Roe' }, paragraphs: [paragraph('I will.')] },
  ];
  const text = formatText({ source: 'a.md', format: 'markdown', isTimed: false, turns: [...turns, ...turns] });
  expect(text).toContain('Ann Lee: It is easy. Chidi\n\nAsk him.\n');
  const read = parseTranscript(text, 'a.txt').turns;
  expect(read.map(({ speaker }) => speaker?.name)).toEqual(['Ann Lee', 'Ben Roe', 'Ann Lee', 'Ben Roe']);
});
