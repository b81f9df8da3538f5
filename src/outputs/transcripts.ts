import type { PublishedEpisode } from '../model/project.ts';
import type { Transcript } from '../model/transcript.ts';
import { episodeFolder } from '../model/urls.ts';
import { formatHtml } from '../transcripts/format-html.ts';
import { formatJson } from '../transcripts/format-json.ts';
import { formatSrt } from '../transcripts/format-srt.ts';
import { formatText } from '../transcripts/format-text.ts';
import { formatVtt } from '../transcripts/format-vtt.ts';
import type { Output } from './output.ts';

interface PublishedFormat {
  readonly extension: string;
  readonly type: string;
  /** Timed formats can be shown along with the audio. */
  readonly isTimed: boolean;
  format(transcript: Transcript, episode: PublishedEpisode, language: string): string;
}

/** In the order of the feed: timed before untimed, and first what most apps read. */
const formats: readonly PublishedFormat[] = [
  { extension: 'vtt', type: 'text/vtt', isTimed: true, format: formatVtt },
  { extension: 'srt', type: 'application/x-subrip', isTimed: true, format: formatSrt },
  { extension: 'json', type: 'application/json', isTimed: true, format: formatJson },
  {
    extension: 'html',
    type: 'text/html',
    isTimed: false,
    format: (transcript, { frontmatter: { title }, advisory, pageUrl }, language) =>
      formatHtml(transcript, { language, title, advisory, pageUrl }),
  },
  {
    extension: 'txt',
    type: 'text/plain',
    isTimed: false,
    format: (transcript, { frontmatter: { title }, advisory }) => formatText(transcript, { title, advisory }),
  },
];

/** A transcript file of an episode as the feed names it. */
export interface TranscriptFileLink {
  /** Relative to dist/, not percent-encoded. */
  readonly path: string;
  readonly type: string;
  readonly rel: 'captions' | undefined;
}

/** The transcript files that an episode publishes, in the order of the feed; none without a transcript. */
export function transcriptFiles({ slug, transcript }: PublishedEpisode): readonly TranscriptFileLink[] {
  return publishedFormats(transcript).map(({ extension, type, isTimed }) => ({
    path: pathOf(slug, extension),
    type,
    rel: isTimed ? 'captions' : undefined,
  }));
}

export const transcripts: Output = {
  name: 'transcripts',
  description: 'Each transcript as HTML and plain text, and with times as WebVTT, SubRip and JSON.',
  *render({ show, episodes }) {
    for (const episode of episodes) {
      const { slug, transcript } = episode;
      if (transcript === undefined) continue;
      for (const { extension, format } of publishedFormats(transcript))
        yield { path: pathOf(slug, extension), contents: format(transcript, episode, show.language) };
    }
  },
};

function publishedFormats(transcript: Transcript | undefined): readonly PublishedFormat[] {
  if (transcript === undefined) return [];
  return formats.filter(({ isTimed }) => transcript.isTimed || !isTimed);
}

function pathOf(slug: string, extension: string): string {
  return `${episodeFolder(slug)}/transcript.${extension}`;
}
