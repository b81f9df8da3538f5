import type { ComponentChildren } from 'preact';
import type { PublishedEpisode } from '../../model/project.ts';
import { formatSize } from './wording.ts';

const speeds = ['0.75', '1', '1.25', '1.5', '1.75', '2'];

interface PlayerProps {
  readonly episode: PublishedEpisode;
  /** The address of the audio. */
  readonly source: string;
  /** What goes right under the controls. */
  readonly children?: ComponentChildren;
}

/**
 * The browser's own audio controls, and a row of tools that appears with the player's script. Nothing is fetched
 * before a listener presses play: directories count every fetch as a download.
 */
export function Player({ episode, source, children }: PlayerProps) {
  const { enclosure, frontmatter, transcript } = episode;
  return (
    <>
      <section class="player" aria-label="Player">
        <audio controls preload="none" src={source} aria-label={frontmatter.title} />
        <div class="player-tools" hidden>
          <button type="button" data-skip="-15">
            <span dir="ltr" aria-hidden="true">
              −15 s
            </span>
            <span class="unseen">Back 15 seconds</span>
          </button>
          <button type="button" data-skip="15">
            <span dir="ltr" aria-hidden="true">
              +15 s
            </span>
            <span class="unseen">Forward 15 seconds</span>
          </button>
          <label>
            <span class="label">Speed</span>
            <select dir="ltr">
              {speeds.map((speed) => (
                <option value={speed} selected={speed === '1'}>
                  {speed}×
                </option>
              ))}
            </select>
          </label>
          {transcript?.isTimed && (
            <label>
              <input type="checkbox" name="follow" checked /> Follow<span class="unseen"> the words</span>
            </label>
          )}
          <p role="status" />
        </div>
      </section>
      {children}
      <p class="beside-player">
        {transcript && <a href="#transcript">Read the transcript</a>}
        <span>
          <a href={source} download>
            Download the audio
          </a>{' '}
          ({[enclosure.audio.codec, ...(enclosure.bytes > 0 ? [formatSize(enclosure.bytes)] : [])].join(', ')})
        </span>
      </p>
    </>
  );
}
