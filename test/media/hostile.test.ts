import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { probeAudio } from '../../src/media/audio.ts';
import { type ByteSource, memorySource } from '../../src/media/byte-source.ts';
import { probeImage } from '../../src/media/image/image.ts';

const folder = join(import.meta.dirname, 'fixtures');
const fixtures = readdirSync(folder)
  .filter((name) => !/\.(?:sh|mjs)$/.test(name))
  .sort()
  .map((name) => new Uint8Array(readFileSync(join(folder, name))));

/** What holds for any bytes at all: an answer comes, its figures are figures, and no read is greater than the file. */
async function expectAnswer(bytes: Uint8Array): Promise<void> {
  const source: ByteSource = {
    size: bytes.length,
    async read(offset, length) {
      expect(offset).toBeGreaterThanOrEqual(0);
      return bytes.subarray(offset, offset + length);
    },
  };
  const audio = await probeAudio(source);
  if ('audio' in audio) {
    expect(audio.audio.durationSeconds).toBeGreaterThanOrEqual(0);
    expect(audio.audio.durationSeconds).toBeLessThan(Number.POSITIVE_INFINITY);
    expect(audio.audio.bitrate ?? 0).not.toBeNaN();
  }
  const image = await probeImage(memorySource(bytes));
  if ('image' in image) expect(image.image.width * image.image.height).toBeGreaterThanOrEqual(0);
}

test('any bytes', async () => {
  await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), expectAnswer), { numRuns: 300 });
});

test('real files, cut off anywhere', async () => {
  const cut = fc.tuple(fc.constantFrom(...fixtures), fc.double({ min: 0, max: 1, noNaN: true }));
  await fc.assert(
    fc.asyncProperty(cut, ([bytes, share]) => expectAnswer(bytes.subarray(0, bytes.length * share))),
    { numRuns: 300 },
  );
});

test('real files with bytes changed, most of them in the head where the sizes stand', async () => {
  const change = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    byte: fc.constantFrom(0, 1, 0x7f, 0x80, 0xff),
  });
  const changed = fc.tuple(fc.constantFrom(...fixtures), fc.array(change, { minLength: 1, maxLength: 12 }));
  await fc.assert(
    fc.asyncProperty(changed, ([bytes, changes]) => {
      const copy = bytes.slice();
      for (const { at, byte } of changes) copy[Math.floor(at ** 3 * (copy.length - 1))] = byte;
      return expectAnswer(copy);
    }),
    { numRuns: 600 },
  );
});

test.each([0, 1, 7, 0xffffffff])('boxes of an MP4 that claim %i bytes', async (size) => {
  for (const bytes of fixtures.filter((fixture) => Buffer.from(fixture).includes('moov'))) {
    for (let at = Buffer.from(bytes).indexOf('moov'); at >= 0 && at < bytes.length - 8; at += 4) {
      const name = Buffer.from(bytes).toString('latin1', at, at + 4);
      if (!/^[a-z]{4}$/.test(name)) continue;
      const copy = Buffer.from(bytes);
      copy.writeUInt32BE(size, at - 4);
      await expectAnswer(copy);
    }
  }
});

test('padding behind the sound is stepped over, not gone through byte by byte', async () => {
  const sound = readFileSync(join(folder, 'cbr-bare.mp3'));
  const padded = Buffer.concat([sound, new Uint8Array(4_000_000)]);
  let looks = 0;
  /** The same bytes; every use that is made of them counts. */
  const counted = (bytes: Uint8Array): Uint8Array =>
    new Proxy(bytes, {
      get(target, key) {
        looks++;
        const value: unknown = Reflect.get(target, key, target);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
  const durationOf = async (bytes: Uint8Array) => {
    looks = 0;
    const probed = await probeAudio({
      size: bytes.length,
      read: async (offset, length) => {
        const piece = bytes.subarray(offset, offset + length);
        // Short reads go through a cache, which copies them.
        return length > 8192 ? counted(piece) : piece;
      },
    });
    return 'audio' in probed ? probed.audio.durationSeconds : undefined;
  };
  const duration = await durationOf(sound);
  const usual = looks;
  expect(await durationOf(padded)).toBeCloseTo(duration ?? 0, 6);
  expect(looks).toBeLessThan(usual + 1000);
});
