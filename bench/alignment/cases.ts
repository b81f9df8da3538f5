import { chance, joined, type Recording, type Spoken, sampleRate } from './material.ts';

/** What the transcript says, and when it is said: never, when `start` is undefined. */
export interface Sentence {
  readonly turn: number;
  readonly text: string;
  readonly start: number | undefined;
  readonly end: number | undefined;
}

export interface Case {
  readonly name: string;
  readonly samples: Float32Array;
  readonly sentences: readonly Sentence[];
  /** Stretches of the audio that the transcript lacks. */
  readonly holes?: readonly (readonly [number, number])[];
  readonly refused?: boolean;
  /** English when there is none. */
  readonly language?: string;
}

const said = ({ spoken }: Recording): Sentence[] =>
  spoken.map(({ turn, text, start, end }) => ({ turn, text, start, end }));

export function asItIs(name: string, recording: Recording): Case {
  return { name, samples: recording.samples, sentences: said(recording) };
}

export function withSamples(name: string, base: Case, samples: Float32Array): Case {
  return { ...base, name, samples };
}

/** The sentences spoken in the given seconds are missing from the transcript. */
export function withHole(name: string, recording: Recording, from: number, seconds: number): Case {
  const missing = recording.spoken.filter(({ start }) => start >= from && start < from + seconds);
  const hole = [missing[0]?.start ?? 0, missing.at(-1)?.end ?? 0] as const;
  return {
    name,
    samples: recording.samples,
    sentences: said(recording).filter((sentence) => !missing.some(({ start }) => start === sentence.start)),
    holes: [hole],
  };
}

export function withUnspoken(name: string, recording: Recording, at: number, texts: readonly string[]): Case {
  const sentences = said(recording);
  const turn = sentences[at]?.turn ?? 0;
  return {
    name,
    samples: recording.samples,
    sentences: sentences.toSpliced(at, 0, ...texts.map((text) => ({ turn, text, start: undefined, end: undefined }))),
  };
}

/** The sentences of two turns change places in the transcript. */
export function withSwap(name: string, recording: Recording, first: number, second: number): Case {
  const sentences = said(recording);
  const of = (turn: number) => sentences.filter((sentence) => sentence.turn === turn);
  return {
    name,
    samples: recording.samples,
    sentences: sentences.flatMap((sentence, index) => {
      if (sentence.turn !== first && sentence.turn !== second) return [sentence];
      if (sentences[index - 1]?.turn === sentence.turn) return [];
      return of(sentence.turn === first ? second : first);
    }),
  };
}

export function withWordErrors(name: string, recording: Recording, share: number): Case {
  const random = chance(11);
  const words = recording.spoken.flatMap(({ text }) => text.split(' '));
  const other = () => words[Math.floor(random() * words.length)] ?? '';
  const spoil = (text: string) =>
    text
      .split(' ')
      .flatMap((word) => {
        if (random() >= share) return [word];
        const kind = random();
        if (kind < 0.6) return [other()];
        return kind < 0.8 ? [] : [word, other()];
      })
      .join(' ');
  return {
    name,
    samples: recording.samples,
    sentences: said(recording).map((sentence) => ({ ...sentence, text: spoil(sentence.text) || sentence.text })),
  };
}

export function ofAnotherEpisode(name: string, recording: Recording, texts: readonly string[]): Case {
  return {
    name,
    samples: recording.samples,
    sentences: texts.map((text, turn) => ({ turn, text, start: undefined, end: undefined })),
    refused: true,
  };
}

/** Music or an advert before and after: every time shifts by the length of what comes before. */
export function between(name: string, base: Case, before: Float32Array, after: Float32Array): Case {
  return spliced(name, spliced(name, base, base.samples.length / sampleRate, after), 0, before);
}

/** Sound put in at `at` seconds. */
export function spliced(name: string, base: Case, at: number, sound: Float32Array): Case {
  const place = Math.round(at * sampleRate);
  const seconds = sound.length / sampleRate;
  const later = (time: number | undefined) => (time === undefined || time < at ? time : time + seconds);
  return {
    ...base,
    name,
    samples: joined([base.samples.subarray(0, place), sound, base.samples.subarray(place)]),
    sentences: base.sentences.map((sentence) => ({
      ...sentence,
      start: later(sentence.start),
      end: later(sentence.end),
    })),
    holes: [...(base.holes ?? []).map(([from, to]) => [later(from) ?? 0, later(to) ?? 0] as const), [at, at + seconds]],
  };
}

const power = (samples: Float32Array) => samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;

/** `sound`, repeated as needed, so many decibels below the speech. */
export function under(samples: Float32Array, sound: Float32Array, decibels: number, seconds = Infinity): Float32Array {
  const gain = Math.sqrt(power(samples) / power(sound) / 10 ** (decibels / 10));
  return samples.map((sample, k) =>
    k < seconds * sampleRate ? sample + gain * (sound[k % sound.length] ?? 0) : sample,
  );
}

export function noise(seconds: number): Float32Array {
  const random = chance(5);
  return Float32Array.from({ length: seconds * sampleRate }, () => (random() - 0.5) * 0.3);
}

/** Four chords of held tones. */
export function pad(seconds: number): Float32Array {
  const chords = [
    [220, 261.6, 329.6],
    [174.6, 220, 261.6],
    [196, 246.9, 293.7],
    [164.8, 207.7, 246.9],
  ];
  return Float32Array.from({ length: seconds * sampleRate }, (_, k) => {
    const time = k / sampleRate;
    const chord = chords[Math.floor(time / 4) % chords.length] ?? [];
    return chord.reduce((sum, hertz) => sum + tone(hertz, time, 5) * 0.06, 0) * (0.7 + 0.3 * Math.sin(time));
  });
}

/** Drums at 112 beats a minute, with a bass and a tune in quavers. */
export function drums(seconds: number): Float32Array {
  const random = chance(9);
  const tune = [440, 523.3, 587.3, 659.3, 587.3, 523.3, 784, 0, 440, 659.3, 0, 587.3, 523.3, 493.9, 440, 0];
  const beat = 60 / 112;
  return Float32Array.from({ length: seconds * sampleRate }, (_, k) => {
    const time = k / sampleRate;
    const hiss = random() - 0.5;
    const inBeat = time % beat;
    const inQuaver = time % (beat / 2);
    const backbeat = Math.floor(time / beat) % 2 === 1;
    const kick = Math.sin(2 * Math.PI * 55 * inBeat) * Math.exp(-18 * inBeat) * 0.5;
    const snare = backbeat ? hiss * Math.exp(-15 * inBeat) * 0.5 : 0;
    const hat = hiss * Math.exp(-60 * inQuaver) * 0.3;
    const note = tune[Math.floor(time / (beat / 2)) % tune.length] ?? 0;
    const melody = note === 0 ? 0 : tone(note, time, 6) * Math.exp(-4 * inQuaver) * 0.15;
    return kick + snare + hat + melody + tone(note === 0 ? 110 : note / 4, time, 3) * 0.06;
  });
}

function tone(hertz: number, time: number, harmonics: number): number {
  let sum = 0;
  for (let harmonic = 1; harmonic <= harmonics; harmonic++)
    sum += Math.sin(2 * Math.PI * hertz * harmonic * time) / harmonic;
  return sum;
}

export const wordsOf = (spoken: readonly Spoken[]): number =>
  spoken.reduce((sum, { text }) => sum + text.split(' ').length, 0);
