import fc from 'fast-check';
import { expect, test } from 'vitest';
import { talkOf } from '../../src/correction/talk.ts';
import { talkFrom } from './talks.ts';

test('the second of two equal words is found where it stands', () => {
  const text = 'Sam Field: The tide comes. The tide goes.\n';
  const [turn] = talkFrom(text);
  const at = turn?.text.lastIndexOf('tide') ?? -1;
  expect(turn?.place(at, at + 4)).toEqual({ line: 1, span: { start: 31, end: 35 } });
});

test('words that run over two lines of a caption are found with the break between them', () => {
  const text = 'WEBVTT\n\n00:01.000 --> 00:03.000\n<v Sam Field>Back to the Pea\nPod, and welcome.\n';
  const [turn] = talkFrom(text, 'a.vtt');
  const at = turn?.text.indexOf('Pea Pod') ?? -1;
  const place = turn?.place(at, at + 7);
  expect(place?.line).toBe(4);
  expect(text.slice(place?.span?.start, place?.span?.end)).toBe('Pea\nPod');
  expect(turn?.secondsAt(at)).toBe(1);
});

test('every word of a plain transcript is found in its file, whatever is said', () => {
  const word = fc.stringMatching(/^[a-z]{1,6}$/);
  const turns = fc.array(fc.array(word, { minLength: 1, maxLength: 12 }), { minLength: 2, maxLength: 6 });
  fc.assert(
    fc.property(turns, (said) => {
      const names = ['Sam Field', 'Alex Reed'];
      const text = said.map((words, index) => `${names[index % 2]}: Oh ${words.join(' ')}.`).join('\n\n');
      for (const turn of talkFrom(text)) {
        for (const { 0: found, index } of turn.text.matchAll(/\S+/g)) {
          const { span } = turn.place(index, index + found.length);
          expect(text.slice(span?.start, span?.end)).toBe(found);
        }
      }
    }),
  );
});

test('a document that is no text has paragraphs in place of lines', () => {
  const segment = { text: 'Who gets up at four?', line: 7 };
  const turns = [{ speaker: { name: 'Sam Field' }, paragraphs: [[segment]] }];
  const [turn] = talkOf({ source: 'a.docx', format: 'docx', isTimed: false, turns }, { text: '' });
  expect(turn?.place(0, 3)).toEqual({ line: 7, span: undefined });
  expect(turn?.sentences).toMatchObject([{ text: 'Who gets up at four?', start: 0 }]);
});
