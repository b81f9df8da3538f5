import type { Chapter } from './chapter.ts';
import { chaptersInNotes, type NotedChapters } from './chapters-in-notes.ts';
import type { EpisodeEntry } from './project.ts';

/** An episode's chapters: those that it lists, those of the file that it names, those in its notes, or else in its audio. */
export function chaptersOf(episode: EpisodeEntry, inAudio: readonly Chapter[]): readonly Chapter[] {
  const { content, chaptersFile } = episode;
  if (typeof content?.chapters === 'string') return chaptersFile?.chapters ?? [];
  return content?.chapters ?? noted(episode)?.chapters ?? inAudio;
}

/** The show notes as written, but for a list of chapters that was read as one: outputs write their own. */
export function notesBesideChapters(episode: EpisodeEntry): string {
  return noted(episode)?.rest ?? episode.frontmatter.body.trim();
}

function noted({ content, frontmatter }: EpisodeEntry): NotedChapters | undefined {
  return content?.chapters === undefined ? chaptersInNotes(frontmatter.body) : undefined;
}
