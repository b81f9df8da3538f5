import { expect, test } from 'vitest';
import { type Aligned, type AlignmentRequest, alignTranscript } from '../../src/alignment/align.ts';
import { blocksOf, drums, noise, recordingOf, sampleRate, toneVoice, transcriptOf } from './tone-voice.ts';

const texts = [
  'Welcome to the programme about rivers and their banks.',
  'We asked a warden what changed this winter.',
  'Mostly the water came twice as high as before.',
  'Did anybody lose a house by it?',
  'No, but four families moved away for a month.',
  'How quickly can the council mend such damage?',
  'By June every path should be open again.',
  'Thank you for the visit and goodbye.',
];
/** Of letters that are not in the texts: nothing of this is ever heard. */
const elsewhere = ['Zqxj jzqx xqzj qjxz.', 'Jqzx zxqj xzqj jxqz zjqx.', 'Qxzj xjqz zqjx.', 'Xqjz jqxz zxjq qzjx xzqj.'];
const recording = recordingOf(texts);

function request(given: Partial<AlignmentRequest> = {}): AlignmentRequest {
  const transcript = transcriptOf(texts);
  return { transcript, pcm: blocksOf(recording.samples), voice: toneVoice, language: 'en-GB', ...given };
}

async function aligned(given: Partial<AlignmentRequest> = {}): Promise<Aligned> {
  const result = await alignTranscript(request(given));
  if (result.kind === 'refused') throw new Error(result.reason);
  return result;
}

/** How far the start of each text is from when it was said, `shift` seconds later than in the recording. */
function errors({ cues }: Aligned, shift = 0): Map<string, number> {
  return new Map(
    cues.flatMap(({ segment, startSeconds }) => {
      const said = recording.spoken.find(({ text }) => text === segment.text);
      return said === undefined ? [] : [[segment.text, Math.abs(startSeconds - said.start - shift)]];
    }),
  );
}

const greatest = (numbers: Iterable<number>) => Math.max(...numbers);

test('every sentence gets the time at which it is said, and none is in doubt', async () => {
  const result = await aligned();
  expect(greatest(errors(result).values())).toBeLessThan(0.08);
  expect(result.doubtful).toEqual([]);
  expect(result.unaccounted).toEqual([]);
  const ends = result.cues.map(({ endSeconds }, index) => Math.abs(endSeconds - (recording.spoken[index]?.end ?? 0)));
  expect(greatest(ends)).toBeLessThan(0.15);
});

