import type { Project } from '../model/project.ts';

/** The files that repairs may change: what people write. Transcripts too, as the show's own vocabulary asks for it. */
export function sourcesOf({ show, episodes }: Project): readonly { readonly file: string; readonly text: string }[] {
  const transcripts = new Map(
    episodes.flatMap(({ transcripts }) => transcripts.map(({ path, text }) => [path, { file: path, text }] as const)),
  );
  const entries = [show, ...episodes].map(({ file, frontmatter }) => ({ file, text: frontmatter.text }));
  return [...entries, ...transcripts.values()];
}
