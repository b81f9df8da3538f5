import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { probeAudio } from '../../src/media/audio.ts';
import { memorySource } from '../../src/media/byte-source.ts';
import type { AudioInfo } from '../../src/model/media.ts';

const bytesOf = (name: string) => new Uint8Array(readFileSync(join(import.meta.dirname, 'fixtures', name)));

async function probed(bytes: Uint8Array): Promise<AudioInfo> {
  const result = await probeAudio(memorySource(bytes));
  if ('failure' in result) throw new Error(JSON.stringify(result.failure));
  return result.audio;
}

/** ffprobe's duration of each fixture, or the decoder's where ffprobe only guesses from the bit rate. */
describe.each([
  ['cbr-info.mp3', 'audio/mpeg', 'MP3', 2.534, 44100, 1],
  ['cbr-bare.mp3', 'audio/mpeg', 'MP3', 2.534, 44100, 1],
  ['vbr-xing.mp3', 'audio/mpeg', 'MP3', 2.534, 44100, 1],
  ['vbr-bare.mp3', 'audio/mpeg', 'MP3', 2.534, 44100, 1],
  ['mpeg2-bare.mp3', 'audio/mpeg', 'MP3', 2.56, 22050, 1],
  ['stereo-48k.mp3', 'audio/mpeg', 'MP3', 2.544, 48000, 2],
  ['v1-only.mp3', 'audio/mpeg', 'MP3', 2.534, 44100, 1],
  ['chapters-faststart.m4a', 'audio/x-m4a', 'AAC', 2.5, 44100, 1],
  ['chapters.m4a', 'audio/x-m4a', 'AAC', 2.5, 44100, 1],
  ['fragmented.m4a', 'audio/x-m4a', 'AAC', 2.523, 44100, 1],
  ['video.mp4', 'video/mp4', 'AAC', 2.5, 44100, 1],
  ['tone.wav', 'audio/wav', 'PCM', 2.5, 8000, 1],
  ['tone.aiff', 'audio/aiff', 'PCM', 2.5, 8000, 1],
  ['tone.flac', 'audio/flac', 'FLAC', 2.5, 8000, 1],
  ['tone.ogg', 'audio/ogg', 'Vorbis', 2.5, 44100, 1],
  ['tone.opus', 'audio/ogg', 'Opus', 2.5, 48000, 1],
  ['tone.aac', 'audio/aac', 'AAC', 2.531, 44100, 1],
  ['tone.webm', 'audio/webm', 'VORBIS', 2.503, 44100, 1],
  ['tone.wma', 'audio/x-ms-wma', 'Windows Media Audio V8', 2.507, undefined, undefined],
])('%s', (name, mimeType, codec, seconds, sampleRate, channels) => {
  test('is what ffprobe says', async () => {
    const audio = await probed(bytesOf(name));
    expect(audio).toMatchObject({ mimeType, codec, faults: [] });
    expect([audio.sampleRate, audio.channels]).toEqual([sampleRate, channels]);
    expect(Math.abs(audio.durationSeconds - seconds)).toBeLessThan(0.01);
  });
});

test('an MP3 with a seek header is told from one without, and a constant bit rate from a variable one', async () => {
  const facts = async (name: string) => {
    const { hasSeekHeader, isVariableBitrate } = await probed(bytesOf(name));
    return { hasSeekHeader, isVariableBitrate };
  };
  expect(await facts('cbr-info.mp3')).toEqual({ hasSeekHeader: true, isVariableBitrate: false });
  expect(await facts('cbr-bare.mp3')).toEqual({ hasSeekHeader: false, isVariableBitrate: false });
  expect(await facts('vbr-xing.mp3')).toEqual({ hasSeekHeader: true, isVariableBitrate: true });
  expect(await facts('vbr-bare.mp3')).toEqual({ hasSeekHeader: false, isVariableBitrate: true });
});

test('the bit rate of a constant 32 kbit/s file is 32 kbit/s', async () => {
  for (const name of ['cbr-info.mp3', 'cbr-bare.mp3']) {
    expect((await probed(bytesOf(name))).bitrate).toBeGreaterThan(31_900);
    expect((await probed(bytesOf(name))).bitrate).toBeLessThan(32_100);
  }
});

