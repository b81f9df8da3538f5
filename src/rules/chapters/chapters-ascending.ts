import { formatTimeCode } from '../../text/time-code.ts';
import { defineRule } from '../rule.ts';
import { listedChapters } from './listed.ts';

export const chaptersAscending = defineRule({
  id: 'chapters-ascending',
  subject: 'episode',
  severity: 'error',
  enforces: ['chapters-ascending'],
  summary: 'The chapters are not in the order of time.',
  why: 'Players jump to the wrong place, or show no chapters.',
  source: 'Podcasting 2.0',
  remedy: 'Put the chapters in the order in which they begin.',
  *check(entry, project) {
    const listed = listedChapters(entry, project);
    for (const [index, { startSeconds, endSeconds }] of (listed?.chapters ?? []).entries()) {
      const before = listed?.chapters[index - 1];
      if (before !== undefined && startSeconds <= before.startSeconds) {
        yield {
          ...listed?.place(index),
          message: `This chapter begins at ${formatTimeCode(startSeconds)}, not after the one before it (${formatTimeCode(before.startSeconds)}).`,
          remedy: 'Put the chapters in the order in which they begin, each at a time of its own.',
        };
      }
      if (endSeconds !== undefined && endSeconds <= startSeconds) {
        yield {
          ...listed?.place(index),
          message: `This chapter ends at ${formatTimeCode(endSeconds)}, not after it begins (${formatTimeCode(startSeconds)}).`,
          remedy: 'Correct the end, or leave it out: a chapter ends where the next one begins.',
        };
      }
    }
  },
});
