import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
export const sampleRate = 16_000;

/** A sentence of a script, and when it was really said. `end` = `start` for one that was never said. */
export interface Spoken {
  readonly turn: number;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface Recording {
  readonly samples: Float32Array;
  readonly spoken: readonly Spoken[];
}

/** Numbers that look random and are the same each time. */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

export type Speak = (text: string) => Promise<Float32Array>;

/** A program's speech, kept in `folder` so that a second run need not make it again. `encoding` is that of text2wave. */
export function speaker(folder: string, command: string, options: readonly string[], encoding = 'UTF-8'): Speak {
  mkdirSync(folder, { recursive: true });
  return async (text) => {
    const name = createHash('sha1')
      .update([command, ...options, 1, text].join('\n'))
      .digest('hex');
    const raw = join(folder, `${name}.raw`);
    const wav = join(folder, `${name}.wav`);
    if (!existsSync(raw)) {
      if (command === 'flite') await run('flite', [...options, '-t', text, '-o', wav]);
      else if (command === 'text2wave') {
        writeFileSync(`${wav}.utf8`, text);
        const { stdout } = await run('iconv', ['-f', 'UTF-8', '-t', encoding, `${wav}.utf8`], { encoding: 'buffer' });
        writeFileSync(`${wav}.txt`, stdout);
        await run('text2wave', ['-o', wav, ...options, `${wav}.txt`]);
      } else await run(command, [...options, '-w', wav, '--', text]);
      await run('sox', [wav, '-t', 'f32', '-r', String(sampleRate), '-c', '1', raw]);
    }
    return trimmed(floats(readFileSync(raw)));
  };
}

export function floats(bytes: Buffer): Float32Array {
  return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + 4 * Math.floor(bytes.length / 4)));
}

export function trimmed(samples: Float32Array): Float32Array {
  const loud = (sample: number) => Math.abs(sample) > 0.005;
  const from = samples.findIndex(loud);
  return from < 0 ? samples.slice(0, 0) : samples.slice(from, samples.findLastIndex(loud) + 1);
}

/** What sox makes of its arguments, as mono samples. */
export async function sox(...effects: string[]): Promise<Float32Array> {
  const { stdout } = await run('sox', ['-n', '-t', 'f32', '-r', String(sampleRate), '-c', '1', '-', ...effects], {
    encoding: 'buffer',
    maxBuffer: 2 ** 30,
  });
  return floats(stdout);
}

export interface Line {
  readonly turn: number;
  readonly text: string;
}

/** Says the lines, each turn by the next voice, with pauses of 0.15 to 0.9 s. */
export async function record(lines: readonly Line[], voices: readonly Speak[], seed = 1): Promise<Recording> {
  const random = chance(seed);
  const parts: Float32Array[] = [];
  const spoken: Spoken[] = [];
  let length = 0;
  const add = (part: Float32Array) => {
    parts.push(part);
    length += part.length;
  };
  add(new Float32Array(sampleRate / 2));
  let lastTurn = -1;
  for (const { turn, text } of lines) {
    add(new Float32Array(Math.round(sampleRate * (0.15 + (turn === lastTurn ? 0.45 : 0.75) * random()))));
    lastTurn = turn;
    const speak = voices[turn % voices.length];
    if (speak === undefined) throw new Error('no voice');
    const start = length / sampleRate;
    add(await speak(text));
    spoken.push({ turn, text, start, end: length / sampleRate });
  }
  add(new Float32Array(sampleRate / 2));
  return { samples: joined(parts), spoken };
}

/**
 * Says the lines as people talk: who is next waits up to 0.6 s or falls in up to 0.5 s before the other has done, the
 * second voice is further from the microphone, and now and then somebody laughs, which no transcript holds.
 */
export async function converse(lines: readonly Line[], voices: readonly Speak[], seed = 7): Promise<Recording> {
  const random = chance(seed);
  const parts: { readonly start: number; readonly samples: Float32Array }[] = [];
  const spoken: Spoken[] = [];
  let [end, lastTurn] = [1, -1];
  for (const { turn, text } of lines) {
    const samples = await voices[turn % voices.length]?.(text);
    if (samples === undefined) throw new Error('no voice');
    const start = end + (turn === lastTurn ? 0.5 * random() : 1.1 * random() - 0.5);
    end = start + samples.length / sampleRate;
    parts.push({ start, samples: turn % 2 === 0 ? samples : samples.map((sample) => sample / 2) });
    spoken.push({ turn, text, start, end });
    lastTurn = turn;
    if (random() < 0.08) {
      parts.push({ start: end + 0.1, samples: laugh(random) });
      end += 1.2;
    }
  }
  const samples = new Float32Array(Math.ceil((end + 1) * sampleRate));
  for (const part of parts) {
    const first = Math.round(part.start * sampleRate);
    for (const [k, sample] of part.samples.entries()) samples[first + k] = (samples[first + k] ?? 0) + sample;
  }
  return { samples, spoken };
}

/** A second of short breathy bursts with a falling voice in them. */
function laugh(random: () => number): Float32Array {
  return Float32Array.from({ length: sampleRate }, (_, k) => {
    const time = k / sampleRate;
    const inBurst = time % 0.2;
    const voice =
      Math.sin(2 * Math.PI * (300 - 90 * time) * time) + 0.5 * Math.sin(4 * Math.PI * (300 - 90 * time) * time);
    return 0.15 * Math.exp(-14 * inBurst) * (1 - 0.6 * time) * (voice + 1.5 * (random() - 0.5));
  });
}

export function joined(parts: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let place = 0;
  for (const part of parts) {
    whole.set(part, place);
    place += part.length;
  }
  return whole;
}

/** Turns of a plain transcript in which every second line is a speaker's name. */
export function scriptOf(text: string): Line[] {
  const lines: Line[] = [];
  let turn = -1;
  for (const line of text.split('\n')) {
    if (/^(Steve Macabee|Sally Shearer – .*)$/.test(line.trim())) turn++;
    else if (turn >= 0)
      for (const sentence of line.match(/[^.?!]+(?:[.?!]+["')]*|$)/g) ?? []) {
        if (/\p{L}/u.test(sentence)) lines.push({ turn, text: sentence.trim() });
      }
  }
  return lines;
}
