import { framesASecond } from './cepstra.ts';
import type { Match } from './passes.ts';
import { gapRows } from './warp.ts';

/** A stretch of a recording, in frames of 10 ms: from the first one to before `to`. */
export interface FrameSpan {
  readonly from: number;
  readonly to: number;
}

/** The stretches of the sentences; `undefined` for one that was left out or has no sound. */
export function spansOf({ rows, path, width }: Match): (FrameSpan | undefined)[] {
  return Array.from(path.skipped, (skipped, k) => {
    const first = (rows.gaps[k] ?? 0) + gapRows;
    const last = (rows.gaps[k + 1] ?? 0) - 1;
    if (skipped === 1 || last < first) return undefined;
    return { from: (path.first[first] ?? 0) * width, to: ((path.last[last] ?? 0) + 1) * width };
  });
}

/** Stretches of sound that no sentence accounts for. */
export function holesOf({ rows, path, width }: Match): FrameSpan[] {
  return Array.from(rows.gaps, (gap) => gap + gapRows - 1)
    .map((row) => ({ from: ((path.first[row] ?? 0) + 1) * width, to: ((path.last[row] ?? 0) + 1) * width }))
    .filter(({ from, to }) => to > from);
}

/** What a cue without a place of its own gets at the least. */
const leastFrames = framesASecond / 50;

/**
 * Gives those without a place one between their neighbours: as long as they would take to say, or less where there is
 * less room.
 * @param spans in the order of time
 * @param lengths in frames, of each when it is said
 * @param end of the recording, in frames
 */
export function filledIn(
  spans: readonly (FrameSpan | undefined)[],
  lengths: readonly number[],
  end: number,
): FrameSpan[] {
  const filled: FrameSpan[] = [];
  for (let index = 0; index < spans.length; ) {
    const span = spans[index];
    if (span !== undefined) {
      filled.push(span);
      index++;
      continue;
    }
    const next = spans.findIndex((later, k) => k > index && later !== undefined);
    const stop = next < 0 ? spans.length : next;
    const before = filled.at(-1);
    const to = spans[stop]?.from ?? end;
    const wanted = leastFrames * (stop - index);
    const from = Math.max(0, Math.min(before?.to ?? 0, to - wanted));
    if (before !== undefined && from < before.to)
      filled.splice(-1, 1, { from: before.from, to: Math.max(before.from + 1, from) });
    filled.push(...shared(Math.max(filled.at(-1)?.to ?? 0, from), to, lengths.slice(index, stop)));
    index = stop;
  }
  return filled;
}

function shared(from: number, to: number, lengths: readonly number[]): FrameSpan[] {
  const total = lengths.reduce((sum, length) => sum + length, 0);
  const scale = Math.min(1, (to - from) / total);
  let place = from;
  return lengths.map((length) => {
    const start = place;
    place += length * scale;
    return { from: start, to: place };
  });
}
