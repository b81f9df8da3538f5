import { beginningOfBody } from '../body-place.ts';
import { notesOf } from '../notes.ts';
import { defineRule } from '../rule.ts';

export const channelDescriptionRequired = defineRule({
  id: 'channel-description-required',
  subject: 'show',
  severity: 'error',
  enforces: ['channel-description-required'],
  summary: 'The show has no description.',
  why: 'Apple Podcasts and Spotify refuse a show without one; it is what people read before they follow.',
  source: 'RSS 2.0; Apple Podcasts; Spotify',
  remedy: 'Write one or two paragraphs below the second --- of show.md.',
  *check(entry) {
    if (notesOf(entry).hasWords) return;
    const { frontmatter } = entry;
    yield {
      range: beginningOfBody(frontmatter),
      message: 'The show has no description: nothing stands below the second --- of show.md.',
      remedy: 'Write there what the show is about and whom it is for, in a paragraph or two.',
    };
  },
});
