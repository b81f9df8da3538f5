import { beginningOfBody } from '../body-place.ts';
import { notesOf } from '../notes.ts';
import { defineRule } from '../rule.ts';

export const itemDescription = defineRule({
  id: 'item-description',
  subject: 'episode',
  severity: 'warning',
  enforces: ['item-description'],
  summary: 'The episode has neither notes nor a summary.',
  why: 'Spotify refuses an episode without a description, and people decide by it whether to listen.',
  source: 'Spotify; PSP-1',
  remedy: 'Write a sentence or two below the second ---.',
  *check(entry) {
    if (notesOf(entry).hasWords) return;
    const { content, frontmatter } = entry;
    yield {
      range: beginningOfBody(frontmatter),
      severity: content.summary === undefined ? 'warning' : 'info',
      message:
        content.summary === undefined
          ? 'This episode has no notes: nothing stands below the second ---.'
          : 'This episode has no notes; apps will show its summary alone.',
      remedy: 'Write there what the episode is about, with links to what is mentioned.',
    };
  },
});
