import type { PublishedEpisode } from '../../model/project.ts';
import { Particulars } from './particulars.tsx';
import { episodeLink, type Site } from './site.ts';

export interface EpisodeListProps {
  readonly site: Site;
  readonly episodes: readonly PublishedEpisode[];
  readonly root: string;
  /** `h4` below the heading of a season. */
  readonly heading: 'h3' | 'h4';
}

/** Episodes in the order given, each with what one needs to choose it. */
export function EpisodeList({ site, episodes, root, heading: Heading }: EpisodeListProps) {
  return (
    <ul class="episodes">
      {episodes.map((episode) => (
        <li>
          <Particulars site={site} episode={episode} isInSeason={Heading === 'h4'} />
          <Heading>
            <a href={episodeLink(root, episode)} dir="auto">
              {episode.frontmatter.title}
            </a>
          </Heading>
          <p dir="auto">{episode.texts.summary}</p>
        </li>
      ))}
    </ul>
  );
}
