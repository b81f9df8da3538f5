import type { RuleText } from '../rule.ts';

/** The rules that the readers of transcripts enforce while they read. */
export const readingTexts = {
  'transcript-damaged': {
    id: 'transcript-damaged',
    severity: 'warning',
    enforces: ['vtt-signature', 'srt-format', 'json-transcript', 'html-transcript'],
    summary: 'A place of a transcript file is broken; its words were kept.',
    why: 'Programs that are stricter than ppod would stop there. ppod writes it anew and whole.',
    source: 'WebVTT; Podcasting 2.0',
    remedy: 'Look at the place that is shown and see whether the words are right.',
  },
  'transcript-times': {
    id: 'transcript-times',
    severity: 'warning',
    enforces: ['vtt-timings', 'srt-format'],
    summary: 'A time in a transcript is missing or cannot be right.',
    why: 'Apps would show the words at the wrong moment; ppod never makes a time up.',
    source: 'WebVTT',
    remedy: 'Correct the time, or time the transcript anew with ppod align.',
  },
  'transcript-left-out': {
    id: 'transcript-left-out',
    severity: 'info',
    enforces: [],
    summary: 'Text of a transcript file that is not part of the talk was left out.',
    why: 'Notes of the program that made the file are not for readers.',
    source: 'ppod',
    remedy: 'See whether what was left out is really not part of the talk.',
  },
} as const satisfies Record<string, RuleText>;
