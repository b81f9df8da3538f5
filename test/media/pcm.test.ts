import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test, vi } from 'vitest';
import { monoAt, type PcmBlock } from '../../src/media/pcm.ts';
import { mediaProbe } from '../../src/node/media-probe.ts';
import { CannotDecode, decodeAudio } from '../../src/node/pcm-decoder.ts';

const fixtures = join(import.meta.dirname, 'fixtures');
const folder = mkdtempSync(join(tmpdir(), 'ppod-pcm-'));
afterAll(() => rmSync(folder, { recursive: true }));
const hasFfmpeg = spawnSync('ffmpeg', ['-version']).status === 0;

async function decoder(path: string) {
  const found = await mediaProbe(dirname(path)).audio(path.slice(dirname(path).length + 1));
  if (found.kind !== 'audio') throw new Error(JSON.stringify(found));
  return () => decodeAudio(path, found.audio);
}

/** All blocks in one: channels, samples of each, sample rate. */
async function shape(blocks: AsyncIterable<PcmBlock>) {
  let [channels, samples, sampleRate, loudest] = [0, 0, 0, 0];
  for await (const block of blocks) {
    channels = block.channels.length;
    sampleRate = block.sampleRate;
    samples += block.channels[0]?.length ?? 0;
    for (const sample of block.channels[0] ?? []) loudest = Math.max(loudest, Math.abs(sample));
  }
  return { channels, samples, sampleRate, loudest };
}

test.each([
  ['cbr-info.mp3', 1, 110_250, 44_100],
  ['stereo-48k.mp3', 2, 120_000, 48_000],
  ['mpeg2-bare.mp3', 1, 56_448, 22_050],
  ['picture.mp3', 1, 110_250, 44_100],
])('%s decodes to as many samples as went in', async (name, channels, samples, sampleRate) => {
  const decode = await decoder(join(fixtures, name));
  const found = await shape(decode());
  expect(found).toMatchObject({ channels, samples, sampleRate });
  expect(found.loudest).toBeGreaterThan(0.2);
  expect(found.loudest).toBeLessThan(0.4);
});

test.skipIf(!hasFfmpeg)('an M4A decodes through ffmpeg, in mono where it is mono', async () => {
  const found = await shape((await decoder(join(fixtures, 'chapters.m4a')))());
  expect(found).toMatchObject({ channels: 1, sampleRate: 44_100 });
  expect(found.samples / found.sampleRate).toBeCloseTo(2.5, 1);
  expect(found.loudest).toBeGreaterThan(0.2);
});

test('where ffmpeg is missing, an M4A says so', async () => {
  const decode = await decoder(join(fixtures, 'chapters.m4a'));
  vi.stubEnv('PATH', folder);
  try {
    await expect(shape(decode())).rejects.toThrow(
      new CannotDecode('needs the program ffmpeg, which is not installed here'),
    );
  } finally {
    vi.unstubAllEnvs();
  }
});

test.skipIf(!hasFfmpeg)('what ffmpeg cannot decode is an error, not silence', async () => {
  const path = join(folder, 'broken.m4a');
  writeFileSync(path, readFileSync(join(fixtures, 'chapters.m4a')).fill(0, 5000));
  const decode = () => decodeAudio(path, { container: 'm4a', channels: 1, hasSeekHeader: false });
  await expect(shape(decode())).rejects.toThrow(CannotDecode);
});

test('damage and tags between the frames of an MP3 are stepped over', async () => {
  const whole = readFileSync(join(fixtures, 'cbr-bare.mp3'));
  const tag = readFileSync(join(fixtures, 'picture.mp3')).subarray(0, 300);
  const path = join(folder, 'glued.mp3');
  writeFileSync(path, Buffer.concat([whole, tag, Buffer.alloc(3000, 0xff), whole]));
  const found = await shape((await decoder(path))());
  expect(found.samples / found.sampleRate).toBeGreaterThan(5);
});

test('frames whose insides are damaged decode to some sound or none', async () => {
  const whole = readFileSync(join(fixtures, 'vbr-bare.mp3'));
  const path = join(folder, 'damaged.mp3');
  const damage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 300 });
  await fc.assert(
    fc.asyncProperty(damage, async (changes) => {
      const bytes = Buffer.from(whole);
      for (const [at, byte] of changes) bytes[at] = byte;
      writeFileSync(path, bytes);
      const { samples, loudest } = await shape(
        decodeAudio(path, { container: 'mp3', channels: 1, hasSeekHeader: false }),
      );
      expect(samples).toBeLessThanOrEqual(112_896);
      expect(loudest).not.toBeNaN();
    }),
    { numRuns: 20 },
  );
});

test('a loop that is left early leaves nothing open', async () => {
  for await (const block of (await decoder(join(fixtures, 'stereo-48k.mp3')))()) {
    expect(block.channels).toHaveLength(2);
    break;
  }
});

/** A sine of 440 Hz, in uneven blocks. */
async function* sine(sampleRate: number, seconds: number, frequency = 440): AsyncGenerator<PcmBlock> {
  const samples = Float32Array.from({ length: sampleRate * seconds }, (_, i) =>
    Math.sin((2 * Math.PI * frequency * i) / sampleRate),
  );
  for (let at = 0, size = 1; at < samples.length; at += size, size = (size * 7) % 4099) {
    const block = samples.subarray(at, at + size);
    yield { channels: [block, block], sampleRate };
  }
}

test.each([
  [44_100, 16_000],
  [48_000, 16_000],
  [22_050, 16_000],
  [16_000, 16_000],
])('%i Hz to %i Hz: the same tone at the same moment', async (from, to) => {
  const parts: number[] = [];
  for await (const block of monoAt(sine(from, 1), to)) parts.push(...block);
  expect(Math.abs(parts.length - to)).toBeLessThanOrEqual(1);
  const middle = parts.slice(200, -200);
  const wrong = middle.map((sample, i) => Math.abs(sample - Math.sin((2 * Math.PI * 440 * (i + 200)) / to)));
  expect(Math.max(...wrong)).toBeLessThan(0.002);
});

test('a tone too high for the new rate is gone, not folded down', async () => {
  const parts: number[] = [];
  for await (const block of monoAt(sine(44_100, 1, 12_000), 16_000)) parts.push(...block);
  expect(Math.max(...parts.slice(200, -200).map(Math.abs))).toBeLessThan(0.002);
});
