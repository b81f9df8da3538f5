import type { Chapter } from '../../model/chapter.ts';
import type { Waveform } from '../../model/illustrations.ts';

/** Enough strokes that speech and silence can be told apart, and 3 kB of page. */
const strokes = 240;
const height = 64;

interface WaveformProps {
  readonly waveform: Waveform;
  readonly chapters: readonly Chapter[];
}

/** The sound from beginning to end, with a mark where each chapter begins. Decoration: the chapters are listed in words. */
export function WaveformDrawing({ waveform: { peaks, seconds }, chapters }: WaveformProps) {
  const marks = chapters.filter(({ startSeconds }) => startSeconds > 0 && startSeconds < seconds);
  const markAt = ({ startSeconds }: Chapter) =>
    `M${Math.round((startSeconds / seconds) * strokes * 100) / 100} 0V${height}`;
  return (
    <svg
      class="waveform"
      viewBox={`0 0 ${strokes} ${height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      data-seconds={Math.round(seconds * 10) / 10}
    >
      <path class="sound" d={soundPath(peaks)} />
      {marks.length > 0 && <path class="marks" d={marks.map(markAt).join('')} />}
    </svg>
  );
}

/** An upright stroke for each stretch, as tall as its highest peak; silence is a dot of one unit. */
function soundPath(peaks: readonly number[]): string {
  return Array.from({ length: strokes }, (_, index) => {
    const from = Math.floor((index * peaks.length) / strokes);
    const to = Math.max(from + 1, Math.floor(((index + 1) * peaks.length) / strokes));
    const tall = Math.max(1, Math.round(Math.max(0, ...peaks.slice(from, to)) * height));
    return `M${index + 0.5} ${(height - tall) / 2}v${tall}`;
  }).join('');
}
