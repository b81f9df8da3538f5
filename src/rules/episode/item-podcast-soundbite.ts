import { formatTimeCode } from '../../text/time-code.ts';
import { defineRule } from '../rule.ts';

export const itemPodcastSoundbite = defineRule({
  id: 'item-podcast-soundbite',
  subject: 'episode',
  severity: 'warning',
  enforces: ['item-podcast-soundbite'],
  summary: 'A soundbite is too short or too long, or lies outside the audio.',
  why: 'Apps play soundbites as samples of 15 seconds to two minutes and ignore others.',
  source: 'Podcasting 2.0',
  remedy: 'Choose a part of 15 to 120 seconds inside the audio.',
  *check({ content }, { media }) {
    const file = media.get(content.audio);
    const length = file?.kind === 'audio' ? file.audio.durationSeconds : Number.POSITIVE_INFINITY;
    for (const [index, { start, duration }] of content.soundbites.entries()) {
      if (start + duration > length + 0.5) {
        yield {
          at: ['soundbites', index, 'start'],
          message: `This soundbite ends at ${formatTimeCode(start + duration)}, but the audio ends at ${formatTimeCode(length)}.`,
          remedy: 'Correct the start or the duration.',
        };
      } else if (duration < 15 || duration > 120) {
        yield {
          at: ['soundbites', index, 'duration'],
          message: `This soundbite lasts ${duration} seconds; apps play 15 to 120.`,
          remedy: 'Choose a part of that length.',
        };
      }
    }
  },
});
