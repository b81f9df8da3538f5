import type { LoudnessReport } from '../../model/media.ts';
import type { Finding, Rule, RuleText } from '../rule.ts';
import { audioRule } from './audio-rule.ts';

/** The audio of an episode, listened to. */
export interface HeardAudio {
  /** As written in the frontmatter. */
  readonly name: string;
  readonly report: LoudnessReport;
}

/** A rule on what is heard, which runs only when the audio was measured from end to end. */
export function heardRule({
  judge,
  ...text
}: RuleText & { readonly judge: (heard: HeardAudio) => Iterable<Finding> }): Rule<'episode'> {
  return audioRule({
    ...text,
    *judge({ name, path, project }) {
      const loudness = project.loudness.get(path);
      if (loudness?.kind === 'measured') yield* judge({ name, report: loudness.report });
    },
  });
}

/** −16.2, with the true minus sign and one decimal. */
export function decibels(level: number): string {
  return level.toFixed(1).replace('-', '−');
}
