import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { sampleRate } from './speech.mjs';

const targetLoudness = -16;
/** The limiter takes away a little of every gain, so the target is approached in steps. */
const tolerance = 0.15;
const mostSteps = 8;
/** Decibels; encoding may raise a peak again by about one, and -1 is the most that is allowed in the end. */
const ceiling = -3.5;

const quiet = ['-hide_banner', '-nostdin', '-nostats', '-y'];
/** No version numbers, dates or program names in the file: the same input gives the same bytes. */
const reproducible = ['-fflags', '+bitexact', '-flags:a', '+bitexact'];
const picture = ['-disposition:v:0', 'attached_pic', '-metadata:s:v', 'comment=Cover (front)'];
const containers = {
  '.mp3': ['-c:a', 'libmp3lame', '-id3v2_version', '3', '-write_id3v1', '0'],
  '.m4a': ['-c:a', 'aac', '-movflags', '+faststart'],
};

/**
 * Encodes speech at the loudness of podcasts, with tags, cover and chapters.
 * @param {Int16Array} samples
 * @param {string} path an .mp3 or .m4a file
 * @param {{ bitRate: number, cover: string, tags: Record<string, string | number>,
 *   chapters: readonly { startSeconds: number, title: string }[], workFolder: string }} options bits a second
 * @returns {{ loudness: number, truePeak: number }} of the encoded file, in LUFS and dBTP
 */
export function encode(samples, path, { bitRate, cover, tags, chapters, workFolder }) {
  const speech = join(workFolder, 'speech.raw');
  writeFileSync(speech, new Uint8Array(samples.buffer));
  const metadata = join(workFolder, 'metadata.txt');
  writeFileSync(metadata, ffmetadata(tags, chapters, samples.length / sampleRate));
  const source = ['-f', 's16le', '-ar', String(sampleRate), '-ac', '1', '-i', speech];
  const inputs = [...source, '-i', metadata, '-i', cover, '-map', '0:a', '-map', '2:v', '-c:v', 'copy'];
  const tagging = [...reproducible, '-map_metadata', '1', '-map_chapters', chapters.length > 0 ? '1' : '-1'];
  const options = [...containers[extname(path)], '-b:a', String(bitRate), ...tagging, ...picture, path];
  let gain = 0;
  for (let step = 0; ; step += 1) {
    const filter = ['-af', mastering(gain), '-ar', String(sampleRate), '-ac', '1'];
    execFileSync('ffmpeg', [...quiet, '-loglevel', 'error', ...inputs, ...filter, ...options]);
    const measured = measure(path);
    const missing = targetLoudness - measured.loudness;
    if (Math.abs(missing) <= tolerance) return measured;
    if (step === mostSteps) throw new Error(`${path} stays at ${measured.loudness} LUFS`);
    gain += missing;
  }
}

/** Gentle compression, gain, and a limiter that works on four times the samples so as to see the true peaks. */
function mastering(gain) {
  const limit = 10 ** (ceiling / 20);
  return [
    'acompressor=threshold=0.15:ratio=2.5:attack=5:release=120',
    `volume=${gain.toFixed(2)}dB`,
    `aresample=${4 * sampleRate}`,
    `alimiter=limit=${limit.toFixed(4)}:attack=5:release=60:level=disabled:latency=1`,
    `aresample=${sampleRate}`,
  ].join(',');
}

/** Loudness and true peak by ITU-R BS.1770. */
function measure(path) {
  const filter = ['-map', '0:a', '-af', 'ebur128=peak=true', '-f', 'null', '-'];
  const { stderr } = spawnSync('ffmpeg', [...quiet, '-i', path, ...filter], { encoding: 'utf8' });
  const summary = stderr.slice(stderr.lastIndexOf('Summary:'));
  const [, loudness] = /I:\s+(-?[\d.]+) LUFS/.exec(summary) ?? [];
  const [, truePeak] = /Peak:\s+(-?[\d.]+) dBFS/.exec(summary) ?? [];
  if (loudness === undefined || truePeak === undefined) throw new Error(`ffmpeg measured nothing:\n${stderr}`);
  return { loudness: Number(loudness), truePeak: Number(truePeak) };
}

function ffmetadata(tags, chapters, durationSeconds) {
  const escaped = (value) => String(value).replace(/[=;#\\\n]/g, '\\$&');
  const lines = [';FFMETADATA1', ...Object.entries(tags).map(([key, value]) => `${key}=${escaped(value)}`)];
  for (const [index, { startSeconds, title }] of chapters.entries()) {
    const end = chapters[index + 1]?.startSeconds ?? durationSeconds;
    lines.push('[CHAPTER]', 'TIMEBASE=1/1000', `START=${startSeconds * 1000}`, `END=${Math.round(end * 1000)}`);
    lines.push(`title=${escaped(title)}`);
  }
  return `${lines.join('\n')}\n`;
}
