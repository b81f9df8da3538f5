import { isMachineLabel } from '../transcripts/speakers.ts';
import { isCut } from './cut-turn.ts';
import type { Remark } from './remark.ts';
import type { Talk, TalkTurn } from './talk.ts';
import type { SpokenWord } from './words.ts';

/** How often one speaker says each word. */
type Vocabulary = ReadonlyMap<string, number>;

interface Voice {
  readonly counts: Vocabulary;
  readonly total: number;
}

/** Of less speech nobody's way of speaking is known well enough. Words, outside the turn in question. */
const leastWords = 1000;
const leastSentences = 5;
/**
 * How much more likely the words must be from the other speaker, in natural units: in all, and for each word. Measured on a real
 * interview with two such parts (82 and 210) and five other transcripts with none (35 at most).
 */
const leastEvidence = 40;
const leastEvidencePerWord = 0.15;
/** A little of every word, so that one that a speaker has never said does not decide by itself. */
const smoothing = 0.5;

/**
 * The beginning or the end of a long turn that reads like what a neighbouring speaker says elsewhere, as when speech
 * recognition missed a change of speaker. Naive Bayes on words; the turn itself is left out of its speaker's words.
 */
export function otherVoices(talk: Talk): readonly Remark[] {
  if (speakersHeard(talk) < 2) return [];
  const turns = talk.map(({ sentences }) => sentences.map(({ words }) => spokenWords(words)));
  const voices = voicesOf(talk, turns);
  const known = new Set([...voices.values()].flatMap(({ counts }) => [...counts.keys()])).size;
  return talk.flatMap((turn, index) => {
    const { speaker, sentences } = turn;
    const all = speaker === undefined ? undefined : voices.get(speaker);
    const said = turns[index] ?? [];
    if (speaker === undefined || all === undefined || sentences.length < leastSentences) return [];
    const own = without(all, said.flat());
    if (own.total < leastWords) return [];
    const found = neighbours(talk, index).flatMap((name) => {
      const other = voices.get(name);
      if (other === undefined || other.total < leastWords) return [];
      const weights = said.map((words) => ({
        words: words.length,
        evidence: sum(words.map((word) => likelihood(word, other, known) - likelihood(word, own, known))),
      }));
      return { name, ...strongest(weights) };
    });
    const [best] = found.sort((a, b) => b.evidence - a.evidence);
    if (best === undefined || !isStrong(best)) return [];
    return [remarkOn(talk, index, turn, best)];
  });
}

/** How many speakers say enough for their way of speaking to be known. */
function speakersHeard(talk: Talk): number {
  // The words of a short talk need not be counted: each takes a letter and a space.
  if (talk.reduce((length, { text }) => length + text.length, 0) < leastWords * 2) return 0;
  const counts = new Map<string, number>();
  for (const { speaker = '', words } of talk) counts.set(speaker, (counts.get(speaker) ?? 0) + words.length);
  return [...counts.values()].filter((count) => count >= leastWords).length;
}

interface Stretch {
  /** Sentences of the turn, the last one not included. */
  readonly from: number;
  readonly to: number;
  readonly words: number;
  readonly evidence: number;
}

function isStrong({ from, to, words, evidence }: Stretch): boolean {
  return to - from >= leastSentences && evidence >= leastEvidence && evidence >= words * leastEvidencePerWord;
}

/** The opening or closing stretch with the most evidence: a missed change of speaker leaves no other kind. */
function strongest(sentences: readonly { readonly words: number; readonly evidence: number }[]): Stretch {
  let best: Stretch = { from: 0, to: 0, words: 0, evidence: 0 };
  for (let at = 1; at <= sentences.length; at++) {
    for (const [from, to] of [[0, at] as const, [sentences.length - at, sentences.length] as const]) {
      const part = sentences.slice(from, to);
      const evidence = sum(part.map((sentence) => sentence.evidence));
      if (evidence > best.evidence) best = { from, to, words: sum(part.map(({ words }) => words)), evidence };
    }
  }
  return best;
}

function remarkOn(talk: Talk, index: number, turn: TalkTurn, { name, from, to }: Stretch & { name: string }): Remark {
  const { sentences, speaker } = turn;
  const last = sentences[to - 1];
  const start = sentences[from]?.start ?? 0;
  const part = { from: from === 0, to: to === sentences.length };
  const which =
    part.from && part.to
      ? 'All of this turn'
      : `The ${part.from ? 'first' : 'last'} ${to - from} of the ${sentences.length} sentences of this turn`;
  const sign = otherSign(talk, index);
  return {
    turn: index,
    start,
    end: last === undefined ? start : last.start + last.text.length,
    isSure: sign !== undefined,
    hint: `reads like ${name}`,
    message: `${which} read${part.from && part.to ? 's' : ''} like ${name}, but ${part.from && part.to ? 'stands' : 'stand'} under ${speaker}.${sign === undefined ? '' : ` ${sign}`}`,
    remedy: `Listen to this place. Where ${name} speaks, begin a new turn under that name.`,
  };
}

/** What else speaks for a wrong label at this turn. */
function otherSign(talk: Talk, index: number): string | undefined {
  const [before, turn, after] = [talk[index - 1], talk[index], talk[index + 1]];
  if (turn === undefined) return undefined;
  if (turn.speaker === before?.speaker || turn.speaker === after?.speaker)
    return 'The same speaker also stands there twice in a row.';
  if (after !== undefined && isCut(turn)) return 'It also ends in the middle of a sentence.';
  const asks = (speaker: string | undefined) => {
    const others = talk.filter((other, at) => other.speaker === speaker && at !== index);
    return others.filter(({ text }) => text.endsWith('?')).length / Math.max(1, others.length);
  };
  const isOdd = turn.text.endsWith('?') && after !== undefined && asks(turn.speaker) * 2 < asks(after.speaker);
  return isOdd ? `It also ends with a question, as ${turn.speaker} seldom does.` : undefined;
}

function neighbours(talk: Talk, index: number): readonly string[] {
  const near = [talk[index - 1], talk[index + 1], talk[index - 2], talk[index + 2]].flatMap((turn) =>
    turn?.speaker === undefined || turn.speaker === talk[index]?.speaker || isMachineLabel(turn.speaker)
      ? []
      : [turn.speaker],
  );
  return [...new Set(near)];
}

function voicesOf(talk: Talk, turns: readonly (readonly (readonly string[])[])[]): ReadonlyMap<string, Voice> {
  const voices = new Map<string, { counts: Map<string, number>; total: number }>();
  for (const [index, { speaker }] of talk.entries()) {
    if (speaker === undefined || isMachineLabel(speaker)) continue;
    const voice = voices.get(speaker) ?? { counts: new Map<string, number>(), total: 0 };
    for (const word of turns[index]?.flat() ?? []) {
      voice.counts.set(word, (voice.counts.get(word) ?? 0) + 1);
      voice.total++;
    }
    voices.set(speaker, voice);
  }
  return voices;
}

function without({ counts, total }: Voice, words: readonly string[]): Voice {
  const rest = new Map(counts);
  for (const word of words) rest.set(word, (rest.get(word) ?? 0) - 1);
  return { counts: rest, total: total - words.length };
}

function likelihood(word: string, { counts, total }: Voice, known: number): number {
  return Math.log(((counts.get(word) ?? 0) + smoothing) / (total + smoothing * known));
}

function spokenWords(words: readonly SpokenWord[]): readonly string[] {
  return words.map(({ text }) => text.toLowerCase().replaceAll('’', "'"));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
