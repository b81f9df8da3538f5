import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseTranscriptFile } from '../../src/transcripts/read.ts';

/** A small file of each form, to be damaged. */
const whole: Readonly<Record<string, string>> = {
  'plain.txt': 'Title\n--\nAnna Smith – Council\nHello. [0:05] More.\nBen\nHi.\n[00:01:00] Anna: Well?\n--\nBye.\n',
  'md.md': '---\ntitle: A\n---\n# Transcript\n\n**Anna:** Hello <b>you</b> & *me*.\n\n**Ben:** Hi.\n',
  'vtt.vtt':
    'WEBVTT\n\nNOTE x\n\n1\n00:01.000 --> 00:02.000\n<v Anna>Hello &amp; <00:01.500>you</v>\n\n00:02.000 --> 00:03.000\nHi.\n',
  'srt.srt': '1\n00:00:01,000 --> 00:00:02,000\nAnna: Hello\nyou\n\n2\n00:00:02,000 --> 00:00:03,000\nBen: Hi.\n',
  'sbv.sbv': '0:00:01.000,0:00:02.000\nHello\n\n0:00:02.000,0:00:03.000\nHi.\n',
  'teams.txt': '0:0:0.0 --> 0:0:1.250\nAnna Smith\nHello.\n0:0:2.90 --> 0:0:4.480\nBen Lee\nHi.\n',
  'podcast.json': '{"version":"1.0.0","segments":[{"speaker":"A","startTime":0,"endTime":1,"body":"Hello"}]}',
  'whisper.json':
    '{"text":"Hi","segments":[{"start":0,"end":1,"text":" Hi.","words":[{"word":"Hi.","start":0,"end":1}]}]}',
  'page.html': '<!DOCTYPE html><body><cite>Anna:</cite><time>0:01</time><p>Hello <b>you</b></p><hr><p>Bye</p>',
  'captions.ttml':
    '<tt xmlns="http://www.w3.org/ns/ttml"><body><div><p begin="1s" end="2s">Hello<br/>you</p></div></body></tt>',
};

const cut = fc.record({ at: fc.nat(220), remove: fc.nat(40), insert: fc.string({ unit: 'binary', maxLength: 12 }) });

describe.each(Object.entries(whole))('%s', (name, text) => {
  const lines = text.split('\n').length;

  test('however damaged is read without a crash, and findings stand inside it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(cut, { maxLength: 4 }), async (cuts) => {
        const damaged = cuts.reduce(
          (rest, { at, remove, insert }) => rest.slice(0, at) + insert + rest.slice(at + remove),
          text,
        );
        const { turns, problems } = await parseTranscriptFile(Buffer.from(damaged), name);
        const last = Math.max(lines, damaged.split(/\r\n|\r|\n/).length);
        for (const { line, column } of problems)
          expect([line >= 1, line <= last, column >= 1]).toEqual([true, true, true]);
        // Nothing at all may come of it only with a finding that says so.
        if (turns.length === 0) expect(problems.some(({ severity }) => severity === 'error')).toBe(true);
        for (const segment of turns.flatMap(({ paragraphs }) => paragraphs.flat())) {
          expect(segment.text).toBe(segment.text.trim());
          expect(segment.text).toMatch(/\S/);
          expect(segment.startSeconds ?? 0).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });
});

test('a very long line of any sign is read', async () => {
  for (const sign of [
    'a',
    ' ',
    '-',
    '<',
    '&',
    '[',
    '**',
    ':',
    '1:',
    '\n',
    '{"',
    'A ',
    '<p>',
    '. ',
    '"',
    '0:0',
    '<b>',
    '#',
    '_',
  ]) {
    const { problems } = await parseTranscriptFile(Buffer.from(`Anna: ${sign.repeat(100_000)}`), 'a.md');
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  }
});
