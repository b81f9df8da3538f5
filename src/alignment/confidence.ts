import { columnsOf, type Match, rowsOf, type Sound, type SpokenSentences } from './passes.ts';
import { sayingCost, sentenceRows, stretchOf } from './saying-cost.ts';
import { spansOf } from './spans.ts';
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
const elsewheres = [0.13, 0.27, 0.5, 0.73];
/** How much less a sentence costs where it is said than by chance: about 0.14 in clear speech (`docs/alignment.md`). */
const clearMargin = 0.12;
/** Below this share of the mean margin a sentence is in doubt: noise makes the margins of all smaller. */
const doubtfulShare = 0.25;
const oddestPace = 2;

/**
 * Judges each sentence by its cost where it was found against what chance gives: its cost elsewhere in the same
 * recording, and that of other sentences in its place.
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
  const alike = alikeInLength(sentences);
  const margins: (number | undefined)[] = [];
  for (const [k, span] of spans.entries()) {
    await rest();
    if (span === undefined) {
      margins.push(undefined);
      continue;
    }
    // One column before the sentence, for it to come after.
    const from = Math.max(0, Math.floor(span.from / width) - 1);
    const length = Math.ceil(span.to / width) - from;
    const cost = (sentence: number, place: number) =>
      sayingCost(sentenceRows(rows, sentence), stretchOf(columns, place, length), fine.prices, rest);
    const room = Math.max(1, columns.columnCount - length);
    const byChance = await Promise.all([
      ...elsewheres.map((share) => cost(k, Math.floor(from + share * room) % room)),
      ...alike(k).map((other) => cost(other, from)),
    ]);
    margins.push(mean(byChance) - (await cost(k, from)));
  }
  const frames = sentences.starts.at(-1) ?? 0;
  const overallMargin =
    margins.reduce((sum: number, margin = 0, k) => sum + margin * framesOf(sentences, k), 0) / Math.max(1, frames);
  const paces = spans.map((span, k) =>
    span === undefined ? undefined : (span.to - span.from) / framesOf(sentences, k),
  );
  const usualPace = median(paces.filter((pace) => pace !== undefined));
  const each = margins.map((margin, k) => judged(margin, overallMargin, (paces[k] ?? 0) / usualPace));
  return { each, overallMargin };
}

function judged(margin: number | undefined, overall: number, pace: number): Confidence {
  if (margin === undefined) return { confidence: 0, doubt: 'not-heard' };
  const confidence = Math.min(1, Math.max(0, margin / clearMargin)) || 0;
  if (!(margin >= doubtfulShare * overall)) return { confidence, doubt: 'unlike' };
  if (pace > oddestPace || pace < 1 / oddestPace) return { confidence, doubt: 'pace' };
  return { confidence };
}

/** How many other sentences are tried in the place of one. */
const otherCount = 4;

/** The sentences that take about as long to say as a given one: of others the cost would speak of their length. */
function alikeInLength(sentences: SpokenSentences): (sentence: number) => readonly number[] {
  const byLength = Array.from({ length: sentences.starts.length - 1 }, (_, k) => k)
    .filter((k) => framesOf(sentences, k) > 0)
    .sort((a, b) => framesOf(sentences, a) - framesOf(sentences, b) || a - b);
  const places = new Map(byLength.map((k, place) => [k, place]));
  return (sentence) => {
    const place = places.get(sentence) ?? 0;
    const first = Math.max(0, Math.min(place - otherCount / 2, byLength.length - 1 - otherCount));
    return byLength.slice(first, first + otherCount + 1).filter((k) => k !== sentence);
  };
}

function framesOf({ starts }: SpokenSentences, k: number): number {
  return (starts[k + 1] ?? 0) - (starts[k] ?? 0);
}

function mean(costs: readonly number[]): number {
  const finite = costs.filter((cost) => cost < Infinity);
  return finite.reduce((sum, cost) => sum + cost, 0) / Math.max(1, finite.length);
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 1;
}
