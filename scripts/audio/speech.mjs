import { execFileSync } from 'node:child_process';

/** Samples a second of everything that is joined and published. */
export const sampleRate = 44_100;

const wordsPerMinute = '172';
const voices = { Narrator: 'en-gb-x-rp', Reader: 'en-gb-scotland+f3' };

const raw = ['-t', 'raw', '-r', String(sampleRate), '-e', 'signed', '-b', '16', '-c', '1', '-'];
const trimStart = ['silence', '1', '0.01', '0.2%'];

/**
 * Speaks a sentence. The samples begin and end with the voice, so that their times are its times.
 * @param {string} text
 * @param {string | undefined} speaker words without a speaker are the Narrator's
 * @returns {Int16Array}
 */
export function speak(text, speaker) {
  const voice = voices[speaker ?? 'Narrator'];
  if (voice === undefined)
    throw new Error(`There is no synthetic voice for ${speaker}, and real people are not imitated.`);
  const wave = execFileSync('espeak-ng', ['-v', voice, '-s', wordsPerMinute, '--stdout', '--', text]);
  return sox(
    ['-D', '-t', 'wav', '--ignore-length', '-', ...raw, ...trimStart, 'reverse', ...trimStart, 'reverse'],
    wave,
  );
}

/**
 * A rising run of plucked strings, or two of its notes.
 * @param {'opening' | 'closing'} which
 * @returns {Int16Array}
 */
export function music(which) {
  const [notes, seconds] = which === 'opening' ? [['G2', 'D3', 'B3', 'D4', 'G4'], 2.4] : [['D4', 'G3'], 1.7];
  const strings = notes.flatMap((note) => ['pluck', note]);
  const delays = notes.map((_, index) => String(index * 0.2));
  const effects = ['delay', ...delays, 'remix', '-', 'fade', 'q', '0', String(seconds), '0.6', 'norm', '-9'];
  return sox(['-R', '-D', '-r', String(sampleRate), '-n', ...raw, 'synth', String(seconds), ...strings, ...effects]);
}

/** @returns {Int16Array} */
function sox(args, input) {
  const bytes = execFileSync('sox', ['-V1', ...args], { input, maxBuffer: 2 ** 26 });
  return new Int16Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
}
