import { stateOf } from '../../model/project.ts';
import { formatIso } from '../../text/dates.ts';
import { defineRule } from '../rule.ts';

export const episodeScheduled = defineRule({
  id: 'episode-scheduled',
  subject: 'episode',
  compares: true,
  severity: 'info',
  enforces: ['item-pubdate-not-future'],
  summary: 'The episode is dated in the future and not published yet.',
  why: 'Apps differ over episodes from the future, so ppod leaves them out until they are due.',
  source: 'W3C feed validator',
  remedy: 'Build again when it is due; a timetable can do that.',
  *check({ content }, { asOf }) {
    if (stateOf(content, asOf) !== 'scheduled') return;
    const when = formatIso(content.date).replace('T', ' ').slice(0, 16);
    yield {
      at: ['date'],
      message: `This episode waits until ${when}; it is left out until then.`,
      remedy: 'Build again when it is due, by hand or on a timetable.',
    };
  },
});
