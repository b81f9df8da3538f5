import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { alignTranscript } from '../../src/alignment/align.ts';
import { decodeAudio } from '../../src/node/pcm-decoder.ts';
import { installedVoice } from '../../src/node/voice.ts';
import { transcriptOf } from './evaluate.ts';
import { record, sampleRate, scriptOf, speaker } from './material.ts';

/**
 * Measures time and memory on a long MP3 (stereo, 44.1 kHz, 128 kbit/s): `long.js make 30`, then `long.js run 30`, in
 * two processes so that the memory is that of the aligner alone.
 */
const [step = 'make', minutes = '30', scriptFile = '../shared/seed/the-p-pod.txt'] = process.argv.slice(2);
const cache = join(tmpdir(), 'ppod-alignment-bench');
const file = join(cache, `${minutes}-minutes`);

async function make(): Promise<void> {
  const script = scriptOf(readFileSync(scriptFile, 'utf8'));
  const voices = ['rms', 'slt', 'awb'].map((name) => speaker(cache, 'flite', ['-voice', name]));
  // About 6.6 s a sentence; the script is said again, by other voices, until the time is filled.
  const count = Math.round((Number(minutes) * 60) / 6.2);
  const lines = Array.from({ length: count }, (_, index) => {
    const { turn = 0, text = '' } = script[index % script.length] ?? {};
    return { turn: turn + 25 * Math.floor(index / script.length), text };
  });
  const { samples, spoken } = await record(lines, voices);
  const input = ['-f', 'f32le', '-ar', String(sampleRate), '-ac', '1', '-i', '-'];
  const output = ['-y', '-v', 'error', '-ar', '44100', '-ac', '2', '-b:a', '128k', `${file}.mp3`];
  execFileSync('ffmpeg', [...input, ...output], { input: Buffer.from(samples.buffer) });
  writeFileSync(`${file}.json`, JSON.stringify(spoken));
}

async function run(): Promise<void> {
  const spoken: readonly { turn: number; text: string; start: number; end: number }[] = JSON.parse(
    readFileSync(`${file}.json`, 'utf8'),
  );
  const voice = await installedVoice();
  if (voice === undefined) throw new Error('No voice: install espeak-ng.');
  const began = performance.now();
  const pcm = decodeAudio(`${file}.mp3`, { container: 'mp3', channels: 2, hasSeekHeader: true });
  const steps: string[] = [];
  let last = '';
  const result = await alignTranscript({
    transcript: transcriptOf({ sentences: spoken }),
    pcm,
    voice,
    language: 'en-GB',
    onProgress: (progress) => {
      const name = progress.step === 'matching' ? `pass ${progress.passes + 1}` : progress.step;
      if (name !== last) steps.push(`${name} from ${((performance.now() - began) / 1000).toFixed(1)} s`);
      last = name;
    },
  });
  const seconds = (performance.now() - began) / 1000;
  const audio = spoken.at(-1)?.end ?? 0;
  const errors =
    result.kind === 'refused' ? [] : result.cues.map((cue, k) => Math.abs(cue.startSeconds - (spoken[k]?.start ?? 0)));
  errors.sort((a, b) => a - b);
  const memory = process.resourceUsage().maxRSS / 1024;
  const lines = [
    `${(audio / 60).toFixed(1)} min, ${spoken.length} sentences: ${seconds.toFixed(1)} s, ${(audio / seconds).toFixed(0)} × real time, ${memory.toFixed(0)} MB`,
    `errors: median ${errors[Math.floor(errors.length / 2)]}, p90 ${errors[Math.floor(errors.length * 0.9)]}, greatest ${errors.at(-1)}`,
    steps.join('; '),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

await (step === 'make' ? make() : run());
