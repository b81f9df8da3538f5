import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { known, namesInText } from '../../src/correction/names.ts';
import { review } from '../../src/correction/review.ts';
import { talkFrom } from './talks.ts';

const seed = join(import.meta.dirname, '../../../shared/seed/the-p-pod.txt');

/** A real interview as speech recognition wrote it; what is wrong with it was found by reading. */
describe.skipIf(!existsSync(seed))('in the model show’s own transcript', () => {
  const lines = existsSync(seed) ? readFileSync(seed, 'utf8').split('\n') : [];
  const talk = talkFrom(lines.slice(15).join('\n'));
  const names = [known('The P Pod', 'the title'), ...namesInText(lines.slice(0, 15).join('\n'), 'the notes')];
  const groups = review(talk, { names, vocabulary: {}, language: 'en-GB' });
  const found = (rule: string) =>
    groups
      .filter((group) => group.rule === rule)
      .flatMap(({ remarks }) => remarks.map((remark) => ({ ...remark, words: wordsOf(remark) })));
  const wordsOf = ({ turn, start, end }: { turn: number; start: number; end: number }) =>
    talk[turn]?.text.slice(start, end) ?? '';

  test('the parts under the wrong speaker are found, and no others', () => {
    const [guest, host, ...others] = found('transcript-other-voice');
    expect(others).toEqual([]);
    expect(guest).toMatchObject({ turn: 10, isSure: true });
    expect(guest?.words).toContain('So, um, so if it’s okay, do you mind'.replace('’', "'"));
    expect(host).toMatchObject({ turn: 11, isSure: true });
    expect(host?.words).toMatch(/^So, just in terms of those children/);
    expect(host?.words).not.toContain('Well, actually one of the things');
  });

  test('both turns that stop in the middle of a sentence are found', () => {
    expect(found('transcript-speaker-twice')).toMatchObject([{ turn: 12, isSure: true }]);
    expect(found('transcript-turn-cut')).toMatchObject([{ turn: 15, words: 'gone. And, and again,' }]);
  });

  test('every spelling of the show’s name and of the guest’s is found, and nothing else', () => {
    const spellings = found('name-spelling').map(({ words }) => words);
    expect(spellings).toEqual(['PPod', 'P-Pod', 'Riddell', 'Peapod', 'PPod', 'Peapod', 'P-Pod']);
  });

  test('stray capitals are found by the dozen', () => {
    const words = found('transcript-stray-capital').map((remark) => remark.words);
    expect(words.length).toBeGreaterThan(25);
    expect(words).toEqual(expect.arrayContaining(['Is', 'Had', 'Who', 'Kind']));
    expect(words).not.toEqual(expect.arrayContaining(['National', 'Bart', 'Ofsted']));
  });
});
