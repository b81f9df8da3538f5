import type { Chapter } from './chapter.ts';
import type { EpisodeEntry } from './project.ts';

/** An episode's chapters: those that it lists, those of the file that it names, or else those in its audio. */
export function chaptersOf({ content, chaptersFile }: EpisodeEntry, inAudio: readonly Chapter[]): readonly Chapter[] {
  if (typeof content?.chapters === 'string') return chaptersFile?.chapters ?? [];
  return content?.chapters ?? inAudio;
}
