import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { alignTranscript } from '../../src/alignment/align.ts';
import { installedVoice } from '../../src/node/voice.ts';
import { noise, under } from './cases.ts';
import { blocksOf, transcriptOf } from './evaluate.ts';
import { chance, floats, joined, sampleRate, scriptOf } from './material.ts';

/** Measures the times of words against those of Festival (with its voice kal), which tells when it says each word. */
const [scriptFile = '../shared/seed/the-p-pod.txt'] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'ppod-words-'));

/** Sentences whose words Festival counts as ppod does: no figures, no joined words. */
const lines = scriptOf(readFileSync(scriptFile, 'utf8'))
  .filter(({ text }) => !/\d|["'’–-]/.test(text) && text.split(' ').length > 4)
  .slice(0, 60);

/** Every sentence with its sound, and when each of its words begins and ends in it, in seconds. */
function said() {
  const wav = (index: number) => join(folder, `${index}.wav`);
  const time = (word: string, edge: string) => `(item.feat w "R:SylStructure.${word}.${word}.segment_${edge}")`;
  const program = [
    '(voice_kal_diphone)',
    `(define (say text wav) (set! utt (utt.synth (eval (list 'Utterance 'Text text)))) (utt.save.wave utt wav 'riff)`,
    `(format t "#") (mapcar (lambda (w) (format t "%f %f;" ${time('daughter1', 'start')} ${time('daughtern', 'end')}))`,
    `(utt.relation.items utt 'Word)))`,
    ...lines.map(({ text }, index) => `(say ${JSON.stringify(text)} "${wav(index)}")`),
  ].join('\n');
  writeFileSync(join(folder, 'say.scm'), program);
  const times = execFileSync('festival', ['-b', join(folder, 'say.scm')], { encoding: 'utf8' })
    .split('#')
    .slice(1);
  return times.map((words, index) => ({
    samples: floats(execFileSync('sox', [wav(index), '-t', 'f32', '-r', String(sampleRate), '-c', '1', '-'])),
    words: words.split(';').flatMap((word) => {
      const [start, end] = word.trim().split(' ').map(Number);
      return start === undefined || end === undefined ? [] : [{ start, end }];
    }),
  }));
}

async function errors(samples: Float32Array, truth: readonly (readonly number[])[]): Promise<number[]> {
  const voice = await installedVoice();
  if (voice === undefined) throw new Error('No voice: install espeak-ng.');
  const sentences = lines.map((line) => ({ ...line, start: undefined, end: undefined }));
  const transcript = transcriptOf({ sentences });
  const result = await alignTranscript({ transcript, pcm: blocksOf(samples), voice, language: 'en-GB' });
  if (result.kind === 'refused') throw new Error(result.reason);
  return result.cues.flatMap(({ segment: { words = [] } }, index) => {
    const starts = truth[index] ?? [];
    return words.length === starts.length
      ? words.map(({ startSeconds = Infinity }, k) => Math.abs(startSeconds - (starts[k] ?? 0)))
      : [];
  });
}

const random = chance(3);
const parts: Float32Array[] = [new Float32Array(sampleRate / 2)];
const truth: number[][] = [];
let length = sampleRate / 2;
for (const { samples, words } of said()) {
  const pause = new Float32Array(Math.round(sampleRate * 0.3 * random()));
  truth.push(words.map(({ start }) => length / sampleRate + start));
  parts.push(samples, pause);
  length += samples.length + pause.length;
}
rmSync(folder, { recursive: true });
const clean = joined(parts);
for (const [name, samples] of [
  ['clean', clean],
  ['noise 20 dB below', under(clean, noise(10), 20)],
] as const) {
  const sorted = (await errors(samples, truth)).sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]?.toFixed(3);
  process.stdout.write(
    `${name}: ${sorted.length} words in ${(length / sampleRate).toFixed(0)} s; starts ${at(0.5)} / ${at(0.9)} / ${at(1)}\n`,
  );
}
