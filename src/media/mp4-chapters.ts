import type { Chapter } from '../model/chapter.ts';
import type { ByteSource } from './byte-source.ts';
import { uint } from './bytes.ts';
import { boxContents } from './mp4-boxes.ts';
import type { Track } from './mp4-track.ts';

const mostChapters = 10_000;
const mostTitleBytes = 4096;

/** Chapters of an MP4 file: from the text track that QuickTime and Apple's apps read, else from Nero's `chpl` list. */
export async function mp4Chapters(source: ByteSource, moov: Uint8Array, tracks: readonly Track[]): Promise<Chapter[]> {
  const ids = tracks.flatMap((track) => track.chapterTracks);
  const textTrack = tracks.find((track) => ids.includes(track.id) && /^(?:text|sbtl)$/.test(track.handler));
  const chapters = textTrack === undefined ? [] : await textTrackChapters(source, textTrack);
  return chapters.length > 0 ? chapters : neroChapters(boxContents(moov, 'udta/chpl'));
}

/** `chpl`: starts in units of 100 ns, titles of up to 255 bytes. */
function neroChapters(chpl: Uint8Array): Chapter[] {
  const chapters: Chapter[] = [];
  let at = uint(chpl, 0, 1) === 1 ? 8 : 4;
  const count = uint(chpl, at++, 1);
  while (chapters.length < count && at + 9 <= chpl.length) {
    const length = uint(chpl, at + 8, 1);
    const title = Buffer.from(chpl.subarray(at + 9, at + 9 + length)).toString('utf8');
    chapters.push({ startSeconds: uint(chpl, at, 8) / 10_000_000, title });
    at += 9 + length;
  }
  return chapters;
}

/** A chapter track holds one text sample a chapter; its length in time is the chapter's. */
async function textTrackChapters(source: ByteSource, track: Track): Promise<Chapter[]> {
  const chapters: Chapter[] = [];
  const durations = sampleDurations(track);
  const places = samplePlaces(track);
  let start = 0;
  for (const [index, { offset, size }] of places.entries()) {
    const end = start + (durations[index] ?? 0) / (track.timeScale || 1);
    const sample = await source.read(offset, Math.min(size, mostTitleBytes));
    chapters.push({ startSeconds: start, endSeconds: end, title: sampleText(sample) });
    start = end;
  }
  return chapters;
}

/** Two bytes of length, then UTF-8, or UTF-16 where a byte-order mark says so. */
function sampleText(sample: Uint8Array): string {
  const text = sample.subarray(2, 2 + uint(sample, 0, 2));
  const mark = uint(text, 0, 2);
  const encoding = mark === 0xfeff ? 'utf-16be' : mark === 0xfffe ? 'utf-16le' : 'utf-8';
  return new TextDecoder(encoding).decode(text);
}

/** `stts`: runs of samples that last equally long, in the track's time units. */
function sampleDurations(track: Track): number[] {
  const stts = boxContents(track.sampleTable, 'stts');
  const durations: number[] = [];
  for (let at = 8; at + 8 <= stts.length && durations.length < mostChapters; at += 8) {
    const run = Math.min(uint(stts, at, 4), mostChapters - durations.length);
    durations.push(...new Array<number>(run).fill(uint(stts, at + 4, 4)));
  }
  return durations;
}

/** Where each sample lies: `stsz` says how long each is, `stsc` how many stand in a chunk, `stco` where chunks start. */
function samplePlaces(track: Track): { offset: number; size: number }[] {
  const sizes = sampleSizes(boxContents(track.sampleTable, 'stsz'));
  const starts = chunkStarts(track.sampleTable);
  const runs = boxContents(track.sampleTable, 'stsc');
  const places: { offset: number; size: number }[] = [];
  let run = 8;
  for (const [chunk, start] of starts.entries()) {
    if (run + 12 < runs.length && chunk + 1 >= uint(runs, run + 12, 4)) run += 12;
    let offset = start;
    for (const size of sizes.slice(places.length, places.length + uint(runs, run + 4, 4))) {
      places.push({ offset, size });
      offset += size;
    }
  }
  return places;
}

function sampleSizes(stsz: Uint8Array): number[] {
  const common = uint(stsz, 4, 4);
  const count = Math.min(uint(stsz, 8, 4), mostChapters);
  return Array.from({ length: count }, (_, i) => common || uint(stsz, 12 + i * 4, 4));
}

function chunkStarts(sampleTable: Uint8Array): number[] {
  const short = boxContents(sampleTable, 'stco');
  const [table, width] = short.length > 0 ? [short, 4] : [boxContents(sampleTable, 'co64'), 8];
  const count = Math.min(uint(table, 4, 4), mostChapters, Math.floor(table.length / width));
  return Array.from({ length: count }, (_, i) => uint(table, 8 + i * width, width));
}
