import { columnsOf, type Match, rowsOf, type Sound, type SpokenSentences } from './passes.ts';
import { sayingCost, sentenceRows, stretchOf } from './saying-cost.ts';
import { type FrameSpan, spansOf } from './spans.ts';
import type { Rest } from './warp.ts';

/** How far the times of a sentence are to be trusted. */
export interface Confidence {
  /** 0 (no better than chance) to 1. */
  readonly confidence: number;
  /**
   * Absent when nothing speaks against it. `not-heard`: the sentence was left out, its times are those of the gap
   * where it would be; `unlike`: the sound there fits it little better than sound from elsewhere; `pace`: it would
   * have to be said at less than half or more than double the usual pace.
   */
  readonly doubt?: 'not-heard' | 'unlike' | 'pace' | undefined;
}

const width = 4;
/** Places elsewhere, as shares of the recording's length away from where the sentence was found. */
const elsewheres = [0.27, 0.5, 0.73];
/** How much less a sentence costs where it is said than elsewhere: about 0.15 in clear speech (`docs/alignment.md`). */
const clearMargin = 0.12;
const doubtfulMargin = 0.03;
const oddestPace = 2;

/**
 * Judges each sentence by its cost where it was found against its cost elsewhere in the same recording.
 * @returns one judgement for each sentence, and the mean margin of all, which tells whether this is their recording
 */
export async function confidenceOf(
  sentences: SpokenSentences,
  sound: Sound,
  fine: Match,
  rest: Rest,
): Promise<{ readonly each: readonly Confidence[]; readonly overallMargin: number }> {
  const rows = rowsOf(sentences, width);
  const columns = columnsOf(sound, width);
  const spans = spansOf(fine);
  const usualPace = median(spans.map((span, k) => paceOf(span, sentences, k)).filter((pace) => pace > 0));
  const each: Confidence[] = [];
  let total = 0;
  for (const [k, span] of spans.entries()) {
    await rest();
    if (span === undefined) {
      each.push({ confidence: 0, doubt: 'not-heard' });
      continue;
    }
    // One column before the sentence, for it to come after.
    const from = Math.max(0, Math.floor(span.from / width) - 1);
    const length = Math.ceil(span.to / width) - from;
    const own = sentenceRows(rows, k);
    const room = Math.max(1, columns.columnCount - length);
    const costs = [from, ...elsewheres.map((share) => Math.floor(from + share * room) % room)].map((place) =>
      sayingCost(own, stretchOf(columns, place, length), fine.prices, rest),
    );
    const [here = Infinity, ...elsewhere] = await Promise.all(costs);
    const margin = elsewhere.reduce((sum, each) => sum + each, 0) / elsewhere.length - here;
    const pace = paceOf(span, sentences, k) / usualPace;
    total += margin * framesOf(sentences, k);
    each.push(judged(margin, pace));
  }
  return { each, overallMargin: total / Math.max(1, sentences.starts.at(-1) ?? 0) };
}

function judged(margin: number, pace: number): Confidence {
  const confidence = Math.min(1, Math.max(0, margin / clearMargin));
  if (!(margin >= doubtfulMargin)) return { confidence: Number.isNaN(confidence) ? 0 : confidence, doubt: 'unlike' };
  if (pace > oddestPace || pace < 1 / oddestPace) return { confidence, doubt: 'pace' };
  return { confidence };
}

function framesOf({ starts }: SpokenSentences, k: number): number {
  return (starts[k + 1] ?? 0) - (starts[k] ?? 0);
}

/** Length in the recording against length in the synthetic voice. */
function paceOf(span: FrameSpan | undefined, sentences: SpokenSentences, k: number): number {
  return span === undefined ? 0 : (span.to - span.from) / framesOf(sentences, k);
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 1;
}