test.each(['tagged-v23.mp3', 'tagged-v24.mp3', 'chapters.m4a', 'chapters-faststart.m4a'])(
  'tags and chapters of %s',
  async (name) => {
    const { tags, chapters } = await probed(bytesOf(name));
    expect(tags).toMatchObject({
      title: 'A small tone',
      artist: 'Narrator',
      album: 'The Show',
      date: '2026',
      track: 3,
    });
    expect(tags.all.map((tag) => tag.text)).toContain('Made by script');
    expect(chapters).toEqual([
      { startSeconds: 0, endSeconds: 1, title: 'Welcome' },
      { startSeconds: 1, endSeconds: 2.5, title: 'Early help – part two' },
    ]);
  },
);

test('chapters that only Nero wrote are found', async () => {
  const bytes = bytesOf('chapters.m4a');
  const withoutTrack = Buffer.from(bytes);
  withoutTrack.write('xxxx', withoutTrack.lastIndexOf('tref'), 'latin1');
  expect((await probed(withoutTrack)).chapters).toEqual([
    { startSeconds: 0, title: 'Welcome' },
    { startSeconds: 1, title: 'Early help – part two' },
  ]);
});

test('an ID3v1 tag at the end is read, and not taken for sound', async () => {
  const [tagged, bare] = [await probed(bytesOf('v1-only.mp3')), await probed(bytesOf('cbr-bare.mp3'))];
  expect(tagged.tags).toMatchObject({ title: 'Only v1', artist: 'Narrator' });
  expect(tagged.durationSeconds).toBe(bare.durationSeconds);
});

test('an embedded picture is weighed', async () => {
  expect((await probed(bytesOf('picture.mp3'))).picture).toEqual({
    mimeType: 'image/png',
    bytes: bytesOf('cover.png').length,
  });
});

test('an index behind the sound is told from one before it', async () => {
  expect((await probed(bytesOf('chapters-faststart.m4a'))).isFastStart).toBe(true);
  expect((await probed(bytesOf('index-last.m4a'))).isFastStart).toBe(false);
});

test('two ID3 tags in a row are stepped over', async () => {
  const bytes = Buffer.concat([bytesOf('tagged-v24.mp3').subarray(0, 300), bytesOf('tagged-v23.mp3')]);
  bytes.set([0, 0, 2, 34], 6); // the first tag is 10 + 290 bytes long
  expect((await probed(bytes)).durationSeconds).toBeCloseTo(2.534, 3);
});

describe('faults', () => {
  test.each([
    ['cbr-info.mp3', 0.6, 'it breaks off 1 second before its end'],
    ['chapters-faststart.m4a', 0.5, 'it breaks off 1 second before its end'],
    ['tone.wav', 0.2, 'it breaks off 2 seconds before its end'],
    ['tone.aiff', 0.2, 'it breaks off 2 seconds before its end'],
  ])('%s without its end', async (name, share, detail) => {
    const whole = bytesOf(name);
    const { faults } = await probed(whole.subarray(0, whole.length * share));
    expect(faults).toEqual([{ kind: 'truncated', detail }]);
  });

  test('an MP3 without a seek header that stops inside a frame', async () => {
    const { faults } = await probed(bytesOf('vbr-bare.mp3').subarray(0, 9000));
    expect(faults).toEqual([{ kind: 'truncated', detail: 'it stops in the middle of a sound frame' }]);
  });

  test('something else before the sound', async () => {
    const bytes = Buffer.concat([Buffer.alloc(500, 'no sound '), Buffer.from([0xff, 0x00]), bytesOf('cbr-bare.mp3')]);
    const { faults, durationSeconds } = await probed(bytes);
    expect(faults).toEqual([
      { kind: 'garbage-before-audio', detail: '502 bytes of something else come before the sound' },
    ]);
    expect(durationSeconds).toBeCloseTo(2.534, 3);
  });

  test('a tag that claims to be longer than the file', async () => {
    const bytes = Buffer.from(bytesOf('tagged-v23.mp3'));
    bytes.set([0x7f, 0x7f, 0x7f, 0x7f], 6);
    const { faults, durationSeconds } = await probed(bytes);
    expect(faults.map((fault) => fault.kind)).toContain('damaged-tag');
    expect(durationSeconds).toBeCloseTo(2.534, 3);
  });

  test('two soundtracks', async () => {
    expect((await probed(bytesOf('two-soundtracks.m4a'))).faults).toEqual([
      { kind: 'several-audio-streams', detail: 'it holds 2 soundtracks' },
    ]);
  });
});

test('two files glued together are as long as both, whatever the first one’s header says', async () => {
  const long = Buffer.concat(Array.from({ length: 12 }, () => bytesOf('cbr-info.mp3')));
  const { durationSeconds, hasSeekHeader } = await probed(long);
  expect(hasSeekHeader).toBe(false);
  expect(durationSeconds).toBeGreaterThan(12 * 2.5);
});
