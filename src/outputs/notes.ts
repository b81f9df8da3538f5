import type { PublishedEpisode } from '../model/project.ts';
import { cleanLine } from '../text/xml.ts';

/**
 * What an episode says of itself in Markdown: its notes, or its summary or title where the author wrote none.
 * Neither the show's footer nor the advisory is in it.
 */
export function notesOf({ frontmatter, notes }: PublishedEpisode): string {
  return notes.trim() === '' ? escapeMarkdown(frontmatter.summary ?? frontmatter.title) : notes;
}

/** Plain text as Markdown that shows it as it is. Signs that are safe where they stand, as in an address, stay bare. */
function escapeMarkdown(text: string): string {
  return cleanLine(text)
    .replace(/[\\`*[\]<>]|~(?=~)|&(?=#?\w+;)|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&')
    .replace(/^(?:[-+#]|\d+(?=[.)]))/, (marker) => (/\d/.test(marker) ? `${marker}\\` : `\\${marker}`));
}
