import { expect, test } from 'vitest';
import type { Transcript } from '../../src/model/transcript.ts';
import { transcriptFiles, transcripts } from '../../src/outputs/transcripts.ts';
import { convertTranscript } from '../../src/transcripts/convert.ts';
import { makeEpisode, makePodcast } from '../feed/podcast.ts';

const segment = { text: 'Hello.', line: 1, startSeconds: 0, endSeconds: 1 };
const timed: Transcript = {
  source: 'episodes/tide.transcript.vtt',
  format: 'webvtt',
  isTimed: true,
  turns: [{ speaker: { name: 'Anna' }, paragraphs: [[segment]] }],
};
const untimed: Transcript = {
  ...timed,
  isTimed: false,
  turns: [{ speaker: { name: 'Anna' }, paragraphs: [[{ text: 'Hello.', line: 1 }]] }],
};

test('a timed transcript is published in five formats, an untimed one in two, none in none', () => {
  const episodes = [
    makeEpisode({ slug: 'timed', transcript: timed, advisory: 'Speaks of harm.' }),
    makeEpisode({ slug: 'untimed', transcript: untimed }),
    makeEpisode({ slug: 'without' }),
  ];
  const files = [...transcripts.render(makePodcast({ episodes }))];
  expect(files.map(({ path }) => path)).toEqual([
    'episodes/timed/transcript.vtt',
    'episodes/timed/transcript.srt',
    'episodes/timed/transcript.json',
    'episodes/timed/transcript.html',
    'episodes/timed/transcript.txt',
    'episodes/untimed/transcript.html',
    'episodes/untimed/transcript.txt',
  ]);
  const text = files.map((file) => ('contents' in file ? String(file.contents) : ''));
  expect(text[4]).toBe('The night the tide forgot\n\nSpeaks of harm.\n\nAnna: Hello.\n');
  expect(text[3]).toContain('<html lang="en-GB">');
});

test('the feed is told of the files by type, timed ones as captions', () => {
  expect(transcriptFiles(makeEpisode({ transcript: timed })).map(({ type, rel }) => [type, rel])).toEqual([
    ['text/vtt', 'captions'],
    ['application/x-subrip', 'captions'],
    ['application/json', 'captions'],
    ['text/html', undefined],
    ['text/plain', undefined],
  ]);
  expect(transcriptFiles(makeEpisode())).toEqual([]);
});

test('a file is converted by itself', async () => {
  const vtt = Buffer.from('WEBVTT\n\n00:00.000 --> 00:01.000\n<v Anna>Hello.\n');
  const srt = await convertTranscript(vtt, 'a.vtt', 'srt');
  expect(srt).toMatchObject({ contents: '1\n00:00:00,000 --> 00:00:01,000\nAnna: Hello.\n', problems: [] });
  const text = await convertTranscript(vtt, 'a.vtt', 'txt');
  expect(text.contents).toBe('Anna: Hello.\n');
  await expect(convertTranscript(vtt, 'a.vtt', 'doc')).rejects.toThrow(RangeError);
});

test('captions are refused where no times are known', async () => {
  const conversion = await convertTranscript(Buffer.from('Anna: Hello.\nBen: Hi.\n'), 'a.txt', 'vtt');
  expect(conversion.contents).toBeUndefined();
  expect(conversion.problems).toMatchObject([{ rule: 'transcript-untimed', severity: 'error' }]);
});
