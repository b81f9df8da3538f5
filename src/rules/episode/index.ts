import type { Rule } from '../rule.ts';
import { audioElsewhere } from './audio-elsewhere.ts';
import { audioMissing } from './audio-missing.ts';
import { audioShared } from './audio-shared.ts';
import { audioTruncated } from './audio-truncated.ts';
import { audioUnreadable } from './audio-unreadable.ts';
import { chaptersFileUnreadable } from './chapters-file-unreadable.ts';
import { episodeArtworkMissing } from './episode-artwork-missing.ts';
import { guidDuplicate } from './guid-duplicate.ts';
import { guidMissing } from './guid-missing.ts';
import { slugDuplicate } from './slug-duplicate.ts';
import { transcriptMissingFile } from './transcript-missing-file.ts';
import { transcriptUnreadable } from './transcript-unreadable.ts';

/** The rules that look at one episode. Add a line here and a file beside it. */
export const episodeRules: readonly Rule<'episode'>[] = [
  audioElsewhere,
  audioMissing,
  audioShared,
  audioTruncated,
  audioUnreadable,
  chaptersFileUnreadable,
  episodeArtworkMissing,
  guidDuplicate,
  guidMissing,
  slugDuplicate,
  transcriptMissingFile,
  transcriptUnreadable,
];
