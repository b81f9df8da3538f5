import type { Segment, Turn } from '../model/transcript.ts';
import type { Utterance } from './reader.ts';

/** Cues have no paragraphs of their own, and an hour in one paragraph cannot be read: break at a sentence end after so many words. */
const paragraphWords = 90;
const longPauseSeconds = 2;

/** Joins utterances to turns: an unbroken stretch under one label is one turn, in paragraphs. Labels become speakers' names as they stand. */
export function assembleTurns(utterances: readonly Utterance[]): readonly Turn[] {
  const turns: { label: string | undefined; paragraphs: Segment[][] }[] = [];
  let previous: Utterance | undefined;
  for (const utterance of utterances) {
    const turn = turns.at(-1);
    const segment = segmentOf(utterance);
    if (turn === undefined || turn.label !== utterance.label || utterance.opensTurn === true) {
      turns.push({ label: utterance.label, paragraphs: [[segment]] });
    } else {
      const paragraph = turn.paragraphs.at(-1);
      if (paragraph === undefined || opensParagraph(utterance, previous, paragraph)) turn.paragraphs.push([segment]);
      else paragraph.push(segment);
    }
    previous = utterance;
  }
  return turns.map(({ label, paragraphs }) => ({
    speaker: label === undefined ? undefined : { name: label },
    paragraphs,
  }));
}

function segmentOf({ text, startSeconds, endSeconds, words, line }: Utterance): Segment {
  return {
    text,
    ...(startSeconds !== undefined && { startSeconds }),
    ...(endSeconds !== undefined && { endSeconds }),
    ...(words !== undefined && { words }),
    line,
  };
}

function opensParagraph(next: Utterance, previous: Utterance | undefined, paragraph: readonly Segment[]): boolean {
  if (next.opensParagraph !== undefined) return next.opensParagraph;
  if (previous?.endSeconds === undefined || next.startSeconds === undefined) return false;
  if (!/[.?!…。！？]["'”’)\]]*$/.test(previous.text)) return false;
  const words = paragraph.reduce((sum, { text }) => sum + text.split(' ').length, 0);
  return words >= paragraphWords || next.startSeconds - previous.endSeconds >= longPauseSeconds;
}
