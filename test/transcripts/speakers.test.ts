import { describe, expect, test } from 'vitest';
import type { Person } from '../../src/model/person.ts';
import { isMachineLabel, matchPerson, parseLabel, speakerOf } from '../../src/transcripts/speakers.ts';

const person = (name: string, more: Partial<Person> = {}): Person => ({ name, aliases: [], ...more });

describe('a label means a person', () => {
  const people = [
    person('Dr. Anna Riddell', { role: 'Guest', organisation: 'Barts Health' }),
    person('Sally Shearer OBE', { organisation: 'National Panel', aliases: ['The Chair'] }),
    person('Steve O’Neil', { role: 'Host' }),
  ];

  test.each([
    ['Dr. Anna Riddell', 'Dr. Anna Riddell'],
    ['anna riddell', 'Dr. Anna Riddell'],
    ['Dr Riddell', 'Dr. Anna Riddell'],
    ['Anna', 'Dr. Anna Riddell'],
    ['AR', 'Dr. Anna Riddell'],
    ['A. Riddell', 'Dr. Anna Riddell'],
    ['Anna R', 'Dr. Anna Riddell'],
    ['Guest', 'Dr. Anna Riddell'],
    ['Barts Health', 'Dr. Anna Riddell'],
    ['Sally Shearer', 'Sally Shearer OBE'],
    ['Sally Shearer – National Child Safeguarding Practice Review Panel', 'Sally Shearer OBE'],
    ['Sally (National Panel)', 'Sally Shearer OBE'],
    ['the chair', 'Sally Shearer OBE'],
    ["Steve O'Neil", 'Steve O’Neil'],
    ['HOST', 'Steve O’Neil'],
    ['Alex', undefined],
    ['Speaker 1', undefined],
    ['–', undefined],
  ])('%s: %s', (label, name) => {
    expect(matchPerson(label, people)?.name).toBe(name);
  });

  test('unless it could mean two', () => {
    const annas = [
      person('Anna Riddell'),
      person('Anna Smith', { role: 'Host' }),
      person('Ben Smith', { role: 'Host' }),
    ];
    expect(['Anna', 'Smith', 'Host'].map((label) => matchPerson(label, annas))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(matchPerson('Anna Smith', annas)?.name).toBe('Anna Smith');
  });

  test('somebody who is listed twice is one person', () => {
    const twice = [person('Anna Riddell', { organisation: 'Barts Health' }), person('Anna Riddell', { role: 'Host' })];
    expect(['Anna Riddell', 'Anna', 'AR'].map((label) => matchPerson(label, twice))).toEqual(
      twice.slice(0, 1).flatMap((it) => [it, it, it]),
    );
  });
});

test('the published speaker has the person’s spelling and organisation, else the label’s', () => {
  const people = [person('Sally Shearer OBE'), person('Ben Lee', { organisation: 'Example Council' })];
  expect(speakerOf('Sally Shearer – Review Panel', people)).toEqual({
    name: 'Sally Shearer OBE',
    organisation: 'Review Panel',
  });
  expect(speakerOf('Ben – Somebody Else', people)).toEqual({ name: 'Ben Lee', organisation: 'Example Council' });
  expect(speakerOf('Alex Reed, Example Trust', people)).toEqual({ name: 'Alex Reed', organisation: 'Example Trust' });
  expect(speakerOf('Jean-Luc', people)).toEqual({ name: 'Jean-Luc' });
});

test('a hyphen inside a name divides nothing', () => {
  expect(parseLabel('Norma-Jean Belenky')).toEqual({ name: 'Norma-Jean Belenky' });
});

test('labels of machines', () => {
  const machines = ['SPEAKER_00', 'Speaker 1', 'spk_0', 'Unknown Speaker', 'Unknown', 'S1', 'Speaker A', 'speaker'];
  expect(machines.filter((label) => !isMachineLabel(label))).toEqual([]);
  expect(['Narrator', 'Anna', 'Spencer', 'Reader 1', 'Sam'].filter(isMachineLabel)).toEqual([]);
});
