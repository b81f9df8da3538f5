import type { Chapter } from './chapter.ts';
import { chaptersInNotes } from './chapters-in-notes.ts';
import type { EpisodeEntry } from './project.ts';

/** An episode's chapters: those that it lists, those of the file that it names, those in its notes, or else in its audio. */
export function chaptersOf(episode: EpisodeEntry, inAudio: readonly Chapter[]): readonly Chapter[] {
  const { content, chaptersFile, notedChapters } = episode;
  if (typeof content?.chapters === 'string') return chaptersFile?.chapters ?? [];
  return content?.chapters ?? notedChapters ?? inAudio;
}

/** The show notes as written, but for a list of chapters that was read as one: outputs write their own. */
export function notesBesideChapters({ notedChapters, frontmatter: { body } }: EpisodeEntry): string {
  return (notedChapters && chaptersInNotes(body)?.rest) ?? body.trim();
}
