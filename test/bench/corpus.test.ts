import { MPEGDecoder } from 'mpg123-decoder';
import { describe, expect, test } from 'vitest';
import { chance } from '../../bench/corpus/chance.ts';
import { episodeAt } from '../../bench/corpus/episode.ts';
import { titleOf } from '../../bench/corpus/prose.ts';
import { longTalk, type Recording, recordings, withoutHeader } from '../../bench/corpus/recordings.ts';
import { probeAudio } from '../../src/media/audio.ts';
import { memorySource } from '../../src/media/byte-source.ts';
import { frameRuns } from '../../src/media/mpeg-stream.ts';

const seconds = 20;

function made({ make }: Recording): Buffer {
  const tags = {
    title: 'Tide',
    artist: 'Sam Field',
    album: 'Harbour',
    chapters: [{ title: 'All', start: 0, end: 20 }],
  };
  const picture = Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex');
  return make({ seconds, tags, pictures: { small: picture, cover: picture }, random: chance(1) });
}

/** A bench that measures damaged files measures nothing that anybody has. */
describe.each([...recordings, longTalk, withoutHeader].map((recording, index) => [index, recording] as const))(
  'recording %i of the corpus',
  (_, recording) => {
    test('is whole, and as long as it was meant to be', async () => {
      const result = await probeAudio(memorySource(made(recording)));
      if ('failure' in result) throw new Error(JSON.stringify(result.failure));
      expect(result.audio.faults).toEqual([]);
      expect(Math.abs(result.audio.durationSeconds - seconds)).toBeLessThan(0.05);
      expect(result.audio.chapters).toHaveLength(recording.hasChapters === true ? 1 : 0);
    });

    test.skipIf(recording.extension !== 'mp3')('plays as silence', async () => {
      const decoder = new MPEGDecoder();
      await decoder.ready;
      let samples = 0;
      let [rate, loudest] = [0, 0];
      for await (const run of frameRuns(memorySource(made(recording)))) {
        const { channelData, samplesDecoded, sampleRate, errors } = decoder.decode(run);
        expect(errors).toEqual([]);
        samples += samplesDecoded;
        rate = sampleRate;
        loudest = Math.max(loudest, ...channelData.map((channel) => Math.max(...channel.subarray(0, 1000))));
      }
      decoder.free();
      expect(Math.abs(samples / rate - seconds)).toBeLessThan(0.1);
      expect(loudest).toBe(0);
    });
  },
);

test('an episode is the same each time, and no other has its title', () => {
  const facts = (index: number) => {
    const { name, markdown, transcript } = episodeAt(index);
    return JSON.stringify({ name, markdown, transcript });
  };
  expect(facts(7)).toBe(facts(7));
  expect(new Set(Array.from({ length: 20_000 }, (_, index) => titleOf(index))).size).toBe(20_000);
});
