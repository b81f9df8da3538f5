import type { Utterance, Voice } from '../../src/alignment/voice.ts';
import type { PcmBlock } from '../../src/media/pcm.ts';
import type { Segment, Transcript } from '../../src/model/transcript.ts';

export const sampleRate = 16_000;

/** Says each letter as a chord of its own: speech enough for an aligner, and the same on every machine. */
export function toneSpeech(text: string, letterSeconds: number, pitch: number): Float32Array {
  const letters = [...text.toLowerCase()].filter((letter) => /[a-z]/.test(letter));
  const length = Math.round(letterSeconds * sampleRate);
  const samples = new Float32Array(letters.length * length);
  for (const [index, letter] of letters.entries()) {
    const code = letter.charCodeAt(0) - 97;
    const formants = [260 + 23 * code, 900 + ((code * 7) % 26) * 55, 2500 + ((code * 11) % 26) * 90];
    for (let k = 0; k < length; k++) {
      const time = (index * length + k) / sampleRate;
      const swell = 0.5 + 0.5 * Math.sin((Math.PI * k) / length);
      let sum = 0;
      for (const formant of formants) {
        const harmonic = Math.max(1, Math.round(formant / pitch));
        sum += Math.sin(2 * Math.PI * pitch * harmonic * time);
      }
      samples[index * length + k] = 0.15 * swell * sum;
    }
  }
  return samples;
}

/** The reference voice: quicker and lower than the speaker of `recordingOf`. */
export const toneVoice: Voice = {
  async *synthesise(texts: readonly string[]): AsyncGenerator<Utterance> {
    for (const text of texts) yield { samples: toneSpeech(text, 0.06, 110), sampleRate };
  },
};

export interface Spoken {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Somebody says the texts, with pauses between. */
export function recordingOf(texts: readonly string[]): { samples: Float32Array; spoken: readonly Spoken[] } {
  const parts: Float32Array[] = [new Float32Array(sampleRate / 2)];
  const spoken: Spoken[] = [];
  let length = sampleRate / 2;
  for (const [index, text] of texts.entries()) {
    const speech = toneSpeech(text, 0.075, 180);
    const pause = new Float32Array(Math.round(sampleRate * (0.3 + 0.1 * (index % 4))));
    spoken.push({ text, start: length / sampleRate, end: (length + speech.length) / sampleRate });
    parts.push(speech, pause);
    length += speech.length + pause.length;
  }
  const samples = new Float32Array(length);
  let place = 0;
  for (const part of parts) {
    samples.set(part, place);
    place += part.length;
  }
  return { samples, spoken };
}

/** Drums: bursts of noise, two a second, the same on every machine. */
export function drums(seconds: number): Float32Array {
  let state = 1;
  return Float32Array.from({ length: seconds * sampleRate }, (_, k) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state / 2 ** 32 - 0.5) * Math.exp((-12 * (k % (sampleRate / 2))) / sampleRate);
  });
}

/** A steady hiss, the same on every machine. */
export function noise(length: number, strength: number): Float32Array {
  let state = 2;
  return Float32Array.from({ length }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return strength * (state / 2 ** 32 - 0.5);
  });
}

export async function* blocksOf(...sounds: readonly Float32Array[]): AsyncGenerator<PcmBlock> {
  for (const sound of sounds)
    for (let start = 0; start < sound.length; start += 5000)
      yield { channels: [sound.subarray(start, start + 5000)], sampleRate };
}

/** One turn a text; times where given. */
export function transcriptOf(texts: readonly string[], times: readonly (number | undefined)[] = []): Transcript {
  return {
    source: 'episodes/one.transcript.md',
    format: 'markdown',
    isTimed: false,
    turns: texts.map((text, index) => {
      const startSeconds = times[index];
      const segment: Segment = { text, line: index + 1, ...(startSeconds !== undefined && { startSeconds }) };
      return { speaker: { name: index % 2 === 0 ? 'Ada' : 'Grace' }, paragraphs: [[segment]] };
    }),
  };
}
