import { spawn } from 'node:child_process';
import type { Utterance, Voice } from '../alignment/voice.ts';

const program = 'espeak-ng';
/** Sentences said by one run of the program, which costs about 20 ms to start. */
const sentencesARun = 20;
/** Between two sentences of a run: longer than any pause within one. */
const breakSeconds = 2;
const longestPauseSeconds = 1.5;

/** The `espeak-ng` program of this machine. */
export class EspeakProgram implements Voice {
  async *synthesise(sentences: readonly string[], language: string, signal?: AbortSignal): AsyncGenerator<Utterance> {
    const voice = language.toLowerCase();
    for (let first = 0; first < sentences.length; first += sentencesARun)
      yield* await spoken(sentences.slice(first, first + sentencesARun), voice, signal);
  }
}

/** Says some sentences in one run; in two, when the pauses between them do not tell them apart. */
async function spoken(sentences: readonly string[], voice: string, signal?: AbortSignal): Promise<Utterance[]> {
  const markup = `<speak>${sentences.map(escaped).join(`<break time="${breakSeconds}s"/>`)}</speak>`;
  const wave = await run(['-m', '-v', voice, '--stdin', '--stdout'], markup, signal);
  const { samples, sampleRate } = decoded(wave);
  const parts = partsBetweenBreaks(samples, sampleRate);
  if (parts.length === sentences.length) return parts.map((part) => ({ samples: part, sampleRate }));
  if (sentences.length === 1) return [{ samples: parts.length === 0 ? new Float32Array(0) : samples, sampleRate }];
  const middle = Math.ceil(sentences.length / 2);
  return [
    ...(await spoken(sentences.slice(0, middle), voice, signal)),
    ...(await spoken(sentences.slice(middle), voice, signal)),
  ];
}

function run(options: readonly string[], input: string, signal?: AbortSignal): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, options, { signal, stdio: ['pipe', 'pipe', 'pipe'] });
    const output: Buffer[] = [];
    const complaints: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => complaints.push(chunk));
    // A program that ends early closes the pipe; its exit code says more than the broken pipe does.
    child.stdin.on('error', () => undefined);
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(Buffer.concat(output));
      else reject(new Error(`${program} stopped: ${Buffer.concat(complaints).toString('utf8').trim()}`));
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
