import { defineRule } from '../rule.ts';
import { placeOf, publishedTranscript, segmentsOf } from './published.ts';

const credit =
  /\b(?:transcribed|transcript generated|subtitles?|captions?|captioned) (?:by|with) (?:https?:\/\/)?(?:www\.)?(?:otter(?:\.ai)?|rev(?:\.com)?|trint|descript|sonix|happy ?scribe|whisper|turboscribe|temi|amara(?:\.org)?|the amara\.org community|microsoft|zoom)\b[^.\n]{0,40}/i;

export const transcriptMachineCredit = defineRule({
  id: 'transcript-machine-credit',
  subject: 'episode',
  severity: 'warning',
  enforces: ['transcript-reviewed'],
  summary: 'The transcript still holds the line that a transcription service put into it.',
  why: 'Nobody says it in the recording; it shows that nobody has read the transcript.',
  source: 'WAI media guide',
  remedy: 'Remove the line, and read the transcript through once.',
  *check(entry) {
    const published = publishedTranscript(entry);
    for (const { text, line } of published?.transcript.turns.flatMap(segmentsOf) ?? []) {
      const [words] = credit.exec(text) ?? [];
      if (words === undefined || published === undefined) continue;
      yield {
        file: published.file.path,
        range: placeOf(published.file, line, words),
        message: `"${words.trim()}" was put here by a transcription service; nobody says it.`,
        remedy: 'Remove the line, and read the transcript through once.',
      };
    }
  },
});
