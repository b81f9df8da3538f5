import { LineIndex } from '../../text/positions.ts';
import { defineRule } from '../rule.ts';

export const transcriptUnreadable = defineRule({
  id: 'transcript-unreadable',
  subject: 'episode',
  severity: 'error',
  enforces: ['transcript-present'],
  summary: 'A transcript file holds no transcript that can be read.',
  why: 'People who read instead of listening would find nothing.',
  source: 'WCAG 2.2',
  remedy: 'Save the transcript as plain text, Word (.docx), VTT or SRT, and look whether it opens.',
  *check({ transcripts }) {
    for (const file of transcripts) {
      const { path, exists, transcript, problems } = file;
      if (!exists || transcript !== undefined || problems.some(({ severity }) => severity === 'error')) continue;
      yield {
        file: path,
        range: new LineIndex(file.text).range(0, 0),
        message: 'No words were found in this transcript.',
        remedy: 'Save the transcript as plain text, Word (.docx), VTT or SRT, and look whether it opens.',
      };
    }
  },
});
