import type { AudioContainer, AudioFault } from '../model/media.ts';
import type { AudioFacts } from './audio-facts.ts';
import type { ByteSource } from './byte-source.ts';
import { latin1 } from './bytes.ts';
import { type Box, boxContents, topBoxes } from './mp4-boxes.ts';
import { mp4Chapters } from './mp4-chapters.ts';
import { fragmentedSeconds } from './mp4-fragments.ts';
import { type Track, tracksOf } from './mp4-track.ts';
import { secondsInWords } from './words.ts';

const codecs: Readonly<Record<string, string>> = {
  mp4a: 'AAC',
  alac: 'ALAC',
  Opus: 'Opus',
  fLaC: 'FLAC',
  '.mp3': 'MP3',
  'ac-3': 'AC-3',
  'ec-3': 'E-AC-3',
  sowt: 'PCM',
  twos: 'PCM',
  lpcm: 'PCM',
};

/** The index of a ten-hour file takes 5 MB; more than this is not an index. */
const mostIndexBytes = 64 * 1024 * 1024;

/** The facts of an MP4, M4A, M4B or QuickTime file; `undefined` when its index (`moov`) or any audio is missing. */
export async function probeMp4(source: ByteSource): Promise<AudioFacts | undefined> {
  const boxes = await topBoxes(source);
  const index = boxes.find((box) => box.name === 'moov');
  if (index === undefined || index.size > mostIndexBytes) return undefined;
  const moov = await source.read(index.start, index.size);
  const tracks = tracksOf(moov);
  const audio = tracks.filter((track) => track.handler === 'soun');
  const [first] = audio;
  if (first === undefined) return undefined;
  const media = boxes.filter((box) => box.name === 'mdat');
  const durationSeconds = first.seconds || (await fragmentedSeconds(source, boxes, moov, first));
  const mediaBytes = media.reduce((sum, box) => sum + box.size, 0);
  const faults: AudioFault[] = [...truncation(source, media, durationSeconds)];
  if (audio.length > 1) {
    faults.push({ kind: 'several-audio-streams', detail: `it holds ${audio.length} soundtracks` });
  }
  const container = await containerOf(source, tracks);
  const measured = durationSeconds > 0 ? Math.round((mediaBytes * 8) / durationSeconds) : 0;
  const bitrate = (container === 'm4a' && measured) || first.averageBitrate || undefined;
  return {
    container,
    mimeType: { m4a: 'audio/x-m4a', mp4: 'video/mp4', mov: 'video/quicktime' }[container],
    codec: codecs[first.format] ?? (first.format.trim() || 'unknown'),
    durationSeconds,
    bitrate,
    isVariableBitrate: first.maximumBitrate !== first.averageBitrate,
    hasSeekHeader: false,
    sampleRate: first.sampleRate || undefined,
    channels: first.channels || undefined,
    isFastStart: media[0] === undefined || index.start < media[0].start,
    faults,
    tags: tagsOf(moov),
    chapters: await mp4Chapters(source, moov, tracks),
  };
}

/** Chapter pictures are a video track too, but nobody watches them. */
async function containerOf(source: ByteSource, tracks: readonly Track[]): Promise<AudioContainer & MovieContainer> {
  const chapterTracks = tracks.flatMap((track) => track.chapterTracks);
  const hasVideo = tracks.some((track) => track.handler === 'vide' && !chapterTracks.includes(track.id));
  const brand = latin1(await source.read(8, 4), 0, 4);
  return brand === 'qt  ' ? 'mov' : hasVideo ? 'mp4' : 'm4a';
}

/** The tags stand in the index, so that is all that music-metadata gets to see: it gives up where media are cut off. */
function tagsOf(moov: Uint8Array): Uint8Array | undefined {
  if (boxContents(moov, 'udta').length === 0 && boxContents(moov, 'meta').length === 0) return undefined;
  return Buffer.concat([boxHeader('ftyp', 8), Buffer.from('M4A \0\0\0\0'), boxHeader('moov', moov.length), moov]);
}

function boxHeader(name: string, size: number): Uint8Array {
  const header = Buffer.alloc(8);
  header.writeUInt32BE(size + 8);
  header.write(name, 4, 'latin1');
  return header;
}

type MovieContainer = 'm4a' | 'mp4' | 'mov';

function truncation(source: ByteSource, media: readonly Box[], durationSeconds: number): AudioFault[] {
  const last = media.at(-1);
  if (last === undefined) return [{ kind: 'truncated', detail: 'the sound itself is missing' }];
  const missing = last.start + last.size - source.size;
  if (missing <= 0) return [];
  const seconds = (durationSeconds * missing) / media.reduce((sum, box) => sum + box.size, 0);
  return [{ kind: 'truncated', detail: `it breaks off ${secondsInWords(seconds)} before its end` }];
}
