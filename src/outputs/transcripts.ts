import type { PublishedEpisode } from '../model/project.ts';
import type { Transcript } from '../model/transcript.ts';
import { episodeFolder } from '../model/urls.ts';
import { type TranscriptOutput, transcriptOutputs } from '../transcripts/formats.ts';
import { keyOf } from './keys.ts';
import { lazily, type Output } from './output.ts';

/** A transcript file of an episode as the feed names it. */
export interface TranscriptFileLink {
  /** Relative to dist/, not percent-encoded. */
  readonly path: string;
  readonly type: string;
  readonly rel: 'captions' | undefined;
}

/** The transcript files that an episode publishes, in the order of the feed; none without a transcript. */
export function transcriptFiles({ slug, transcript }: PublishedEpisode): readonly TranscriptFileLink[] {
  return formatsOf(transcript).map(({ extension, mimeType, isTimed }) => ({
    path: pathOf(slug, extension),
    type: mimeType,
    rel: isTimed ? 'captions' : undefined,
  }));
}

export const transcripts: Output = {
  name: 'transcripts',
  description: 'Each transcript as HTML and plain text, and with times as WebVTT, SubRip and JSON.',
  *render(podcast) {
    for (const episode of podcast.episodes) {
      const { slug, transcript, advisory, pageUrl, frontmatter } = episode;
      if (transcript === undefined) continue;
      const frame = { title: frontmatter.title, language: podcast.show.language, advisory, pageUrl };
      const key = keyOf(podcast, episode);
      for (const { extension, format } of formatsOf(transcript))
        yield lazily(pathOf(slug, extension), () => format(transcript, frame), { key });
    }
  },
};

function formatsOf(transcript: Transcript | undefined): readonly TranscriptOutput[] {
  if (transcript === undefined) return [];
  return transcriptOutputs.filter(({ isTimed }) => transcript.isTimed || !isTimed);
}

function pathOf(slug: string, extension: string): string {
  return `${episodeFolder(slug)}/transcript.${extension}`;
}
