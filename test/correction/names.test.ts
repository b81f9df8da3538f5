import { describe, expect, test } from 'vitest';
import { known, namesInText, namesOfPeople } from '../../src/correction/names.ts';
import { nameText, nearMissFinder, ordinaryWords } from '../../src/correction/near-misses.ts';

const people = [
  { name: 'Steve Macabee', organisation: 'Somerset Safeguarding Children Partnership', aliases: [] },
  { name: 'Anna Riddell', aliases: [] },
];
const names = [...namesOfPeople(people, 'the people'), known('The P Pod', 'the vocabulary')];

function found(text: string): readonly string[] {
  const written = nameText(text);
  return nearMissFinder(
    names,
    ordinaryWords(written.words),
  )(written).map(({ words, known: { name } }) => `${words} > ${name}`);
}

describe('names that were written by ear are found', () => {
  test.each([
    ['We spoke to Anna Ridell.', 'Ridell > Riddell'],
    ['I am Steve McAbee.', 'McAbee > Macabee'],
    ['I am Steve Maccabee, of course.', 'Maccabee > Macabee'],
    ['This is the PPod.', 'PPod > The P Pod'],
    ['This is the P-Pod.', 'P-Pod > The P Pod'],
    ['This is Peapod.', 'Peapod > The P Pod'],
    ['This is the Pea Pod.', 'Pea Pod > The P Pod'],
    ['It is Riddel’s report.', 'Riddel > Riddell'],
    [
      'From the Somerset Safe Guarding Children Partnership.',
      'Somerset Safe Guarding Children Partnership > Somerset Safeguarding Children Partnership',
    ],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual([expected]);
  });
});

describe('right names, other names and ordinary words are not', () => {
  test.each([
    'Steve Macabee and Anna Riddell are on The P Pod, and the P Pod is theirs.',
    'Anne and Stefan came with Anna’s brother, Steven.',
    'Riddles are fun. A riddle is what Riddle and riddles have in common.',
    'Somerset Safeguarding Children Partnerships work. Partners and Children matter.',
    'Mail STEVE or write to macabbee@example.org.',
  ])('%s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

test('the names of a text are its capitals within sentences', () => {
  const met = namesInText('Yesterday we met Dr Ridell in Taunton. Tomorrow is Ridell’s day.', 'the notes');
  expect(met.map(({ name }) => name)).toEqual(['Ridell', 'Taunton']);
});
