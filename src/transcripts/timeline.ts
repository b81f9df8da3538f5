import type { TranscriptProblem } from '../model/transcript.ts';
import { problem } from './problems.ts';
import type { Reading, Utterance } from './reader.ts';

/** Puts utterances in the order of their starts, as players need them, and mends ends that lie before their starts. Says so each time. */
export function straightenTimes({ utterances, problems }: Reading): Reading {
  const found: TranscriptProblem[] = [];
  const mended = inOrder(utterances, found).map((utterance, index, all) => withEnd(utterance, all[index + 1], found));
  return { utterances: mended, problems: [...problems, ...found] };
}

function inOrder(utterances: readonly Utterance[], problems: TranscriptProblem[]): readonly Utterance[] {
  let latest = 0;
  const stray = utterances.find(({ startSeconds = latest }) => {
    const isEarly = startSeconds < latest;
    latest = startSeconds;
    return isEarly;
  });
  if (stray === undefined) return utterances;
  const canSort = utterances.every(({ startSeconds }) => startSeconds !== undefined);
  problems.push(
    problem(
      'transcript-times',
      stray.line,
      `These words begin earlier than the words above them.${canSort ? ' Everything was put in order of time.' : ''}`,
      'Correct the time if it is wrong; otherwise move the words to where they belong.',
    ),
  );
  return canSort ? utterances.toSorted((a, b) => (a.startSeconds ?? 0) - (b.startSeconds ?? 0)) : utterances;
}

function withEnd(utterance: Utterance, next: Utterance | undefined, problems: TranscriptProblem[]): Utterance {
  const { startSeconds, endSeconds, line } = utterance;
  if (startSeconds === undefined || endSeconds === undefined || endSeconds >= startSeconds) return utterance;
  const nextStart = next?.startSeconds;
  const mended = nextStart !== undefined && nextStart > startSeconds ? nextStart : undefined;
  problems.push(
    problem(
      'transcript-times',
      line,
      mended === undefined
        ? 'These words end before they begin. Their end was left out.'
        : 'These words end before they begin. They were taken to last until the next ones begin.',
      'Listen to this place and correct the time at which they end.',
    ),
  );
  return { ...utterance, endSeconds: mended };
}
