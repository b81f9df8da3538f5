import type { Bounds } from './passes.ts';

/** Stamps in transcripts are cut off to whole seconds, and their authors are a little early or late. */
const earlySeconds = 1;
const lateSeconds = 2;

/**
 * What the times written in a transcript say about all its sentences: each lies between the times before and after it.
 * @param stamps seconds from the start of the sound, where the transcript has a time for a sentence
 * @param length of the sound, in seconds
 * @returns the bounds, and the sentences whose stamps contradict an earlier one or lie outside the sound
 */
export function boundsOf(
  stamps: readonly (number | undefined)[],
  length: number,
): { readonly bounds: Bounds; readonly unusable: readonly number[] } {
  const earliest = new Float64Array(stamps.length);
  const latest = new Float64Array(stamps.length).fill(Infinity);
  const unusable: number[] = [];
  let newest = -earlySeconds;
  for (const [index, stamp] of stamps.entries()) {
    earliest[index] = Math.max(0, newest - earlySeconds);
    if (stamp === undefined) continue;
    if (stamp < Math.max(0, newest) || stamp > length) {
      unusable.push(index);
      continue;
    }
    newest = stamp;
    earliest[index] = Math.max(0, stamp - earlySeconds);
    latest[index] = stamp + lateSeconds;
  }
  for (let index = stamps.length - 2; index >= 0; index--)
    latest[index] = Math.min(latest[index] ?? Infinity, latest[index + 1] ?? Infinity);
  return { bounds: { earliest, latest }, unusable };
}
