import type { Chapter } from '../model/chapter.ts';
import type { AudioInfo } from '../model/media.ts';
import type { ByteSource } from './byte-source.ts';

/** What a format's own reader finds; tags and the embedded picture are read afterwards, in one way for all formats. */
export interface AudioFacts extends Omit<AudioInfo, 'tags' | 'chapters' | 'picture'> {
  /** The part of the file that tags stand in, or the file; absent when there are none. */
  readonly tags: Uint8Array | ByteSource | undefined;
  /** Chapters found on the way; ID3 chapters come with the tags. */
  readonly chapters?: readonly Chapter[];
}
