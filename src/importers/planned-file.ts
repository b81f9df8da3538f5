import type { SourceItem } from '../feeds/feed.ts';
import { type FileNames, nameInAddress } from './file-names.ts';

/** A file of the old host that the new project wants. Paths are relative to the project, with `/`. */
export interface Download {
  readonly kind: 'audio' | 'picture' | 'transcript' | 'chapters';
  readonly url: string;
  readonly path: string;
  /** Bytes, as the feed states them. */
  readonly length: number | undefined;
  /** The episode that it is for, by title. */
  readonly episode: string | undefined;
}

/** A text file of the new project. What it says depends on which downloads arrived: `fetched` holds their paths. */
export interface PlannedFile {
  readonly path: string;
  readonly downloads: readonly Download[];
  render(fetched: ReadonlySet<string>): string;
}

/** `cover-1a2b3c4d.jpg`, as ppod publishes it, is `cover.jpg` again. */
export function pictureAt(url: string, names: FileNames, episode: string | undefined): Download {
  const { stem, extension } = nameInAddress(url);
  const known = /^\.(?:jpe?g|png|webp|gif)$/.test(extension) ? extension : '.jpg';
  const path = names.claim('media', stem.replace(/-[\da-f]{8}$/, '') || 'cover', known);
  return { kind: 'picture', url, path, length: undefined, episode };
}

export function titleOf({ title, position }: SourceItem): string {
  return title === '' ? `item ${position} of the feed` : title.replace(/\s+/g, ' ');
}
