import { between, type Chance } from './chance.ts';
import { id3v1, id3v2, type Tags } from './id3.ts';
import { m4a } from './m4a.ts';
import { type MpegKind, mpegAudio, type Noise } from './mpeg.ts';

/** An audio file: its name's ending, and what it holds for a talk of so many seconds. */
export interface Recording {
  readonly extension: 'mp3' | 'm4a';
  readonly hasChapters?: boolean;
  readonly make: (talk: Talk) => Buffer;
}

export interface Talk {
  readonly seconds: number;
  readonly tags: Tags;
  readonly pictures: Pictures;
  readonly random: Chance;
}

/** JPEGs to put into tags: a small one, and the cover of a show. */
export interface Pictures {
  readonly small: Buffer;
  readonly cover: Buffer;
}

const cd = { sampleRate: 44100, channels: 2 } as const;
const voice = { sampleRate: 44100, channels: 1 } as const;

/** Every kind of file that recorders, editors and former hosts leave behind. */
export const recordings: readonly [Recording, ...Recording[]] = [
  mp3({ ...cd, bitrates: [128], header: 'info' }, { v2: 3 }),
  mp3({ ...voice, bitrates: [96], header: 'none' }, { v1: true }),
  mp3({ ...cd, bitrates: [160, 96, 128, 192, 224], header: 'info' }, { v2: 4 }),
  mp3({ ...voice, sampleRate: 48000, bitrates: [128], header: 'none' }, { v2: 4, picture: 'small' }),
  mp3({ ...voice, bitrates: [96, 64, 80, 112, 128], header: 'vbri' }),
  { extension: 'm4a', make: (talk) => m4a({ ...spoken(talk), isFastStart: true }, noiseFrom(talk.random)) },
  mp3({ ...voice, sampleRate: 22050, bitrates: [64], header: 'info' }, { v2: 3, v1: true }),
  mp3({ ...cd, bitrates: [128, 112, 160, 192, 96], header: 'none' }),
  mp3({ ...cd, bitrates: [160], header: 'info' }, { v2: 3, hasChapters: true }),
  { extension: 'm4a', make: (talk) => m4a({ ...spoken(talk), isFastStart: false }, noiseFrom(talk.random)) },
  mp3({ ...cd, bitrates: [128], header: 'info' }, { v2: 3, picture: 'cover' }),
  mp3({ ...voice, sampleRate: 24000, bitrates: [56, 40, 48, 64, 80], header: 'info' }, { v2: 4, hasChapters: true }),
];

/** A whole conversation, as most podcasts are: its header counts the frames. */
export const longTalk = mp3({ ...voice, bitrates: [64], header: 'info' }, { v2: 3, picture: 'small' });

/** A recording of which only the last frame tells how long it is. */
export const withoutHeader = mp3({ ...voice, bitrates: [96, 64, 80, 112, 128], header: 'none' }, { v2: 3 });

interface Tagging {
  readonly v1?: boolean;
  readonly v2?: 3 | 4;
  readonly picture?: keyof Pictures;
  readonly hasChapters?: boolean;
}

function mp3(kind: MpegKind, { v1 = false, v2, picture, hasChapters = false }: Tagging = {}): Recording {
  return {
    extension: 'mp3',
    hasChapters,
    make: ({ seconds, tags, pictures, random }) => {
      const chapters = hasChapters ? tags.chapters : undefined;
      const whole = { ...tags, picture: picture === undefined ? undefined : pictures[picture], chapters };
      const parts = [mpegAudio(kind, seconds, noiseFrom(random), random)];
      if (v2 !== undefined) parts.unshift(id3v2(v2, whole));
      if (v1) parts.push(id3v1(whole));
      return Buffer.concat(parts);
    },
  };
}

const spoken = ({ seconds, tags }: Talk) => ({ seconds, kbits: 96, title: tags.title });

const pool = (() => {
  const bytes = Buffer.alloc(1024 * 1024);
  let state = 88_172_645;
  for (let at = 0; at < bytes.length; at += 4) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    bytes.writeInt32LE(state | 0, at);
  }
  return bytes;
})();

/** Noise cut from one pool, which is far quicker to come by than new noise for each byte. */
function noiseFrom(random: Chance): Noise {
  return (buffer) => {
    for (let at = 0; at < buffer.length; ) {
      const from = between(0, pool.length / 2, random);
      at += pool.copy(buffer, at, from, from + Math.min(buffer.length - at, pool.length / 2));
    }
  };
}
