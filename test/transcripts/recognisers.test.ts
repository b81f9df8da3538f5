import { describe, expect, test } from 'vitest';
import { parseTranscript } from '../../src/transcripts/read.ts';
import { segmentsOf, wordsOf } from './sample-files.ts';

const read = (data: unknown) => parseTranscript(JSON.stringify(data, undefined, 1), 'a.json');
const spoken = (data: unknown) =>
  segmentsOf(read(data)).map(({ speaker, text, startSeconds, endSeconds }) => [
    speaker,
    text,
    startSeconds,
    endSeconds,
  ]);

const amazonWord = (content: string, start: number, more = {}) => ({
  type: 'pronunciation',
  start_time: String(start),
  end_time: String(start + 0.5),
  alternatives: [{ confidence: '1.0', content }],
  ...more,
});
const amazonMark = (content: string) => ({ type: 'punctuation', alternatives: [{ confidence: '0.0', content }] });

describe('the JSON of recognisers', () => {
  test('Whisper', () => {
    const words = ['Hello', 'there.'].map((word, i) => ({
      word: ` ${word}`,
      start: i,
      end: i + 0.5,
      probability: 0.9,
    }));
    const data = {
      text: ' Hello there. Hi.',
      segments: [
        { id: 0, start: 0, end: 1.5, text: ' Hello there.', words, avg_logprob: -0.2 },
        { id: 1, start: 2, end: 3, text: ' Hi.', speaker: 'SPEAKER_01' },
      ],
      language: 'en',
    };
    expect(spoken(data)).toEqual([
      [undefined, 'Hello there.', 0, 1.5],
      ['SPEAKER_01', 'Hi.', 2, 3],
    ]);
    expect(segmentsOf(read(data))[0]).toMatchObject({
      line: 8,
      words: [{ text: 'Hello', startSeconds: 0 }, { text: 'there.' }],
    });
  });

  test('whisper.cpp', () => {
    const piece = (text: string, from: number, to: number) => ({
      timestamps: { from: '00:00:00,000', to: '00:00:01,500' },
      offsets: { from, to },
      text,
    });
    expect(spoken({ systeminfo: '', transcription: [piece(' Hello.', 0, 1500), piece(' Hi.', 1500, 2250)] })).toEqual([
      [undefined, 'Hello.', 0, 1.5],
      [undefined, 'Hi.', 1.5, 2.25],
    ]);
  });

  test('Amazon, speakers in a list', () => {
    const items = [amazonWord('Hello', 0), amazonMark('.'), amazonWord('Hi', 1), amazonMark('!')];
    const segments = [0, 1].map((time) => ({
      speaker_label: `spk_${time}`,
      start_time: `${time}`,
      items: [{ start_time: `${time}`, speaker_label: `spk_${time}` }],
    }));
    expect(spoken({ results: { transcripts: [], speaker_labels: { segments }, items } })).toEqual([
      ['spk_0', 'Hello.', 0, 0.5],
      ['spk_1', 'Hi!', 1, 1.5],
    ]);
  });

  test('Amazon, speakers beside the words', () => {
    const items = [amazonWord('Hello', 0, { speaker_label: 'spk_1' }), amazonMark('.')];
    expect(spoken({ results: { transcripts: [], items } })).toEqual([['spk_1', 'Hello.', 0, 0.5]]);
  });

  test('Google, whose last result repeats every word with its speaker', () => {
    const word = (text: string, seconds: number, speakerTag?: number) => ({
      word: text,
      startTime: `${seconds}s`,
      endTime: `${seconds + 0.5}s`,
      ...(speakerTag !== undefined && { speakerTag }),
    });
    const result = (...words: ReturnType<typeof word>[]) => ({ alternatives: [{ words }] });
    const results = [
      result(word('Hello.', 0)),
      result(word('Hi.', 1.5)),
      result(word('Hello.', 0, 1), word('Hi.', 1.5, 2)),
    ];
    expect(spoken({ results })).toEqual([
      ['Speaker 1', 'Hello.', 0, 0.5],
      ['Speaker 2', 'Hi.', 1.5, 2],
    ]);
  });

  test('Speechmatics', () => {
    const result = (type: string, content: string, start: number, speaker = 'S1') => ({
      type,
      start_time: start,
      end_time: start + 0.5,
      alternatives: [{ content, confidence: 1, speaker }],
    });
    const results = [result('word', 'Hello', 0), result('punctuation', '.', 0.5), result('word', 'Hi', 1, 'UU')];
    expect(spoken({ format: '2.9', results })).toEqual([
      ['S1', 'Hello.', 0, 0.5],
      [undefined, 'Hi', 1, 1.5],
    ]);
  });

  test('Deepgram, a channel for each speaker', () => {
    const words = (text: string, start: number) => [{ word: text, punctuated_word: `${text}.`, start, end: start + 1 }];
    const channels = ['hello', 'hi'].map((text, i) => ({
      alternatives: [{ transcript: text, words: words(text, i) }],
    }));
    const utterances = ['hello', 'hi'].map((text, channel) => ({ channel, words: words(text, channel) }));
    expect(spoken({ results: { channels, utterances } })).toEqual([
      ['Speaker 0', 'hello.', 0, 1],
      ['Speaker 1', 'hi.', 1, 2],
    ]);
  });

  test('speech without punctuation is divided at pauses', () => {
    const timestamps = ['so', 'we', 'began', 'then', 'it', 'ended'].map((word, i) => {
      const start = i + (i > 2 ? 2 : 0);
      return [word, start, start + 0.9];
    });
    expect(spoken({ results: [{ final: true, alternatives: [{ timestamps }] }] }).map(([, text]) => text)).toEqual([
      'so we began',
      'then it ended',
    ]);
  });
});

describe('a damaged file', () => {
  const segment = (body: string, startTime: number) => ({ startTime, endTime: startTime + 1, body });
  const whole = JSON.stringify(
    { version: '1.0.0', segments: [segment('One two.', 0), segment('Three four.', 1)] },
    undefined,
    1,
  );

  test('that breaks off gives what can be read, and a finding at the break', () => {
    const parsed = parseTranscript(whole.slice(0, whole.lastIndexOf('"Three') + 8), 'a.json');
    expect(wordsOf(parsed)).toMatch(/^One two\. /);
    expect(parsed.problems).toMatchObject([{ rule: 'transcript-damaged', severity: 'warning', line: 12 }]);
  });

  test('with times that cannot be is put right, and says so', () => {
    const segments = [segment('Two.', 5), { startTime: 1, endTime: 0.5, body: 'One.' }];
    const parsed = read({ version: '1.0.0', segments });
    expect(segmentsOf(parsed).map(({ text, startSeconds, endSeconds }) => [text, startSeconds, endSeconds])).toEqual([
      ['One.', 1, 5],
      ['Two.', 5, 6],
    ]);
    expect(parsed.problems).toMatchObject([
      { rule: 'transcript-times', line: 12 },
      { rule: 'transcript-times', line: 12 },
    ]);
  });

  test('that is JSON of another kind is refused', () => {
    expect(read({ name: 'ppod', version: '0.1.0' })).toMatchObject({
      turns: [],
      problems: [{ rule: 'transcript-unreadable', severity: 'error', line: 1 }],
    });
  });
});
