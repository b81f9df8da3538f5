import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { mediaProbe } from '../../src/node/media-probe.ts';

/** Real and damaged files that lie beside the repository on machines that have them, with measurements of each. */
const folder = join(import.meta.dirname, '../../../shared/samples/audio');
const manifest = join(folder, 'MANIFEST.md');
const number = (cell = '') => Number.parseFloat(cell);

/** `| file | bytes | codec | ffprobe s | mutagen s | mediainfo s | decoded s | kbit/s | ch | …` */
const rows = existsSync(manifest)
  ? [...readFileSync(manifest, 'utf8').matchAll(/^\| `([^`]+)` \|(.+)$/gm)].map(([, file = '', cells = '']) => {
      const [, , ffprobe, , , decoded, , channels] = cells.split('|').map((cell) => cell.trim());
      return { file, ffprobe: number(ffprobe), decoded: number(decoded), channels: number(channels) };
    })
  : [];

describe.skipIf(rows.length === 0)('samples that ffprobe reads', () => {
  const probe = mediaProbe(folder);
  const readable = rows.filter((row) => row.ffprobe > 0);

  test.each(readable)(
    '$file lasts as long as ffprobe or a decoder says',
    async ({ file, ffprobe, decoded, channels }) => {
      const found = await probe.audio(file);
      if (found.kind !== 'audio') throw new Error(JSON.stringify(found));
      const { durationSeconds } = found.audio;
      expect(Math.min(Math.abs(durationSeconds - ffprobe), Math.abs(durationSeconds - decoded))).toBeLessThan(0.11);
      expect(found.audio.channels).toBe(channels);
    },
  );

  test.each(rows)('$file gets an answer', async ({ file }) => {
    expect((await probe.image(file)).kind).toBe('failed');
    expect(['audio', 'failed']).toContain((await probe.audio(file)).kind);
  });
});
