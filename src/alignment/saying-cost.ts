import { distance, featureCount } from './features.ts';
import {
  type AudioColumns,
  everything,
  gapRows,
  type Prices,
  type ReferenceRows,
  type Rest,
  type WarpPath,
  warp,
} from './warp.ts';

/** The rows of one sentence with the gaps around it. */
export function sentenceRows({ features, gaps }: ReferenceRows, sentence: number): ReferenceRows {
  const start = gaps[sentence] ?? 0;
  const end = gaps[sentence + 1] ?? 0;
  return {
    rowCount: end - start + gapRows,
    features: features.subarray(start * featureCount, (end + gapRows) * featureCount),
    gaps: Int32Array.of(0, end - start),
  };
}

export function stretchOf(
  { features, pauseCosts, columnCount }: AudioColumns,
  start: number,
  length: number,
): AudioColumns {
  const end = Math.min(columnCount, start + length);
  return {
    columnCount: end - start,
    features: features.subarray(start * featureCount, end * featureCount),
    pauseCosts: pauseCosts.subarray(start, end),
  };
}

/** What it costs, per frame, to say the sentence in exactly this stretch of sound. */
export async function sayingCost(
  rows: ReferenceRows,
  columns: AudioColumns,
  prices: Prices,
  rest: Rest,
): Promise<number> {
  const path = await warp(rows, columns, everything(rows, columns), { ...prices, opening: Infinity }, rest);
  return path === undefined ? Infinity : costAlong(path, rows, columns, prices);
}

function costAlong({ first, last }: WarpPath, rows: ReferenceRows, columns: AudioColumns, prices: Prices): number {
  let sum = 0;
  let total = 0;
  for (let row = gapRows; row < rows.rowCount - gapRows; row++) {
    const together = (first[row] ?? 0) > (last[row - 1] ?? 0);
    for (let column = first[row] ?? 0; column <= (last[row] ?? 0); column++) {
      const apart = distance(rows.features, row, columns.features, column) / prices.chanceDistance;
      const isDiagonal = together && column === first[row];
      // Pauses are alike everywhere, so they tell nothing.
      const weight = (isDiagonal ? 2 : 1) * (columns.pauseCosts[column] ?? 0);
      sum += weight * (isDiagonal ? apart : apart + prices.hesitation);
      total += weight;
    }
  }
  return sum / total;
}

/** Sentences that are tried in a stretch of sound where they are not. */
const trials = 24;

/** What it costs, per frame, to say sentences in arbitrary stretches of the sound: the middle of some trials. */
export async function chanceCost(
  rows: ReferenceRows,
  columns: AudioColumns,
  prices: Prices,
  rest: Rest,
): Promise<number> {
  const sentences = rows.gaps.length - 1;
  const costs: number[] = [];
  for (let trial = 0; trial < trials; trial++) {
    const own = sentenceRows(rows, Math.floor((trial * sentences) / trials));
    const room = Math.max(1, columns.columnCount - own.rowCount);
    // Strides of the golden ratio spread over the whole sound, and seldom fall on the sentence's own place.
    const place = Math.floor(((trial * 0.618_034 + 0.31) % 1) * room);
    const cost = await sayingCost(own, stretchOf(columns, place, own.rowCount), prices, rest);
    if (cost < Infinity) costs.push(cost);
  }
  costs.sort((a, b) => a - b);
  return costs[Math.floor(costs.length / 2)] ?? 1;
}
