import type { PublishedEpisode } from '../../model/project.ts';
import { formatIso } from '../../text/dates.ts';
import type { Site } from './site.ts';
import { formatDay, formatLength } from './wording.ts';

interface ParticularsProps {
  readonly site: Site;
  readonly episode: PublishedEpisode;
  /** Whether a heading above names the season already. */
  readonly isInSeason?: boolean;
}

/** Season, number, date and length, as a line above the title. */
export function Particulars({ site, episode, isInSeason = false }: ParticularsProps) {
  const { show } = site.podcast;
  const { type, season, episode: number, episodeName } = episode.frontmatter;
  const { durationSeconds } = episode.enclosure.audio;
  const place = [
    type === 'full' ? undefined : type === 'trailer' ? 'Trailer' : 'Bonus',
    season === undefined || isInSeason ? undefined : `Season ${season}`,
    episodeName ?? (number === undefined ? undefined : `Episode ${number}`),
  ].filter((part) => part !== undefined);
  return (
    <p class="particulars">
      {place.length > 0 && <span dir="auto">{place.join(', ')}</span>}
      <time datetime={formatIso(episode.date)}>{formatDay(episode.date, show.language)}</time>
      {durationSeconds > 0 && <span dir="auto">{formatLength(durationSeconds)}</span>}
      {episode.explicit && <span class="badge">Explicit</span>}
    </p>
  );
}
