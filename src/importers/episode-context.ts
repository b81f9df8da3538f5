import type { SourceFeed } from '../feeds/feed.ts';
import type { FileNames } from './file-names.ts';
import type { Notices } from './notices.ts';
import type { Download } from './planned-file.ts';

/** What an item is imported into. */
export interface EpisodeContext {
  readonly feed: SourceFeed;
  /** What apps know the episode by: its guid from now on. */
  readonly identity: string;
  /** An episode before this one has the same guid. */
  readonly isRepeated: boolean;
  /** Of the show. */
  readonly explicit: boolean;
  readonly names: FileNames;
  /** The pictures planned so far, by address: many episodes show the same. */
  readonly pictures: Map<string, Download>;
  readonly notices: Notices;
  readonly site?: string | undefined;
  readonly address: string | undefined;
  readonly withAudio: boolean;
  /** Milliseconds since 1970. */
  readonly now: number;
}
