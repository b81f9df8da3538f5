import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installedVoice } from '../../src/node/voice.ts';
import * as cases from './cases.ts';
import { type Evaluation, evaluate } from './evaluate.ts';
import { languageSamples } from './languages.ts';
import { converse, floats, type Line, type Recording, record, sampleRate, scriptOf, speaker } from './material.ts';

/**
 * Measures the aligner and prints one table. Needs the programs espeak-ng, flite, festival (with its Italian, Finnish and
 * Czech voices), sox and ffmpeg.
 * Arguments: a folder with a script (`the-p-pod.txt`) and one with real speech (`*.mp3` with `*.json`), then words that
 * the names of the cases must contain.
 */
const [scriptFile = '../shared/seed/the-p-pod.txt', speechFolder = '../shared/samples/speech', ...wanted] =
  process.argv.slice(2);
const cache = join(tmpdir(), 'ppod-alignment-bench');
const flite = (voice: string) => speaker(cache, 'flite', ['-voice', voice]);
const [slt, rms, awb] = [flite('slt'), flite('rms'), flite('awb')];
const american = speaker(cache, 'espeak-ng', ['-v', 'en-us+f3', '-s', '165']);

const script = scriptOf(readFileSync(scriptFile, 'utf8'));
const textsOf = (lines: readonly Line[]) => lines.map(({ text }) => text);

function realSpeech(name: string): Recording | undefined {
  const file = join(speechFolder, name);
  if (!existsSync(`${file}.mp3`)) return undefined;
  const options = ['-v', 'error', '-i', `${file}.mp3`, '-f', 'f32le', '-ar', String(sampleRate), '-ac', '1', '-'];
  const samples = floats(execFileSync('ffmpeg', options, { maxBuffer: 2 ** 30 }));
  return { samples, spoken: JSON.parse(readFileSync(`${file}.json`, 'utf8')).segs };
}

