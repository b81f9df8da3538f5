import { describe, expect, test } from 'vitest';
import { cutTurns } from '../../src/correction/cut-turn.ts';
import { ownAnswers } from '../../src/correction/own-answer.ts';
import { ownNames } from '../../src/correction/own-name.ts';
import type { Remark } from '../../src/correction/remark.ts';
import { speakersTwice } from '../../src/correction/speaker-twice.ts';
import { strayCapitals } from '../../src/correction/stray-capitals.ts';
import type { Talk } from '../../src/correction/talk.ts';
import { talkFrom } from './talks.ts';

function words(talk: Talk, remarks: readonly Remark[]): readonly string[] {
  return remarks.map(({ turn, start, end }) => talk[turn]?.text.slice(start, end) ?? '');
}

describe('a turn that is cut off', () => {
  const talk = talkFrom('Sam Field: Who gets up in the\n\nAlex Reed: morning? The crews do.\n');

  test('is sure where the sentence goes on under the other name', () => {
    expect(cutTurns(talk)).toMatchObject([{ turn: 0, isSure: true }]);
    expect(words(talk, cutTurns(talk))).toEqual(['gets up in the']);
  });

  test('is no slip where nobody wrote full stops', () => {
    const turn = (name: string) => `${name}: we get up when the tide is high\n`;
    expect(cutTurns(talkFrom(['Sam', 'Alex', 'Sam', 'Alex', 'Sam', 'Alex'].map(turn).join('\n')))).toEqual([]);
  });
});

test('the same name twice is sure where the first of the turns is cut off', () => {
  const talk = talkFrom('Sam Field\nWe get up when the tide,\nSam Field\nYes, that is so.\nAlex Reed\nI see.\n');
  expect(speakersTwice(talk)).toMatchObject([{ turn: 1, isSure: true }]);
});

describe('calling oneself by name', () => {
  test('is told for thanks, greetings and questions', () => {
    const talk = talkFrom('Sam Field: Thanks, Sam. Good. Sam, what do you think?\n\nAlex Reed: Not much.\n');
    expect(words(talk, ownNames(talk))).toEqual(['Thanks, Sam', 'Sam']);
  });

  test('is no slip when two have that name, or when people say who they are', () => {
    const two = 'Sam Field: Thanks, Sam.\n\nSam Reed: Thanks, Sam.\n';
    const self = 'Sam Field: Hello, Sam here. I am Sam. So Sam’s clock is wrong.\n\nAlex Reed: Oh.\n';
    expect(ownNames(talkFrom(two))).toEqual([]);
    expect(ownNames(talkFrom(self))).toEqual([]);
  });
});

test('a question of talk is no question to the other', () => {
  const talk = talkFrom('Sam Field: That is what you get, isn’t it? Yes, so it is.\n\nAlex Reed: Where? No, really.\n');
  expect(ownAnswers(talk)).toEqual([]);
});

describe('a stray capital', () => {
  const small = 'And is it so? It is, and it was, and it will be, and that is what is said.';

  test('is found by the small letters elsewhere', () => {
    const talk = talkFrom(`Sam Field: ${small}\n\nAlex Reed: The most important Is just to be there And to wait.\n`);
    expect(words(talk, strayCapitals(talk, 'en-GB'))).toEqual(['Is', 'And']);
  });

  test('is no slip in a title, after a comma or a colon, or in German', () => {
    const talk = talkFrom(`Sam Field: ${small}\n\nAlex Reed: He said, And so: Is the Annual Is Report out?\n`);
    expect(strayCapitals(talk, 'en-GB')).toEqual([]);
    const german = talkFrom(`Sam Field: ${small}\n\nAlex Reed: The most important Is just to be there.\n`);
    expect(strayCapitals(german, 'de-AT')).toEqual([]);
  });
});
