import fc from 'fast-check';
import { expect, test } from 'vitest';
import { probeAudio } from '../../src/media/audio.ts';
import { id3Tag } from '../../src/media/id3-tag.ts';
import { placeholderTone } from '../../src/templates/tone.ts';

const sound = placeholderTone(1, { title: '', artist: '', album: '' });

/** Reads a tag back as ppod, by way of music-metadata, reads any file. */
async function readBack(tag: Uint8Array) {
  const bytes = Buffer.concat([tag, sound]);
  const probe = await probeAudio({
    size: bytes.length,
    read: async (offset, length) => bytes.subarray(offset, offset + length),
  });
  if ('failure' in probe) throw new Error(probe.failure.kind);
  return probe.audio;
}

/** Titles as people write them: readers cut at a zero and trim. */
const title = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
  .map((text) => text.replace(/\p{Cc}/gu, '').trim())
  .filter((text) => text !== '' && !/\p{Cs}/u.test(text));

test('whatever is written is read again', async () => {
  await fc.assert(
    fc.asyncProperty(title, fc.array(title, { maxLength: 12 }), async (name, names) => {
      const chapters = names.map((chapter, index) => ({
        title: chapter,
        startSeconds: index * 60.5,
        endSeconds: (index + 1) * 60.5,
      }));
      const audio = await readBack(id3Tag({ title: name, album: name, chapters }));
      expect(audio.tags).toMatchObject({ title: name, album: name });
      expect(
        audio.chapters.map(({ title, startSeconds, endSeconds }) => ({ title, startSeconds, endSeconds })),
      ).toEqual(chapters.map(({ title, startSeconds, endSeconds }) => ({ title, startSeconds, endSeconds })));
      expect(audio.faults).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test('what is absent or empty is not written', async () => {
  const audio = await readBack(id3Tag({ title: '', comment: undefined }));
  expect(audio.tags).toMatchObject({ title: undefined, comment: undefined });
  expect(audio.picture).toBeUndefined();
});

test('a link and a picture come through', async () => {
  const chapters = [{ title: 'One', startSeconds: 0, endSeconds: 1, url: 'https://example.org/' }];
  const audio = await readBack(id3Tag({ chapters, picture: { mimeType: 'image/png', bytes: new Uint8Array(300) } }));
  expect(audio.chapters).toMatchObject([{ url: 'https://example.org/' }]);
  expect(audio.picture).toEqual({ mimeType: 'image/png', bytes: 300 });
});
