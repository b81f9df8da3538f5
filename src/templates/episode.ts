import { yamlField } from './fields.ts';
import type { TemplateFile } from './template.ts';

/** The facts of a new episode, each as it is to be written. Absent ones are left out. */
export interface EpisodeAnswers {
  readonly title: string;
  /** As in frontmatter: `2026-03-01 09:00`. */
  readonly date: string;
  /** A path in media/. */
  readonly audio: string;
  readonly guid: string;
  readonly draft?: boolean | undefined;
  readonly season?: number | undefined;
  readonly episode?: number | undefined;
  readonly summary?: string | undefined;
  readonly advisory?: string | undefined;
  readonly guests?: readonly { readonly name: string; readonly organisation?: string | undefined }[] | undefined;
  /** Show notes in Markdown. */
  readonly notes: string;
}

/** The file `path` of an episode. `comments` are lines for its author, put before the facts. */
export function episodeFile(
  path: string,
  { notes, ...facts }: EpisodeAnswers,
  comments: readonly string[] = [],
): TemplateFile {
  const fields = Object.entries(facts).flatMap(([key, value]) => (value === undefined ? [] : [yamlField(key, value)]));
  const contents = ['---', ...comments.map((line) => `# ${line}`), ...fields, '---', '', notes.trim(), ''].join('\n');
  return { path, contents };
}
