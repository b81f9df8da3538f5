import type { Transcript } from '../model/transcript.ts';
import { formatHtml } from './format-html.ts';
import { formatJson } from './format-json.ts';
import { formatSrt } from './format-srt.ts';
import { formatText } from './format-text.ts';
import { formatVtt } from './format-vtt.ts';
import type { TranscriptFrame } from './transcript-frame.ts';

/** A format that ppod writes. */
export interface TranscriptOutput {
  readonly extension: string;
  readonly mimeType: string;
  /** Timed formats can be shown along with the audio; they need a timed transcript. */
  readonly isTimed: boolean;
  format(transcript: Transcript, frame: TranscriptFrame): string;
}

/** In the order of the feed: timed before untimed, and first what most apps read. */
export const transcriptOutputs: readonly TranscriptOutput[] = [
  { extension: 'vtt', mimeType: 'text/vtt', isTimed: true, format: formatVtt },
  { extension: 'srt', mimeType: 'application/x-subrip', isTimed: true, format: formatSrt },
  { extension: 'json', mimeType: 'application/json', isTimed: true, format: formatJson },
  { extension: 'html', mimeType: 'text/html', isTimed: false, format: formatHtml },
  { extension: 'txt', mimeType: 'text/plain', isTimed: false, format: formatText },
];
