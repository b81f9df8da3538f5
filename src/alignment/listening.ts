import { monoAt, type PcmBlock } from '../media/pcm.ts';
import { type Cepstra, CepstraRecorder, sampleRate } from './cepstra.ts';
import { joined, type Reference, soundsOf } from './reference.ts';
import type { Voice } from './voice.ts';

/** Hears a recording through. */
export async function hear(
  pcm: AsyncIterable<PcmBlock>,
  heard: (seconds: number) => void,
  signal?: AbortSignal,
): Promise<Cepstra> {
  const recorder = new CepstraRecorder();
  let samples = 0;
  for await (const block of monoAt(pcm, sampleRate)) {
    signal?.throwIfAborted();
    recorder.push(block);
    samples += block.length;
    heard(samples / sampleRate);
  }
  return recorder.finish();
}

/** Has the texts said; those without a sound, such as a dash, have no frames. */
export async function hearVoice(
  voice: Voice,
  texts: readonly string[],
  language: string,
  said: (texts: number) => void,
  signal?: AbortSignal,
): Promise<Reference> {
  const parts: Cepstra[] = [];
  for await (const part of soundsOf(voice.synthesise(texts, language, signal))) {
    signal?.throwIfAborted();
    parts.push(part);
    said(parts.length);
  }
  if (parts.length !== texts.length) throw new Error(`The voice said ${parts.length} of ${texts.length} sentences.`);
  return joined(parts);
}
