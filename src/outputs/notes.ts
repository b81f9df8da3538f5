import type { PublishedEpisode } from '../model/project.ts';
import { cleanLine } from '../text/xml.ts';

/**
 * The words of an episode in Markdown: its notes; its summary where the author wrote none (a footer alone is no notes);
 * its title when all else is missing. The advisory is not in it.
 */
export function notesOf({ frontmatter, notes }: PublishedEpisode, footer: string | undefined): string {
  if (notes.trim() !== (footer ?? '').trim()) return notes;
  return `${escapeMarkdown(frontmatter.summary ?? frontmatter.title)}\n\n${notes}`.trim();
}

/** Plain text as Markdown that shows it as it is. Signs that are safe where they stand, as in an address, stay bare. */
function escapeMarkdown(text: string): string {
  return cleanLine(text)
    .replace(/[\\`*[\]<>]|~(?=~)|&(?=#?\w+;)|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&')
    .replace(/^(?:[-+#]|\d+(?=[.)]))/, (marker) => (/\d/.test(marker) ? `${marker}\\` : `\\${marker}`));
}
