import type { AudioContainer, AudioFault, AudioInfo, AudioTags, MediaFailure } from '../model/media.ts';
import { probeAdts } from './adts.ts';
import { probeAiff } from './aiff.ts';
import type { AudioFacts } from './audio-facts.ts';
import { type ByteSource, buffered } from './byte-source.ts';
import { probeFlac } from './flac.ts';
import { probeForeignAudio } from './foreign-audio.ts';
import { probeMp3 } from './mp3.ts';
import { probeMp4 } from './mp4.ts';
import { probeOgg } from './ogg.ts';
import { inWords, sniff } from './sniff.ts';
import { readTags } from './tags.ts';
import { probeWav } from './wav.ts';

const probes: Readonly<Record<AudioContainer, (source: ByteSource) => Promise<AudioFacts | undefined>>> = {
  mp3: probeMp3,
  m4a: probeMp4,
  mp4: probeMp4,
  mov: probeMp4,
  wav: probeWav,
  flac: probeFlac,
  ogg: probeOgg,
  aiff: probeAiff,
  aac: probeAdts,
  webm: (source) => probeForeignAudio(source, 'webm'),
  wma: (source) => probeForeignAudio(source, 'wma'),
};

export type AudioProbe = { readonly audio: AudioInfo } | { readonly failure: MediaFailure };

/** Measures an audio file by its bytes, reading no more of it than its format needs. Throws only what `file` throws. */
export async function probeAudio(file: ByteSource): Promise<AudioProbe> {
  if (file.size === 0) return { failure: { kind: 'empty' } };
  const source = buffered(file);
  const sniffed = await sniff(source);
  if (sniffed.kind !== 'audio') return { failure: { kind: 'wrong-kind', found: inWords(sniffed) } };
  const facts = await probes[sniffed.container](source);
  if (facts === undefined || !Number.isFinite(facts.durationSeconds)) {
    return {
      failure: { kind: 'unreadable', detail: `it begins like ${inWords(sniffed)}, but no sound can be found in it` },
    };
  }
  return { audio: await withTags(facts) };
}

async function withTags({ tags, chapters, faults, ...facts }: AudioFacts): Promise<AudioInfo> {
  const noTags: AudioTags = { all: [] };
  if (tags === undefined) return { tags: noTags, chapters: chapters ?? [], picture: undefined, faults, ...facts };
  const read = await readTags(tags, facts.mimeType);
  const unreadable: AudioFault = { kind: 'damaged-tag', detail: 'its tags cannot be read' };
  return {
    tags: read?.tags ?? noTags,
    chapters: chapters ?? read?.chapters ?? [],
    picture: read?.picture,
    faults: read === undefined ? [...faults, unreadable] : faults,
    ...facts,
  };
}
