import { monoAt, type PcmBlock } from '../media/pcm.ts';
import type { Background } from './background.ts';
import { type Cepstra, CepstraRecorder, sampleRate } from './cepstra.ts';
import { joined, type Reference, soundsOf } from './reference.ts';
import type { Voice } from './voice.ts';

/** A recording, and the steady sound behind it. */
export interface Heard {
  readonly cepstra: Cepstra;
  readonly background: Background;
}

/** Hears a recording through. */
export async function hear(
  pcm: AsyncIterable<PcmBlock>,
  heard: (seconds: number) => void,
  signal?: AbortSignal,
): Promise<Heard> {
  const recorder = new CepstraRecorder();
  let samples = 0;
  for await (const block of monoAt(pcm, sampleRate)) {
    signal?.throwIfAborted();
    recorder.push(block);
    samples += block.length;
    heard(samples / sampleRate);
  }
  return { cepstra: recorder.finish(), background: recorder.background };
}

/** Has the texts said with the background behind them; those without a sound, such as a dash, have no frames. */
export async function hearVoice(
  voice: Voice,
  texts: readonly string[],
  language: string,
  background: Background,
  said: (texts: number) => void,
  signal?: AbortSignal,
): Promise<Reference> {
  const parts: Cepstra[] = [];
  for await (const part of soundsOf(voice.synthesise(texts, language, signal), background)) {
    signal?.throwIfAborted();
    parts.push(part);
    said(parts.length);
  }
  if (parts.length !== texts.length) throw new Error(`The voice said ${parts.length} of ${texts.length} sentences.`);
  return joined(parts);
}
