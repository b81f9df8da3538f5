import type { PublishedEpisode } from '../../model/project.ts';
import { formatIso } from '../../text/dates.ts';
import type { Site } from './site.ts';
import { formatDay, formatLength, placeOf } from './wording.ts';

interface ParticularsProps {
  readonly site: Site;
  readonly episode: PublishedEpisode;
  /** Whether a heading above names the season already. */
  readonly isInSeason?: boolean;
}

/** Season, number, date and length, as a line above the title. */
export function Particulars({ site, episode, isInSeason = false }: ParticularsProps) {
  const { show } = site.podcast;
  const { durationSeconds } = episode.enclosure.audio;
  const place = placeOf(episode, { withSeason: !isInSeason });
  return (
    <p class="particulars">
      {place.length > 0 && (
        <span>
          <bdi>{place.join(', ')}</bdi>
        </span>
      )}
      <time datetime={formatIso(episode.date)}>{formatDay(episode.date, show.language)}</time>
      {durationSeconds > 0 && (
        <span>
          <bdi>{formatLength(durationSeconds)}</bdi>
        </span>
      )}
      {episode.explicit && <span class="badge">Explicit</span>}
    </p>
  );
}
