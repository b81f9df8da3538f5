import { formatTimeCode } from '../../text/time-code.ts';
import { defineRule } from '../rule.ts';

export const itemAlternateEnclosure = defineRule({
  id: 'item-alternate-enclosure',
  subject: 'episode',
  severity: 'warning',
  enforces: ['item-alternate-enclosure'],
  summary: 'Another version of the audio is the same file, or of another length.',
  why: 'Apps switch between the versions as they please; they have to be the same recording.',
  source: 'Podcasting 2.0',
  remedy: 'Name another encoding of the same recording.',
  *check({ content }, { media }) {
    const main = media.get(content.audio);
    for (const [index, { file: name }] of content.alternate.entries()) {
      const other = media.get(name);
      if (main?.kind !== 'audio' || other?.kind !== 'audio') continue;
      const at = ['alternate', index, 'file'];
      const [ours, theirs] = [main.audio.durationSeconds, other.audio.durationSeconds];
      if (other.path === main.path) {
        yield {
          at,
          message: `"${name}" is the main audio file itself.`,
          remedy: 'Name another encoding, or remove this entry.',
        };
      } else if (Math.abs(ours - theirs) > 2) {
        yield {
          at,
          message: `"${name}" lasts ${formatTimeCode(theirs)}, but the main audio lasts ${formatTimeCode(ours)}.`,
          remedy: 'Export both from the same recording.',
        };
      }
    }
  },
});
