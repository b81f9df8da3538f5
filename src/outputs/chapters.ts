import type { Chapter } from '../model/chapter.ts';
import type { Podcast, PublishedEpisode } from '../model/project.ts';
import { episodeFolder } from '../model/urls.ts';
import { cleanLine } from '../text/xml.ts';
import { keyOf } from './keys.ts';
import { lazily, type Output } from './output.ts';

/** JSON chapters 1.2, as the podcast namespace describes them. */
export const chapters: Output = {
  name: 'chapters',
  description: 'the chapters of each episode, for players',
  *render(podcast) {
    for (const episode of podcast.episodes) {
      if (episode.chapters.length === 0) continue;
      const make = () => `${JSON.stringify(chaptersFile(podcast, episode), null, 2)}\n`;
      yield lazily(chaptersPath(episode), make, { key: keyOf(podcast, episode) });
    }
  },
};

/** Where an episode's chapters go, relative to dist/. */
export function chaptersPath({ slug }: PublishedEpisode): string {
  return `${episodeFolder(slug)}/chapters.json`;
}

/** A first chapter shorter than this would be refused by Spotify. Seconds. */
const shortestChapter = 30;

/**
 * The chapters as every carrier (JSON, feed, description, page) gives them: in order, the first at 0 as Apple and Spotify require.
 * Where the author's first begins later, it takes the time before it if that is short; else that time gets the episode's name.
 */
function publishedChapters({ chapters, frontmatter }: PublishedEpisode): readonly Chapter[] {
  const ordered = chapters.map(withSafeLinks).sort((a, b) => a.startSeconds - b.startSeconds);
  const first = ordered[0];
  if (first === undefined || first.startSeconds === 0) return ordered;
  if (first.startSeconds < shortestChapter) return [{ ...first, startSeconds: 0 }, ...ordered.slice(1)];
  return [{ startSeconds: 0, title: frontmatter.title }, ...ordered];
}

/** The chapters that players list. */
export function listedChapters(episode: PublishedEpisode): readonly Chapter[] {
  return publishedChapters(episode).filter(({ title, listed }) => listed !== false && title !== '');
}

function chaptersFile({ show }: Podcast, episode: PublishedEpisode) {
  return {
    version: '1.2.0',
    title: cleanLine(episode.frontmatter.title),
    podcastName: cleanLine(show.title),
    author: cleanLine(show.author),
    chapters: publishedChapters(episode).map(({ startSeconds, endSeconds, title, url, image, listed }) => ({
      startTime: toMilliseconds(startSeconds),
      ...(endSeconds !== undefined && endSeconds > startSeconds && { endTime: toMilliseconds(endSeconds) }),
      ...(title !== '' && { title: cleanLine(title) }),
      ...(image !== undefined && { img: image }),
      ...(url !== undefined && { url }),
      ...(listed === false && { toc: false }),
    })),
  };
}

function toMilliseconds(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}

/** Apps open and load these by themselves, so only https addresses are passed on. */
function withSafeLinks({ url, image, ...chapter }: Chapter): Chapter {
  return { url: httpsOnly(url), image: httpsOnly(image), ...chapter };
}

function httpsOnly(url: string | undefined): string | undefined {
  return url?.startsWith('https://') ? url : undefined;
}
