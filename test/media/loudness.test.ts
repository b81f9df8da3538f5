import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SoundMeter } from '../../src/media/loudness.ts';
import { blocks, joined, sine } from './sound.ts';

function measured(channels: readonly Float32Array[], sampleRate = 48_000, size?: number) {
  const meter = new SoundMeter();
  for (const block of blocks(channels, sampleRate, size)) meter.add(block);
  return meter.report;
}

const silent = (sampleRate: number, seconds: number) => new Float32Array(sampleRate * seconds);

/** The signals and tolerances of EBU Tech 3341. */
describe('integrated loudness', () => {
  test.each([22_050, 44_100, 48_000])('a stereo tone of −23 dBFS is −23 LUFS at %i Hz', (sampleRate) => {
    const tone = sine(sampleRate, 20, -23);
    expect(measured([tone, tone], sampleRate).integratedLufs).toBeCloseTo(-23, 1);
  });

  test('the same tone in mono is 3 dB less: one loudspeaker, one channel', () => {
    expect(measured([sine(48_000, 20, -23)]).integratedLufs).toBeCloseTo(-26, 1);
  });

  test('quiet passages do not count', () => {
    const [soft, loud] = [sine(48_000, 10, -36), sine(48_000, 60, -23)];
    const tone = joined(soft, loud, soft);
    expect(measured([tone, tone]).integratedLufs).toBeCloseTo(-23, 1);
  });

  test('two levels within the gate are averaged by their energy', () => {
    const tone = joined(sine(48_000, 20, -26), sine(48_000, 20.1, -20), sine(48_000, 20, -26));
    expect(measured([tone, tone]).integratedLufs).toBeCloseTo(-23, 1);
  });

  test('silence has no loudness', () => {
    const report = measured([silent(48_000, 3)]);
    expect(report).toMatchObject({ integratedLufs: undefined, truePeakDb: undefined });
    expect(report.silenceAtStartSeconds).toBe(3);
  });

  test('of 5.1 channels the surround ones count more and the one for effects does not', () => {
    const [tone, none] = [sine(48_000, 5, -23), silent(48_000, 5)];
    const front = measured([tone, none, none, none, none, none]).integratedLufs ?? 0;
    expect(measured([none, none, none, none, tone, none]).integratedLufs).toBeCloseTo(front + 1.49, 1);
    expect(measured([none, none, none, tone, none, none]).integratedLufs).toBeUndefined();
  });
});

describe('true peak', () => {
  test.each([
    [4, 0, -6],
    [4, 45, -6],
    [6, 60, -6],
    [8, 67.5, -6],
  ])('a tone at a %i-th of the sample rate, begun at %i°, is found between the samples', (part, degrees, peak) => {
    const tone = sine(48_000, 1, -6.02, 48_000 / part, (degrees * Math.PI) / 180);
    const faded = tone.map((sample, i) => sample * Math.min(1, i / 4800, (tone.length - i) / 4800));
    const { truePeakDb = 0 } = measured([faded]);
    expect(truePeakDb).toBeLessThan(peak + 0.2);
    expect(truePeakDb).toBeGreaterThan(peak - 0.4);
  });
});

test('clipping is counted by stretches of full scale, not by loud samples', () => {
  const tone = sine(48_000, 1, 0, 100);
  expect(measured([tone.map((sample) => Math.max(-1, Math.min(1, sample * 1.2)))]).clippings).toBe(200);
  expect(measured([sine(48_000, 1, -0.1, 100)]).clippings).toBe(0);
});

test('silence at both ends is measured to a tenth of a second', () => {
  const sound = joined(silent(44_100, 2), sine(44_100, 3, -20), silent(44_100, 1.5));
  const report = measured([sound], 44_100);
  expect(report.silenceAtStartSeconds).toBeCloseTo(2, 1);
  expect(report.silenceAtEndSeconds).toBeCloseTo(1.5, 1);
  expect(report.durationSeconds).toBeCloseTo(6.5, 5);
});

test.each([
  ['mono', [0.5]],
  ['identical-channels', [0.5, 0.5]],
  ['left-only', [0.5, 0]],
  ['right-only', [0, 0.5]],
  ['out-of-phase', [0.5, -0.4]],
  ['stereo', [0.5, 0.2]],
])('%s', (image, gains) => {
  const tone = sine(48_000, 1, 0);
  expect(measured(gains.map((gain) => tone.map((sample) => sample * gain))).image).toBe(image);
});

test('two different voices are stereo', () => {
  expect(measured([sine(48_000, 1, -6, 440), sine(48_000, 1, -6, 550)]).image).toBe('stereo');
});

test('the waveform has a peak for every tenth of a second, and never more than 2,000', () => {
  const short = measured([joined(sine(8000, 1, -6), sine(8000, 1, -20))], 8000).waveform;
  expect(short.secondsPerPeak).toBe(0.1);
  expect(short.peaks).toHaveLength(20);
  expect(short.peaks[2]).toBeCloseTo(0.5, 2);
  expect(short.peaks[15]).toBeCloseTo(0.1, 2);
  const long = measured([sine(1000, 500, -6, 97)], 1000).waveform;
  expect(long.peaks.length).toBeLessThanOrEqual(2000);
  expect(long.peaks.length * long.secondsPerPeak).toBeCloseTo(500, 0);
});

test('it makes no difference in what pieces the sound arrives', () => {
  const noise = Float32Array.from({ length: 20_000 }, (_, i) => Math.sin(i * i * 0.01) * Math.sin(i * 0.001));
  const whole = measured([noise, noise.map((sample) => -sample)], 16_000, noise.length);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5000 }), (size) => {
      const pieces = measured([noise, noise.map((sample) => -sample)], 16_000, size);
      expect(pieces.integratedLufs).toBeCloseTo(whole.integratedLufs ?? 0, 6);
      expect({ ...pieces, integratedLufs: 0 }).toEqual({ ...whole, integratedLufs: 0 });
    }),
    { numRuns: 15 },
  );
});
