import { defineRule } from '../rule.ts';
import { placeOf, publishedTranscript } from './published.ts';

export const transcriptUntimed = defineRule({
  id: 'transcript-untimed',
  subject: 'episode',
  severity: 'info',
  enforces: ['transcript-vtt', 'transcript-formats'],
  summary: 'A transcript does not say when its words are spoken.',
  why: 'Without times it can be read on the page, but apps cannot show it beside the audio, and there are no captions.',
  source: 'Apple Podcasts; Podcasting 2.0',
  remedy: 'Run ppod align, which times a transcript against its audio on this computer.',
  *check(entry) {
    const published = publishedTranscript(entry);
    if (published === undefined || published.transcript.isTimed) return;
    yield {
      file: published.file.path,
      range: placeOf(published.file, 1, ''),
      message: 'This transcript has no times: the page shows it, but apps cannot follow it along with the audio.',
      remedy: `Run ppod align ${entry.slug} to add them; nothing leaves this computer.`,
    };
  },
});
