/** Everything ppod writes. Add a line here and a file or folder beside it. */
import { chapters } from './chapters.ts';
import { feed } from './feed/index.ts';
import { hosting } from './hosting.ts';
import { media } from './media.ts';
import type { Output } from './output.ts';
import { pages } from './pages/index.ts';
import { transcripts } from './transcripts.ts';

export const outputs: readonly Output[] = [media, transcripts, chapters, pages, hosting, feed];
