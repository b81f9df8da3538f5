import { type Aligned, alignTranscript } from '../../src/alignment/align.ts';
import type { Voice } from '../../src/alignment/voice.ts';
import type { Transcript } from '../../src/model/transcript.ts';
import type { Case } from './cases.ts';
import { sampleRate } from './material.ts';

/** A cue is wrong when its start is further off than this (seconds), or when it was never said. */
const wrongSeconds = 0.5;
/** Cues this near to a hole may suffer from it (seconds). */
const nearHole = 10;

export interface Evaluation {
  readonly name: string;
  readonly audioSeconds: number;
  readonly seconds: number;
  readonly refused: boolean;
  /** Errors of starts, in seconds, of the sentences that were said. */
  readonly sentences: readonly number[];
  readonly turns: readonly number[];
  readonly wrong: number;
  readonly wrongFlagged: number;
  readonly right: number;
  readonly rightFlagged: number;
  /** Greatest error away from any hole. */
  readonly farFromHoles: number;
}

export async function evaluate(example: Case, voice: Voice): Promise<Evaluation> {
  const began = performance.now();
  const result = await alignTranscript({
    transcript: transcriptOf(example),
    pcm: blocksOf(example.samples),
    voice,
    language: example.language ?? 'en-GB',
  });
  const seconds = (performance.now() - began) / 1000;
  const measured = { name: example.name, audioSeconds: example.samples.length / sampleRate, seconds };
  const nothing = { sentences: [], turns: [], wrong: 0, wrongFlagged: 0, right: 0, rightFlagged: 0, farFromHoles: 0 };
  if (result.kind === 'refused') return { ...measured, ...nothing, refused: true };
  return { ...measured, ...judged(example, result), refused: false };
}

function judged(
  { sentences, holes = [] }: Case,
  { cues }: Aligned,
): Omit<Evaluation, 'name' | 'audioSeconds' | 'seconds' | 'refused'> {
  const all = sentences.map(({ turn, start }, index) => {
    const cue = cues[index];
    const error = start === undefined || cue === undefined ? Infinity : Math.abs(cue.startSeconds - start);
    const far = start !== undefined && holes.every(([from, to]) => start > to + nearHole || start < from - nearHole);
    return { error, far, opensTurn: sentences[index - 1]?.turn !== turn, flagged: cue?.doubt !== undefined };
  });
  const said = all.filter(({ error }) => error < Infinity);
  const wrong = all.filter(({ error }) => error > wrongSeconds);
  const right = all.filter(({ error }) => error <= wrongSeconds);
  return {
    sentences: said.map(({ error }) => error),
    turns: said.filter(({ opensTurn }) => opensTurn).map(({ error }) => error),
    wrong: wrong.length,
    wrongFlagged: wrong.filter(({ flagged }) => flagged).length,
    right: right.length,
    rightFlagged: right.filter(({ flagged }) => flagged).length,
    farFromHoles: Math.max(0, ...all.filter(({ far }) => far).map(({ error }) => error)),
  };
}

export function transcriptOf({ sentences }: Pick<Case, 'sentences'>): Transcript {
  return {
    source: 'transcript.md',
    format: 'plain',
    isTimed: false,
    turns: sentences.map(({ turn, text }, index) => ({
      speaker: { name: `Speaker ${turn % 2}` },
      paragraphs: [[{ text, line: index + 1 }]],
    })),
  };
}

/** The samples in blocks of a second, as a decoder gives them. */
export async function* blocksOf(samples: Float32Array) {
  for (let start = 0; start < samples.length; start += sampleRate)
    yield { channels: [samples.subarray(start, start + sampleRate)], sampleRate };
}
