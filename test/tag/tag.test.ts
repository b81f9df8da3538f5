import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { mediaProbe } from '../../src/node/media-probe.ts';
import { copyOfShow, ppod } from '../cli/project.ts';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const hasFfprobe = spawnSync('ffprobe', ['-version']).status === 0;

test('writes title, show, cover and chapters into a copy; the original stays', async () => {
  const folder = copyOfShow();
  const before = readFileSync(join(folder, 'media/hearing-the-child.mp3'));
  const { status, stdout } = ppod(folder, ['tag', 'hearing-the-child', '--format', 'json']);
  expect(status).toBe(0);
  expect(readFileSync(join(folder, 'media/hearing-the-child.mp3'))).toEqual(before);
  const made = await mediaProbe(folder).audio('media/hearing-the-child-tagged.mp3');
  expect(made).toMatchObject({
    audio: {
      tags: { title: 'Hearing what a child is telling us', album: 'The P Pod', date: '2025', track: 2 },
      chapters: [
        { title: 'More than words', startSeconds: 0, endSeconds: 30 },
        { title: 'Making it easier to talk', startSeconds: 30, endSeconds: 60 },
        { title: 'Keeping the child’s voice', startSeconds: 60 },
      ],
      picture: { mimeType: 'image/jpeg' },
      faults: [],
    },
  });
  const report: { soundBytes: number; sha256: string } = JSON.parse(stdout);
  const copy = readFileSync(join(folder, 'media/hearing-the-child-tagged.mp3'));
  expect(sha256(copy.subarray(-report.soundBytes))).toBe(report.sha256);
  expect(before.includes(copy.subarray(-report.soundBytes))).toBe(true);
});

test('tags at both ends are replaced, however many there are', async () => {
  const folder = copyOfShow();
  const file = join(folder, 'media/hearing-the-child.mp3');
  const old = Buffer.concat([Buffer.from('TAG'), Buffer.from('An old title'.padEnd(125, '\0'), 'latin1')]);
  writeFileSync(file, Buffer.concat([readFileSync(file), old]));
  const { stdout } = ppod(folder, ['tag', 'hearing-the-child', '-o', 'a.mp3', '--format', 'json']);
  const again = readFileSync(join(folder, 'a.mp3'));
  expect(again.includes('An old title')).toBe(false);
  expect(again.lastIndexOf('ID3')).toBe(0);
  writeFileSync(file, Buffer.concat([again.subarray(0, again.length - JSON.parse(stdout).soundBytes), again]));
  const twice = ppod(folder, ['tag', 'hearing-the-child', '-o', 'b.mp3', '--format', 'json']);
  expect(JSON.parse(twice.stdout).sha256).toBe(JSON.parse(stdout).sha256);
  expect(readFileSync(join(folder, 'b.mp3'))).toEqual(again);
});

test.skipIf(!hasFfprobe)('other programs read the tags, and hear the same sound', () => {
  const folder = copyOfShow();
  ppod(folder, ['tag', 'hearing-the-child']);
  const probe = (name: string) => {
    const args = ['-v', 'error', '-show_chapters', '-show_format', '-of', 'json', `media/${name}`];
    return JSON.parse(spawnSync('ffprobe', args, { cwd: folder, encoding: 'utf8' }).stdout);
  };
  expect(probe('hearing-the-child-tagged.mp3')).toMatchObject({
    chapters: [
      { start_time: '0.000000', tags: { title: 'More than words' } },
      { start_time: '30.000000', end_time: '60.000000', tags: { title: 'Making it easier to talk' } },
      { start_time: '60.000000', tags: { title: 'Keeping the child’s voice' } },
    ],
    format: { tags: { title: 'Hearing what a child is telling us', album: 'The P Pod' } },
  });
  const sound = (name: string) =>
    spawnSync('ffmpeg', ['-v', 'error', '-i', `media/${name}`, '-map', '0:a', '-c', 'copy', '-f', 'md5', '-'], {
      cwd: folder,
      encoding: 'utf8',
    }).stdout;
  expect(sound('hearing-the-child-tagged.mp3')).toMatch(/^MD5=/);
  expect(sound('hearing-the-child-tagged.mp3')).toBe(sound('hearing-the-child.mp3'));
});

test('a file that is there is never replaced', () => {
  const folder = copyOfShow();
  writeFileSync(join(folder, 'mine.mp3'), 'mine');
  const { status, stderr } = ppod(folder, ['tag', 'hearing-the-child', '-o', 'mine.mp3']);
  expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining('is there already') });
  expect(readFileSync(join(folder, 'mine.mp3'), 'utf8')).toBe('mine');
});

test.each([
  ['hearing-the-chld', 'Did you mean "hearing-the-child"?'],
  ['sharing-information', 'ppod tag writes into MP3 files.'],
])('%s: says why not, and writes nothing', (episode, words) => {
  const folder = copyOfShow();
  const before = readdirSync(join(folder, 'media'));
  const { status, stderr } = ppod(folder, ['tag', episode]);
  expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining(words) });
  expect(readdirSync(join(folder, 'media'))).toEqual(before);
});

test('a damaged tag stops it: nobody knows where the sound begins', () => {
  const folder = copyOfShow();
  const file = join(folder, 'media/hearing-the-child.mp3');
  const bytes = readFileSync(file);
  bytes.set([0x7f, 0x7f, 0x7f, 0x7f], 6);
  writeFileSync(file, bytes);
  const { status, stderr } = ppod(folder, ['tag', 'hearing-the-child']);
  expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining('damaged') });
  expect(existsSync(join(folder, 'media/hearing-the-child-tagged.mp3'))).toBe(false);
  expect(readdirSync(join(folder, 'media')).filter((name) => name.endsWith('.part'))).toEqual([]);
});
