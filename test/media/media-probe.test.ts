import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { MediaFailure } from '../../src/model/media.ts';
import { mediaProbe } from '../../src/node/media-probe.ts';

const fixtures = join(import.meta.dirname, 'fixtures');
const folder = mkdtempSync(join(tmpdir(), 'ppod-probe-'));
const root = join(folder, 'show');
mkdirSync(join(root, 'media'), { recursive: true });
copyFileSync(join(fixtures, 'cbr-info.mp3'), join(root, 'media/early-help.mp3'));
copyFileSync(join(fixtures, 'plain-72dpi.jpg'), join(root, 'media/cover.png'));
copyFileSync(join(fixtures, 'cbr-info.mp3'), join(folder, 'private.mp3'));
afterAll(() => rmSync(folder, { recursive: true }));

const probe = mediaProbe(root);

async function failureOf(path: string): Promise<MediaFailure | undefined> {
  const found = await probe.audio(path);
  return found.kind === 'failed' ? found.failure : undefined;
}

test('an audio file: path, size and facts', async () => {
  expect(await probe.audio('media/early-help.mp3')).toMatchObject({
    path: 'media/early-help.mp3',
    kind: 'audio',
    bytes: 10318,
    audio: { container: 'mp3', mimeType: 'audio/mpeg' },
  });
});

test('a picture is told by its content, and hashed', async () => {
  expect(await probe.image('media/cover.png')).toMatchObject({
    kind: 'image',
    image: { format: 'jpeg' },
    hash: expect.stringMatching(/^[0-9a-f]{16}$/),
  });
});

test('what is not there, not a file, or empty', async () => {
  writeFileSync(join(root, 'media/empty.mp3'), '');
  expect(await failureOf('media/nowhere.mp3')).toEqual({ kind: 'missing' });
  expect(await failureOf('media/early-help.mp3/inside')).toEqual({ kind: 'missing' });
  expect(await failureOf('media/zero\0byte.mp3')).toEqual({ kind: 'missing' });
  expect(await failureOf('media')).toEqual({ kind: 'not-a-file' });
  expect(await failureOf('media/empty.mp3')).toEqual({ kind: 'empty' });
});

test('nothing outside the folder is opened, by whatever way', async () => {
  symlinkSync('../../private.mp3', join(root, 'media/link.mp3'));
  symlinkSync('early-help.mp3', join(root, 'media/inside-link.mp3'));
  for (const path of ['../private.mp3', 'media/../../private.mp3', join(folder, 'private.mp3'), 'media/link.mp3']) {
    expect(await failureOf(path)).toEqual({ kind: 'outside' });
  }
  expect(await failureOf('media/inside-link.mp3')).toBeUndefined();
});

test('a link that leads back to itself cannot be read', async () => {
  symlinkSync('loop.mp3', join(root, 'media/loop.mp3'));
  expect(await failureOf('media/loop.mp3')).toMatchObject({ kind: 'unreadable' });
});

test.each([
  ['text', 'Dear colleague,\nthe recording is below.\n', 'plain text'],
  ['web page', '<!DOCTYPE html><title>Sign in</title>', 'a web page (HTML)'],
  ['PDF', '%PDF-1.7\n%\xe2\xe3', 'a PDF document'],
  ['ZIP', 'PK\x03\x04\x14\0\0\0', 'a ZIP archive'],
  ['Word', 'PK\x03\x04\x14\0[Content_Types].xml word/document.xml', 'a Word document'],
  ['JSON', '{"error": "not found"}', 'a JSON document'],
  ['Git LFS', 'version https://git-lfs.github.com/spec/v1\noid', 'a Git LFS pointer: the real file was not fetched'],
  ['zeros', '\0'.repeat(5000), 'nothing but zeros: a copy that never arrived'],
  ['noise', '\x01\x02\x03\x04', 'data of an unknown kind'],
])('%s named .mp3 is called what it is', async (_, contents, found) => {
  writeFileSync(join(root, 'media/wrong.mp3'), contents, 'latin1');
  expect(await failureOf('media/wrong.mp3')).toEqual({ kind: 'wrong-kind', found });
});

test('a picture for audio, and audio for a picture', async () => {
  expect(await failureOf('media/cover.png')).toEqual({ kind: 'wrong-kind', found: 'a JPEG picture' });
  expect(await probe.image('media/early-help.mp3')).toMatchObject({
    kind: 'failed',
    failure: { kind: 'wrong-kind', found: 'an MP3 audio file' },
  });
});