async function* all(): AsyncGenerator<cases.Case> {
  const lines = script.slice(0, 100);
  const two = await record(lines, [slt, rms]);
  const lj = realSpeech('lj');
  const base = cases.asItIs('two flite voices', two);
  const never = textsOf(script.slice(330, 336));
  const another = textsOf(script.slice(200, 300));
  const advert = (await record(script.slice(300, 306), [awb])).samples;
  const middle = ((two.spoken[49]?.end ?? 0) + (two.spoken[50]?.start ?? 0)) / 2;
  yield base;
  yield cases.asItIs('one flite voice', await record(script.slice(100, 180), [awb], 2));
  yield cases.asItIs('American espeak voice', await record(script.slice(180, 240), [american], 3));
  yield cases.withHole('60 s missing from transcript', two, 250, 60);
  yield cases.withHole('15 s missing', two, 250, 15);
  yield cases.withUnspoken('100 words never said', two, 50, never);
  yield cases.withUnspoken('one sentence never said', two, 70, never.slice(2, 3));
  yield cases.withSwap('two turns swapped', two, 2, 3);
  yield cases.withWordErrors('10 % word errors', two, 0.1);
  yield cases.withWordErrors('25 % word errors', two, 0.25);
  yield cases.spliced('30 s advert put in', base, middle, advert);
  yield cases.spliced('8 s jingle put in', base, middle, cases.drums(8));
  yield cases.withSamples('noise 20 dB below', base, cases.under(two.samples, cases.noise(10), 20));
  yield cases.withSamples('noise 10 dB below', base, cases.under(two.samples, cases.noise(10), 10));
  yield cases.withSamples('held chords 12 dB below', base, cases.under(two.samples, cases.pad(16), 12));
  yield cases.withSamples('drums 12 dB below', base, cases.under(two.samples, cases.drums(30), 12));
  yield cases.between('held chords before and after', base, cases.pad(15), cases.pad(15));
  yield cases.between('drums before and after', base, cases.drums(20), cases.drums(20));
  const bed = cases.withSamples('', base, cases.under(two.samples, cases.drums(30), 10, 25));
  yield cases.between('drums before and under the start', bed, cases.drums(12), cases.pad(10));
  yield cases.ofAnotherEpisode('another episode', two, another);
  const talk = await converse(script.slice(100, 200), [rms, slt]);
  const room = cases.under(talk.samples, cases.noise(10), 25);
  const interview = cases.withSamples('interview: overlaps, laughs, a room', cases.asItIs('', talk), room);
  yield interview;
  const opening = cases.withSamples('', interview, cases.under(room, cases.drums(30), 14, 20));
  yield cases.between('interview with music under its start', opening, cases.drums(10), cases.pad(12));
  const lacking = cases.withHole('interview, 60 s missing', talk, 250, 60);
  yield cases.withSamples(lacking.name, lacking, room);
  for (const { language, command, options, encoding, text } of languageSamples) {
    const lines = (text.match(/[^.?]+[.?]/g) ?? []).map((line, index) => ({
      turn: Math.floor(index / 3),
      text: line.trim(),
    }));
    const sample = await record(lines, [speaker(cache, command, options, encoding)], 4);
    const noisy = cases.under(sample.samples, cases.noise(10), 20);
    const name = `${language}, ${command === 'text2wave' ? 'Festival' : 'eSpeak variant'}, noise 20 dB below`;
    yield { ...cases.withSamples(name, cases.asItIs('', sample), noisy), language };
  }
  const poem = realSpeech('sonnet001');
  if (poem !== undefined) yield cases.asItIs('poem read aloud', poem);
  if (lj === undefined) return;
  const reading = cases.asItIs('real: LJ', lj);
  yield reading;
  yield cases.withHole('real: 60 s missing', lj, 80, 60);
  yield cases.withUnspoken('real: 100 words never said', lj, 15, never);
  yield cases.withSwap('real: two sentences swapped', lj, 10, 11);
  yield cases.withWordErrors('real: 10 % word errors', lj, 0.1);
  yield cases.withWordErrors('real: 25 % word errors', lj, 0.25);
  yield cases.withSamples('real: noise 20 dB below', reading, cases.under(lj.samples, cases.noise(10), 20));
  yield cases.withSamples('real: noise 10 dB below', reading, cases.under(lj.samples, cases.noise(10), 10));
  yield cases.withSamples('real: chords 12 dB below', reading, cases.under(lj.samples, cases.pad(16), 12));
  yield cases.withSamples('real: drums 12 dB below', reading, cases.under(lj.samples, cases.drums(30), 12));
  yield cases.between('real: drums before and after', reading, cases.drums(20), cases.drums(20));
  yield cases.ofAnotherEpisode('real: another episode', lj, another.slice(0, 32));
}

function at(errors: readonly number[], share: number): string {
  const sorted = errors.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]?.toFixed(3) ?? '-';
}

function row(result: Evaluation): string {
  const { name, turns, sentences, wrong, wrongFlagged, right, rightFlagged, audioSeconds, seconds } = result;
  const cells = result.refused
    ? ['refused', '', '', '', '']
    : [
        `${at(turns, 0.5)} / ${at(turns, 0.9)} / ${at(turns, 1)}`,
        `${at(sentences, 0.5)} / ${at(sentences, 0.9)} / ${at(sentences, 1)}`,
        result.farFromHoles.toFixed(2),
        `${wrongFlagged} of ${wrong}`,
        `${rightFlagged} of ${right}`,
      ];
  return `| ${[name, audioSeconds.toFixed(0), ...cells, `${(audioSeconds / seconds).toFixed(0)} ×`].join(' | ')} |`;
}

const voice = await installedVoice();
if (voice === undefined) throw new Error('No voice: install espeak-ng.');
const print = (line: string) => process.stdout.write(`${line}\n`);
print('| case | s | turns: median / p90 / max | sentences | far from holes | wrong flagged | right flagged | speed |');
print('|---|---|---|---|---|---|---|---|');
for await (const example of all())
  if (wanted.length === 0 || wanted.some((word) => example.name.includes(word)))
    print(row(await evaluate(example, voice)));
