import type { AudioInfo } from '../../model/media.ts';
import type { Finding, Rule, RuleText, Subjects, Surroundings } from '../rule.ts';

/** The audio of an episode, measured. */
export interface EpisodeAudio {
  /** As written in the frontmatter. */
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
  readonly audio: AudioInfo;
  readonly entry: Subjects['episode'];
  readonly project: Surroundings;
}

/** A rule on the audio of an episode, which runs only when there is audio. Findings point at the key `audio`. */
export function audioRule({
  judge,
  ...text
}: RuleText & { readonly judge: (audio: EpisodeAudio) => Iterable<Finding> }): Rule<'episode'> {
  return {
    ...text,
    subject: 'episode',
    *check(entry, project) {
      const name = entry.content.audio;
      const file = project.media.get(name);
      if (file?.kind !== 'audio') return;
      for (const finding of judge({ name, path: file.path, bytes: file.bytes, audio: file.audio, entry, project })) {
        yield { at: ['audio'], ...finding };
      }
    },
  };
}
