import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { alignTranscript } from '../../src/alignment/align.ts';
import type { Utterance } from '../../src/alignment/voice.ts';
import { espeakProgram } from '../../src/node/espeak-program.ts';
import { voiceNames } from '../../src/node/espeak-voices.ts';
import { howToInstallVoice, installedVoice } from '../../src/node/voice.ts';
import { transcriptOf } from './tone-voice.ts';

/** Skipped where the program espeak-ng is not installed: nothing else here can speak. */
const withProgram = test.skipIf(spawnSync('espeak-ng', ['--version']).status !== 0);

async function spoken(texts: readonly string[], language: string, signal?: AbortSignal): Promise<Utterance[]> {
  const voice = await espeakProgram();
  if (voice === undefined) throw new Error('espeak-ng was there a moment ago');
  const utterances: Utterance[] = [];
  for await (const utterance of voice.synthesise(texts, language, signal)) utterances.push(utterance);
  return utterances;
}

const secondsOf = ({ samples, sampleRate }: Utterance) => samples.length / sampleRate;

test.each([
  ['en-GB', ['en-gb', 'en']],
  ['cy', ['cy']],
  ['zh-Hant-TW', ['zh-hant-tw', 'zh']],
  ['-v', []],
  ['en --path=/', []],
])('%s is looked for as %j', (language, names) => expect(voiceNames(language)).toEqual(names));

test('without a voice there is something to do on each system', () => {
  for (const system of ['Windows', 'macOS', 'Linux', 'npm install']) expect(howToInstallVoice).toContain(system);
});

withProgram('the program is found', async () => expect(await installedVoice()).toBeDefined());

withProgram('there are as many utterances as texts, whatever is in them', async () => {
  const texts = ['Hello there. This is one text.', '—', 'Salt & <vinegar/> "quoted".', '…', 'Yes.'];
  const seconds = (await spoken(texts, 'en-GB')).map(secondsOf);
  expect(seconds).toHaveLength(5);
  expect(seconds[1]).toBe(0);
  expect(seconds[3]).toBe(0);
  for (const index of [0, 2, 4]) expect(seconds[index]).toBeGreaterThan(0.2);
});

withProgram('mark-up and options in a text are said, not obeyed', async () => {
  const [obeyed, plain] = await spoken(['<break time="9s"/>', 'Yes.'], 'en-GB');
  expect(obeyed === undefined ? 0 : secondsOf(obeyed)).toBeLessThan(6);
  expect(plain === undefined ? 0 : secondsOf(plain)).toBeLessThan(1);
  expect((await spoken(['--version -f /etc/passwd'], 'en-GB')).map(secondsOf)[0]).toBeGreaterThan(1);
});

withProgram('a text of several sentences with long pauses stays one utterance', async () => {
  const [first, second] = await spoken(['One.\n\nTwo... Three!\n\n\nFour?', 'Five.'], 'en-GB');
  expect(first === undefined ? 0 : secondsOf(first)).toBeGreaterThan(1.5);
  expect(second === undefined ? 0 : secondsOf(second)).toBeLessThan(1);
});

withProgram('a language without a voice is named', async () => {
  await expect(spoken(['Yes.'], 'xx-YY')).rejects.toThrow('espeak-ng has no voice for the language "xx-YY".');
});

withProgram('a language of a country falls back to the language', async () => {
  expect((await spoken(['Bonjour.'], 'fr-ZZ')).map(secondsOf)[0]).toBeGreaterThan(0.2);
});

withProgram('an aborted signal ends the program', async () => {
  await expect(spoken(['Yes.'], 'en-GB', AbortSignal.abort(new Error('stopped by hand')))).rejects.toThrow(
    'stopped by hand',
  );
});

withProgram('speech of another voice is timed to a tenth of a second', async () => {
  const texts = [
    'The river rose twice as high as in any winter before.',
    'Four families moved away for a month.',
    'By June, every path along the bank should be open again.',
  ];
  const parts = texts.map(american);
  const pause = new Float32Array(11_025);
  const starts = parts.map(
    (_, index) => parts.slice(0, index).reduce((sum, { length }) => sum + length + pause.length, pause.length) / 22_050,
  );
  async function* pcm() {
    for (const part of parts) yield { channels: [Float32Array.from([...pause, ...part])], sampleRate: 22_050 };
    yield { channels: [pause], sampleRate: 22_050 };
  }
  const voice = await espeakProgram();
  if (voice === undefined) throw new Error('espeak-ng was there a moment ago');
  const result = await alignTranscript({ transcript: transcriptOf(texts), pcm: pcm(), voice, language: 'en-GB' });
  if (result.kind === 'refused') throw new Error(result.reason);
  for (const [index, { startSeconds }] of result.cues.entries())
    expect(Math.abs(startSeconds - (starts[index] ?? 0))).toBeLessThan(0.1);
  expect(result.doubtful).toEqual([]);
});

withProgram('the words of another recording are refused', async () => {
  const voice = await espeakProgram();
  if (voice === undefined) throw new Error('espeak-ng was there a moment ago');
  async function* pcm() {
    yield {
      channels: [american('The river rose twice as high as in any winter before, and four families moved away.')],
      sampleRate: 22_050,
    };
  }
  const other = transcriptOf(['Yes, of course we can look at that budget.', 'Would a smaller office help?']);
  expect(await alignTranscript({ transcript: other, pcm: pcm(), voice, language: 'en-GB' })).toEqual({
    kind: 'refused',
    reason: expect.stringContaining('another recording'),
  });
});

function american(text: string): Float32Array {
  const { stdout } = spawnSync('espeak-ng', ['-v', 'en-us+f3', '-s', '150', '--stdout', '--', text]);
  const bytes = stdout.subarray(44);
  const samples = Float32Array.from({ length: bytes.length / 2 }, (_, k) => bytes.readInt16LE(2 * k) / 32_768);
  const isSound = (sample: number) => Math.abs(sample) > 0.002;
  return samples.slice(samples.findIndex(isSound), samples.findLastIndex(isSound) + 1);
}
