import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Utterance, Voice } from '../alignment/voice.ts';
import { CannotSpeak, voiceNames } from './espeak-voices.ts';

/** Its installer for Windows does not put it where programs are looked for. */
const programs = ['espeak-ng', join(process.env['ProgramFiles'] ?? 'C:\\Program Files', 'eSpeak NG', 'espeak-ng.exe')];
/** Texts said by one run of the program, which costs about 20 ms to start. */
const textsARun = 20;
/** Between two texts of a run: longer than any pause within one. */
const breakSeconds = 2;
const longestPauseSeconds = 1.5;

/** The program `espeak-ng` of this machine, or `undefined` where there is none. */
export async function espeakProgram(): Promise<Voice | undefined> {
  for (const program of programs) {
    try {
      await run(program, ['--version'], '');
      return new EspeakProgram(program);
    } catch {
      // Not here: the next place.
    }
  }
  return undefined;
}

class EspeakProgram implements Voice {
  readonly #program: string;

  constructor(program: string) {
    this.#program = program;
  }

  async *synthesise(texts: readonly string[], language: string, signal?: AbortSignal): AsyncGenerator<Utterance> {
    const voice = await this.#voiceFor(language, signal);
    for (let first = 0; first < texts.length; first += textsARun)
      yield* await this.#speak(texts.slice(first, first + textsARun), voice, signal);
  }

  async #voiceFor(language: string, signal?: AbortSignal): Promise<string> {
    for (const name of voiceNames(language)) {
      try {
        await run(this.#program, ['-v', name, '-q', '--stdin'], '', signal);
        return name;
      } catch {
        signal?.throwIfAborted();
      }
    }
    throw new CannotSpeak(language);
  }

  /** Says some texts in one run; in two, when the pauses between them do not tell them apart. */
  async #speak(texts: readonly string[], voice: string, signal?: AbortSignal): Promise<Utterance[]> {
    const markup = `<speak>${texts.map(escaped).join(`<break time="${breakSeconds}s"/>`)}</speak>`;
    const wave = await run(this.#program, ['-m', '-v', voice, '--stdin', '--stdout'], markup, signal);
    const { samples, sampleRate } = decoded(wave);
    const parts = partsBetweenBreaks(samples, sampleRate);
    if (parts.length === texts.length) return parts.map((part) => ({ samples: part, sampleRate }));
    if (texts.length === 1) return [{ samples: parts.length === 0 ? new Float32Array(0) : samples, sampleRate }];
    const middle = Math.ceil(texts.length / 2);
    return [
      ...(await this.#speak(texts.slice(0, middle), voice, signal)),
      ...(await this.#speak(texts.slice(middle), voice, signal)),
    ];
  }
}

/** Runs the program without a shell; the text goes in as data. */
function run(program: string, options: readonly string[], input: string, signal?: AbortSignal): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, options, { signal, windowsHide: true, stdio: ['pipe', 'pipe', 'ignore'] });
    const output: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    // A program that ends early closes the pipe; its exit code says more than the broken pipe does.
    child.stdin.on('error', () => undefined);
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(Buffer.concat(output));
      else reject(new Error('espeak-ng stopped before it had said everything.'));
    });
    child.stdin.end(input);
  });
}

/** 16-bit mono WAV from a pipe: the sizes in its header are not true, so everything after `data` counts. */
function decoded(wave: Buffer): Utterance {
  const data = wave.indexOf('data', 12, 'latin1') + 8;
  if (data < 44) return { samples: new Float32Array(0), sampleRate: 22_050 };
  const samples = new Float32Array(Math.floor((wave.length - data) / 2));
  for (let k = 0; k < samples.length; k++) samples[k] = wave.readInt16LE(data + 2 * k) / 32_768;
  return { samples, sampleRate: wave.readUInt32LE(24) };
}

function partsBetweenBreaks(samples: Float32Array, sampleRate: number): Float32Array[] {
  const parts: Float32Array[] = [];
  let start = -1;
  let end = -1;
  for (let k = 0; k < samples.length; k++) {
    if (samples[k] === 0) continue;
    if (start >= 0 && k - end > longestPauseSeconds * sampleRate) {
      parts.push(samples.slice(start, end + 1));
      start = -1;
    }
    if (start < 0) start = k;
    end = k;
  }
  if (start >= 0) parts.push(samples.slice(start, end + 1));
  return parts;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
