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

/** Shorter ones are the edges of words. */
const shortestHole = framesASecond / 2;

/** Stretches of sound that no sentence accounts for. */
export function holesOf({ rows, path, width }: Match): FrameSpan[] {
  return Array.from(rows.gaps, (gap) => gap + gapRows - 1)
    .map((row) => ({ from: ((path.first[row] ?? 0) + 1) * width, to: ((path.last[row] ?? 0) + 1) * width }))
    .filter(({ from, to }) => to - from >= shortestHole);
}

/** What a sentence without a place of its own gets at the least, if its neighbours have that much to give. */
const leastFrames = framesASecond / 50;

/**
 * Gives those without a place one between their neighbours: as long as they would take to say, or less where there is
 * less room. Where there is none, the neighbours give some of theirs.
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
  const waiting: number[] = [];
  const settle = (after: FrameSpan | undefined): FrameSpan | undefined => {
    if (waiting.length === 0) return after;
    const before = filled.at(-1);
    const wanted = leastFrames * waiting.length;
    let from = before?.to ?? 0;
    let to = after?.from ?? end;
    if (before !== undefined && to - from < wanted) {
      from -= Math.min(wanted - (to - from), (before.to - before.from) / 2);
      filled.splice(-1, 1, { from: before.from, to: from });
    }
    if (after !== undefined && to - from < wanted) to += Math.min(wanted - (to - from), (after.to - after.from) / 2);
    filled.push(...shared(from, to, waiting.splice(0)));
    return after === undefined ? undefined : { from: to, to: after.to };
  };
  for (const [index, span] of spans.entries()) {
    if (span === undefined) waiting.push(Math.max(leastFrames, lengths[index] ?? 0));
    else filled.push(settle(span) ?? span);
  }
  settle(undefined);
  return filled;
}

function shared(from: number, to: number, lengths: readonly number[]): FrameSpan[] {
  const total = lengths.reduce((sum, length) => sum + length, 0);
  const scale = Math.min(1, (to - from) / total);
  let place = from;
  return lengths.map((length) => {
    const start = place;
    place = Math.min(to, place + length * scale);
    return { from: start, to: place };
  });
}
