import { parseDate } from '../../text/dates.ts';
import { defineRule } from '../rule.ts';

export const channelPodcastUpdatefrequency = defineRule({
  id: 'channel-podcast-updatefrequency',
  subject: 'show',
  severity: 'warning',
  enforces: ['channel-podcast-updatefrequency'],
  summary: 'The rule in updateFrequency is not one that calendars can read.',
  why: 'Apps tell listeners when to expect an episode only when they can read the rule.',
  source: 'Podcasting 2.0; RFC 5545',
  remedy: 'Write a rule such as FREQ=MONTHLY or FREQ=WEEKLY;INTERVAL=2.',
  *check({ content: { updateFrequency } }) {
    if (updateFrequency === undefined) return;
    const { rrule, dtstart } = updateFrequency;
    const remedy = 'Write a rule such as FREQ=MONTHLY or FREQ=WEEKLY;INTERVAL=2, or remove the line and keep the text.';
    const wrong = rrule?.split(';').find((part) => !parts.some((form) => form.test(part)));
    if (wrong !== undefined) {
      yield { at: ['updateFrequency', 'rrule'], message: `Calendars cannot read "${wrong}" in this rule.`, remedy };
    } else if (rrule !== undefined && !/(?:^|;)FREQ=/.test(rrule)) {
      yield { at: ['updateFrequency', 'rrule'], message: 'This rule does not say how often: FREQ is missing.', remedy };
    }
    if (rrule !== undefined && /(?:^|;)COUNT=/.test(rrule) && dtstart === undefined) {
      yield {
        at: ['updateFrequency', 'rrule'],
        message: 'This rule counts the episodes, but no start is given from which to count.',
        remedy: 'Add a line such as dtstart: 2026-03-01, or remove COUNT.',
      };
    }
    if (dtstart !== undefined && parseDate(dtstart, 'UTC').kind !== 'date') {
      yield {
        at: ['updateFrequency', 'dtstart'],
        message: `"${dtstart}" is not a date.`,
        remedy: 'Write it like 2026-03-01.',
      };
    }
  },
});

const numbers = /^[+-]?\d+(?:,[+-]?\d+)*$/;
const days = /^(?:[+-]?\d{0,2}(?:MO|TU|WE|TH|FR|SA|SU))(?:,[+-]?\d{0,2}(?:MO|TU|WE|TH|FR|SA|SU))*$/;

const parts: readonly RegExp[] = [
  /^FREQ=(?:SECONDLY|MINUTELY|HOURLY|DAILY|WEEKLY|MONTHLY|YEARLY)$/,
  /^(?:INTERVAL|COUNT)=[1-9]\d*$/,
  /^UNTIL=\d{8}(?:T\d{6}Z?)?$/,
  new RegExp(`^BYDAY=${days.source.slice(1)}`),
  new RegExp(`^BY(?:SECOND|MINUTE|HOUR|MONTHDAY|YEARDAY|WEEKNO|MONTH|SETPOS)=${numbers.source.slice(1)}`),
  /^WKST=(?:MO|TU|WE|TH|FR|SA|SU)$/,
];