test('the transcript keeps its words, speakers and lines, and is timed throughout', async () => {
  const { transcript } = await aligned();
  const segments = transcript.turns.flatMap(({ paragraphs }) => paragraphs.flat());
  expect(transcript.isTimed).toBe(true);
  expect(segments.map(({ text }) => text)).toEqual(texts);
  expect(segments.map(({ line }) => line)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(transcript.turns.map(({ speaker }) => speaker?.name).slice(0, 2)).toEqual(['Ada', 'Grace']);
  for (const { text, words = [] } of segments) expect(words.map((word) => word.text).join(' ')).toBe(text);
});

test('words follow one another within their sentence', async () => {
  const { cues } = await aligned();
  for (const { segment, startSeconds, endSeconds } of cues) {
    const times = (segment.words ?? []).flatMap((word) => [
      word.startSeconds ?? Number.NaN,
      word.endSeconds ?? Number.NaN,
    ]);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(times[0]).toBeGreaterThanOrEqual(startSeconds - 0.02);
    expect(times.at(-1)).toBeLessThanOrEqual(endSeconds);
  }
});

test('the same input gives the same times', async () => {
  expect(await aligned()).toEqual(await aligned());
});

test('drums before the talk and after it shift the times and move nothing else', async () => {
  const result = await aligned({ pcm: blocksOf(drums(6), recording.samples, drums(6)) });
  expect(greatest(errors(result, 6).values())).toBeLessThan(0.1);
  expect(result.doubtful).toEqual([]);
});

test('a hiss as strong as the talk moves no sentence far and puts none in doubt', async () => {
  const power = recording.samples.reduce((sum, sample) => sum + sample ** 2, 0) / recording.samples.length;
  const hiss = noise(recording.samples.length, Math.sqrt(12 * power));
  const result = await aligned({ pcm: blocksOf(recording.samples.map((sample, k) => sample + (hiss[k] ?? 0))) });
  expect(greatest(errors(result).values())).toBeLessThan(0.3);
  expect(result.doubtful).toEqual([]);
});

test('where the author says that talk begins and ends, nothing is looked for outside', async () => {
  const { length } = recording.samples;
  const result = await aligned({
    pcm: blocksOf(recording.samples, recording.samples, recording.samples),
    speechStart: length / sampleRate,
    speechEnd: (2 * length) / sampleRate,
  });
  expect(greatest(errors(result, length / sampleRate).values())).toBeLessThan(0.08);
});

test('words that the transcript lacks are named as a stretch of sound, and the others keep their times', async () => {
  const kept = texts.filter((_, index) => index < 2 || index > 4);
  const result = await aligned({ transcript: transcriptOf(kept) });
  expect(greatest(errors(result).values())).toBeLessThan(0.1);
  const [hole] = result.unaccounted;
  expect(hole?.startSeconds).toBeCloseTo(recording.spoken[2]?.start ?? 0, 0);
  expect(hole?.endSeconds).toBeCloseTo(recording.spoken[4]?.end ?? 0, 0);
});

test('sentences that were never said are in doubt, in the gap where they would be, and the others keep their times', async () => {
  const never = elsewhere.slice(0, 3);
  const result = await aligned({ transcript: transcriptOf(texts.toSpliced(4, 0, ...never)) });
  expect(result.doubtful.map(({ segment }) => segment.text)).toEqual(never);
  expect(greatest(errors(result).values())).toBeLessThan(0.2);
  for (const [index, { startSeconds, endSeconds }] of result.cues.entries()) {
    expect(endSeconds).toBeGreaterThan(startSeconds);
    expect(startSeconds).toBeGreaterThanOrEqual((result.cues[index - 1]?.endSeconds ?? 0) - 0.001);
  }
  expect(result.doubtful.every(({ segment }) => segment.words === undefined)).toBe(true);
});

test('times in the transcript are held to', async () => {
  // The whole talk is heard twice; the stamp says that the second time is meant.
  const length = recording.samples.length / sampleRate;
  const result = await aligned({
    pcm: blocksOf(recording.samples, recording.samples),
    transcript: transcriptOf(texts, [Math.floor(length + 0.5)]),
  });
  expect(greatest(errors(result, length).values())).toBeLessThan(0.1);
});

test('a time that goes back or lies behind the end is named and not held to', async () => {
  const result = await aligned({ transcript: transcriptOf(texts, [0, undefined, undefined, 9999, 12, 3]) });
  expect(result.unusableTimes.map(({ line }) => line)).toEqual([4, 6]);
});

test('a dash among the sentences is no obstacle', async () => {
  const result = await aligned({ transcript: transcriptOf(texts.toSpliced(3, 0, '—')) });
  expect(greatest(errors(result).values())).toBeLessThan(0.1);
  expect(result.cues).toHaveLength(9);
});

test.each([
  ['no audio', { pcm: blocksOf() }, 'hardly any sound'],
  ['silence', { pcm: blocksOf(new Float32Array(20 * sampleRate)) }, 'not heard'],
  ['no words', { transcript: transcriptOf(['—', '…']) }, 'no words'],
  ['an empty transcript', { transcript: transcriptOf([]) }, 'no words'],
])('%s is refused with a reason', async (_, given, reason) => {
  const result = await alignTranscript(request(given));
  expect(result).toEqual({ kind: 'refused', reason: expect.stringContaining(reason) });
});

test('an aborted signal stops the work in the middle', async () => {
  const controller = new AbortController();
  const work = alignTranscript(
    request({
      signal: controller.signal,
      onProgress: ({ step }) => {
        if (step === 'matching') controller.abort(new Error('stopped by hand'));
      },
    }),
  );
  await expect(work).rejects.toThrow('stopped by hand');
});

test('progress is told in order: hearing, speaking, matching', async () => {
  const steps: string[] = [];
  await aligned({ onProgress: ({ step }) => steps.at(-1) !== step && steps.push(step) });
  expect(steps).toEqual(['hearing', 'speaking', 'matching']);
});
