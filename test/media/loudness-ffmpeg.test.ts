import { execFile, spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { LoudnessReport } from '../../src/model/media.ts';
import { mediaProbe } from '../../src/node/media-probe.ts';
import { measureSound } from '../../src/node/sound-measurement.ts';

const repository = join(import.meta.dirname, '../..');
const hasFfmpeg = spawnSync('ffmpeg', ['-version']).status === 0;

async function measured(folder: string, name: string): Promise<LoudnessReport | undefined> {
  const found = await mediaProbe(folder).audio(name);
  if (found.kind !== 'audio') return undefined;
  const loudness = await measureSound(join(folder, name), found.audio);
  return loudness.kind === 'measured' ? loudness.report : undefined;
}

/** Integrated loudness and true peak as ffmpeg's ebur128 filter prints them, to a tenth. */
async function ebur128(path: string): Promise<{ lufs: number; peak: number }> {
  const options = ['-nostdin', '-nostats', '-i', `file:${path}`, '-map', '0:a:0'];
  const filter = ['-filter:a', 'ebur128=peak=true:framelog=verbose', '-f', 'null', '-'];
  const { stderr } = await promisify(execFile)('ffmpeg', [...options, ...filter]).catch(() => ({ stderr: '' }));
  const summary = stderr.slice(stderr.lastIndexOf('Summary:'));
  const figure = (name: string) => Number(new RegExp(`${name}:\\s+(\\S+) `).exec(summary)?.[1]);
  return { lufs: figure('I'), peak: figure('Peak') };
}

/** What ffmpeg's ebur128 said of these when they were made, for machines without it. */
test.each([
  ['cbr-info.mp3', -18.3, -10.9],
  ['stereo-48k.mp3', -18.3, -13.9],
])('%s is as loud as ffmpeg said', async (name, lufs, peak) => {
  const report = await measured(join(import.meta.dirname, 'fixtures'), name);
  expect(Math.abs((report?.integratedLufs ?? 0) - lufs)).toBeLessThanOrEqual(0.1);
  expect(Math.abs((report?.truePeakDb ?? 0) - peak)).toBeLessThanOrEqual(0.2);
});

/**
 * Files that ffmpeg hears otherwise, because it decodes the rest of a frame that is cut off (compl, sin1k0db) or starts
 * its meter anew where mono changes to stereo (he_mode); shorter than a second (vbri); or with a sample that is no
 * number (speex).
 */
const heardOtherwise = /compl\.mp3|sin1k0db|he_mode|vbri\.mp3|speex/;

const folders = ['media', '../shared/samples/audio/mm', '../shared/samples/audio/mutagen', '../shared/samples/speech'];
const files = folders
  .filter((folder) => existsSync(join(repository, folder)))
  .flatMap((folder) =>
    readdirSync(join(repository, folder)).map((name) => ({ folder: join(repository, folder), name })),
  )
  .filter(({ name }) => /\.(?:mp3|m4a|m4b|mp4|wav|flac|ogg|opus|aac)$/.test(name) && !heardOtherwise.test(name));

describe.skipIf(!hasFfmpeg)('as loud as ffmpeg says, within 0.1 LU and 0.2 dB', () => {
  test.concurrent.each(files)('$name', async ({ folder, name }) => {
    const report = await measured(folder, name);
    if (report === undefined) return;
    if (report.integratedLufs === undefined) {
      const isShorterThanBlock = report.durationSeconds < 0.5;
      expect(isShorterThanBlock || (report.truePeakDb ?? -99) < -35).toBe(true);
      return;
    }
    const { lufs, peak } = await ebur128(join(folder, name));
    expect(Math.abs(report.integratedLufs - lufs)).toBeLessThanOrEqual(0.1);
    expect(Math.abs((report.truePeakDb ?? 0) - peak)).toBeLessThanOrEqual(0.2);
  });
});
