import { stateOf } from '../../model/project.ts';
import { defineRule } from '../rule.ts';

export const transcriptPresent = defineRule({
  id: 'transcript-present',
  subject: 'episode',
  compares: true,
  severity: 'warning',
  enforces: ['transcript-present', 'transcript-on-page'],
  summary: 'An episode has no transcript.',
  why: 'People who cannot hear are shut out without one; public bodies in the United Kingdom must publish it with the audio.',
  source: 'WCAG 2.2; Public Sector Bodies Accessibility Regulations 2018',
  remedy:
    'Put the transcript beside the episode, under its name with .transcript.txt (or .docx, .vtt, .srt) at the end.',
  mayFind: ({ content, transcripts }) => !content.draft && transcripts.length === 0,
  *check({ content, file, transcripts }, { asOf }) {
    if (content.draft || transcripts.length > 0) return;
    const isOut = stateOf(content, asOf) === 'published';
    const path = file.replace(/\.md$/i, '');
    yield {
      severity: isOut ? 'warning' : 'info',
      message: isOut
        ? 'This episode has no transcript, so people who cannot hear are shut out.'
        : 'This episode is due to come out, and has no transcript yet.',
      remedy: `Save the transcript as ${path}.transcript.txt (or .docx, .vtt, .srt).`,
    };
  },
});
