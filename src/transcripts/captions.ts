import type { Segment, Speaker, Transcript, Turn, Word } from '../model/transcript.ts';
import { Latest } from '../text/latest.ts';
import { fillLines } from '../text/wrap.ts';

/** A caption on a screen: seconds from the start of the audio. */
export interface Caption {
  readonly speaker: Speaker | undefined;
  /** Whether another caption of the same turn precedes it. */
  readonly continuesTurn: boolean;
  readonly startSeconds: number;
  readonly endSeconds: number;
  readonly text: string;
}

/** Two lines of 42 characters, read in at most seven seconds: the subtitling trade's usual limits. */
export const lineLength = 42;
const maximumSeconds = 7;

const known = new Latest<Transcript, readonly Caption[]>();

/**
 * The captions of a timed transcript. A segment too long for a screen is cut where word times are known; without
 * them it stays whole, because nobody measured where its parts begin. An untimed transcript has none.
 */
export function captionsOf(transcript: Transcript): readonly Caption[] {
  return transcript.isTimed ? known.of(transcript, () => divided(transcript.turns)) : [];
}

function divided(turns: readonly Turn[]): readonly Caption[] {
  return turns.flatMap(({ speaker, paragraphs }) =>
    paragraphs
      .flat()
      // The first caption of a turn may show the name: `Anna: `.
      .flatMap((segment, index) => cut(segment, index > 0 || speaker === undefined ? '' : `${speaker.name}: `))
      .map((part, index) => ({ speaker, continuesTurn: index > 0, ...part })),
  );
}

type Part = Pick<Caption, 'startSeconds' | 'endSeconds' | 'text'>;

function cut(segment: Segment, name: string): readonly Part[] {
  const { startSeconds = 0, endSeconds = 0, text } = segment;
  const whole = { startSeconds, endSeconds, text };
  const words = timedWords(segment);
  if (words === undefined || fits([whole], name)) return [whole];
  return bestCut(words, name);
}

function fits(group: readonly Part[], name: string): boolean {
  const { text, startSeconds, endSeconds } = joined(group);
  return endSeconds - startSeconds <= maximumSeconds && fillLines(name + text, lineLength).length <= 2;
}

/** The words of a segment when each has a start, ends filled from the next word's start; none when they are not its text. */
function timedWords({ words, text, endSeconds }: Segment): readonly Part[] | undefined {
  if (words === undefined || words.map((word) => word.text).join(' ') !== text) return undefined;
  const parts = words.map((word: Word, index) => ({
    text: word.text,
    startSeconds: word.startSeconds,
    endSeconds: word.endSeconds ?? words[index + 1]?.startSeconds ?? endSeconds,
  }));
  return parts.every(isTimed) ? parts : undefined;
}

function isTimed(part: { readonly [K in keyof Part]: Part[K] | undefined }): part is Part {
  return part.startSeconds !== undefined && part.endSeconds !== undefined;
}

interface Choice {
  readonly cost: number;
  /** Index of the first word of the last caption. */
  readonly from: number;
}

/** The division of words with the least cost: few captions of like length that end where a reader would pause. */
function bestCut(words: readonly Part[], name: string): readonly Part[] {
  const best: Choice[] = [{ cost: 0, from: 0 }];
  for (let end = 1; end <= words.length; end++) best.push(bestCaptionUpTo(end, words, best, name));
  const parts: Part[] = [];
  for (let end = words.length; end > 0; end = best[end]?.from ?? 0)
    parts.unshift(joined(words.slice(best[end]?.from ?? 0, end)));
  return parts;
}

function bestCaptionUpTo(end: number, words: readonly Part[], best: readonly Choice[], name: string): Choice {
  let choice: Choice = { cost: Number.POSITIVE_INFINITY, from: end - 1 };
  for (let from = end - 1; from >= 0; from--) {
    const group = words.slice(from, end);
    if (group.length > 1 && !fits(group, from === 0 ? name : '')) break;
    const cost = (best[from]?.cost ?? 0) + captionCost(group) + pauseCost(words[end - 1], words[end]);
    if (cost < choice.cost) choice = { cost, from };
  }
  return choice;
}

function joined(group: readonly Part[]): Part {
  return {
    text: group.map(({ text }) => text).join(' '),
    startSeconds: group[0]?.startSeconds ?? 0,
    endSeconds: group.at(-1)?.endSeconds ?? 0,
  };
}

/** Each caption costs, a very short one more. */
function captionCost(group: readonly Part[]): number {
  const length = group.reduce((sum, { text }) => sum + text.length + 1, -1);
  return 10 + Math.max(0, lineLength - length) / 4;
}

/** What it costs to cut between two words: little after a clause, much after a small word that leads on. */
function pauseCost(before: Part | undefined, after: Part | undefined): number {
  if (before === undefined || after === undefined) return 0;
  if (/[.?!…:;]["'”’)\]]*$/.test(before.text)) return 0;
  if (/[,–—]["'”’)\]]*$/.test(before.text)) return 1;
  if (after.startSeconds - before.endSeconds >= 0.4) return 2;
  if (/^(?:and|but|or|so|because|which|who|that|when|where|while|if|as|to|with)$/i.test(after.text)) return 4;
  return /^(?:the|a|an|of|to|in|on|at|for|and|or|but|with|my|your|our|their|his|her|is|are|was)$/i.test(before.text)
    ? 12
    : 7;
}
