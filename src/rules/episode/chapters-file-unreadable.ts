import { defineRule } from '../rule.ts';

export const chaptersFileUnreadable = defineRule({
  id: 'chapters-file-unreadable',
  subject: 'episode',
  severity: 'error',
  enforces: ['chapters-schema'],
  summary: 'The chapters file that an episode names is not there or is not a chapters file.',
  why: 'Apps would show no chapters.',
  source: 'Podcasting 2.0',
  remedy: 'Put a JSON chapters file there, or list the chapters in the episode.',
  *check({ chaptersFile }) {
    if (chaptersFile === undefined || chaptersFile.chapters !== undefined) return;
    yield {
      at: ['chapters'],
      message: chaptersFile.exists
        ? `"${chaptersFile.path}" is not a JSON chapters file.`
        : `There is no chapters file "${chaptersFile.path}".`,
      remedy: 'Correct the name, or list the chapters here, one a line, such as - 00:12:30 Early help.',
    };
  },
});
