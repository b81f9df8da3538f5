import type { Utterance, Voice } from '../alignment/voice.ts';
import { CannotSpeak, voiceNames } from './espeak-voices.ts';

/** A peer that users install themselves: it is under the GPL, and ppod does not depend on it. */
const packageName = '@echogarden/espeak-ng-emscripten';

/** What of the package is used here; it brings no types of its own. */
interface Worker {
  readonly samplerate: number;
  /** 0 when there is such a voice. */
  set_voice(name: string, language: string): number;
  synthesize(text: string, heard: (samples: Int16Array | null) => number): void;
}

interface EspeakModule {
  readonly default: () => Promise<{ readonly eSpeakNGWorker: new () => Worker | Promise<Worker> }>;
}

/** espeak-ng as a package of npm, or `undefined` where it is not installed. */
export async function espeakPackage(): Promise<Voice | undefined> {
  try {
    // The border to a package without types: what is used of it is above.
    const { default: initialise } = (await import(packageName)) as EspeakModule;
    const { eSpeakNGWorker: EspeakWorker } = await initialise();
    return new EspeakPackage(await new EspeakWorker());
  } catch {
    return undefined;
  }
}

class EspeakPackage implements Voice {
  readonly #worker: Worker;

  constructor(worker: Worker) {
    this.#worker = worker;
  }

  async *synthesise(texts: readonly string[], language: string, signal?: AbortSignal): AsyncGenerator<Utterance> {
    if (!voiceNames(language).some((name) => this.#worker.set_voice('', name) === 0)) throw new CannotSpeak(language);
    for (const text of texts) {
      signal?.throwIfAborted();
      yield this.#speak(text);
    }
  }

  #speak(text: string): Utterance {
    const chunks: Float32Array[] = [];
    // What it would take for mark-up makes no sound.
    this.#worker.synthesize(text.replace(/[<>&]/g, ' '), (samples) => {
      if (samples !== null) chunks.push(Float32Array.from(samples, (sample) => sample / 32_768));
      return 0;
    });
    const samples = new Float32Array(chunks.reduce((sum, { length }) => sum + length, 0));
    let place = 0;
    for (const chunk of chunks) {
      samples.set(chunk, place);
      place += chunk.length;
    }
    return { samples, sampleRate: this.#worker.samplerate };
  }
}
