import { problem } from '../problems.ts';
import type { Reader } from '../reader.ts';

/** XML that is no captions: a feed, a project file. Its words are not a transcript's. */
export const xml: Reader = {
  format: 'plain',
  recognises: (text) => /^\s*<(?:\?xml|rss|feed|opml)[\s>]/.test(text),
  read: () => ({
    utterances: [],
    problems: [
      problem(
        'transcript-unreadable',
        1,
        'This is an XML file, but not of a kind of transcript that ppod knows.',
        'Export the transcript as VTT, SRT, Word or plain text instead.',
      ),
    ],
  }),
};
