import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPastedPage } from '../../src/importers/pasted-page.ts';

const page = `
Harbour Talk
Short talks about work by the water. Write to talk@example.org www.harbour.example.org
Harbour Talk
The boats that leave before dawn, with Alex Reed
Why do they go out at four? Alex knows *everything* about tides.
The reports can be found here:
Annual report of the harbour 2025 - GOV.UK
Tides and times - GOV.UK
More on harbour.org.uk/tides.
Read the transcript on our website.
The boats that leave before dawn
Thank you for listening. This episode contains themes relating to drowning. Listener discretion is advised.
--
Sam Field
Welcome. Alex, why so early?
Alex Reed – Harbour Council
The tide decides that.
Sam Field
And who gets up?
Alex Reed – Harbour Council
Everybody who wants fish.
--
Find us again next month.
`;

test('puts every part of a pasted page into its place', () => {
  const found = readPastedPage(page);
  expect(found).toMatchObject({
    showTitle: 'Harbour Talk',
    showDescription: 'Short talks about work by the water. Write to talk@example.org www.harbour.example.org',
    title: 'The boats that leave before dawn, with Alex Reed',
    advisory: 'This episode contains themes relating to drowning. Listener discretion is advised.',
    speakers: [{ name: 'Sam Field' }, { name: 'Alex Reed', organisation: 'Harbour Council' }],
  });
  expect(found.notes.split('\n\n')).toEqual([
    'Why do they go out at four? Alex knows \\*everything\\* about tides.',
    'The reports can be found here:',
    '- Annual report of the harbour 2025 - GOV.UK\n- Tides and times - GOV.UK',
    'More on [harbour.org.uk/tides](https://harbour.org.uk/tides).',
    'Read the transcript on our website.',
  ]);
  expect(found.transcript).toMatch(/^Thank you for listening\.[\s\S]*--\nSam Field\nWelcome[\s\S]*next month\.\n$/);
});

test('names what it was unsure of', () => {
  const { unsure } = readPastedPage(page);
  expect(unsure.filter((line) => line.startsWith('The address of this link'))).toHaveLength(2);
  expect(unsure).toContainEqual(expect.stringContaining('https://harbour.org.uk/tides was made from'));
  expect(unsure).toContainEqual(expect.stringContaining('Read the transcript on our website.'));
});

test('a page without a transcript or a show says so', () => {
  const found = readPastedPage('A talk\nOnly some words about it.\n');
  expect(found).toMatchObject({ title: 'A talk', notes: 'Only some words about it.', transcript: undefined });
  expect(found.unsure.join(' ')).toMatch(/No transcript was found.*|show were not found/);
  expect(readPastedPage('').unsure).toContain('No title of an episode was found.');
});

test('the name of the show helps where it stands but once', () => {
  const found = readPastedPage('HARBOUR TALK\nThe boats\nWords.\n', 'Harbour Talk');
  expect(found).toMatchObject({ title: 'The boats', notes: 'Words.', showDescription: undefined });
});

test('what follows a repeated title is notes where no transcript follows', () => {
  const { notes } = readPastedPage(['A talk about boats', 'A talk about boats', 'Harbour words'].join('\n'), 'Show');
  expect(notes).toContain('Harbour words');
  expect(readPastedPage('!\n"\nHarbour Talk').notes).toContain('Harbour Talk');
});

test('no word of a page is lost, and none makes it fail', () => {
  const line = fc.oneof(fc.string(), fc.constantFrom('Harbour Talk', 'Sam Field', 'Sam: yes', '--', 'a.org.uk/x', ''));
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
      const words = (text: string) => text.match(/[a-z]{4,}/g) ?? [];
      const found = readPastedPage(lines.join('\n'));
      const kept = [found.showTitle, found.showDescription, found.title, found.notes, found.transcript].join('\n');
      for (const word of words(lines.join('\n'))) expect(kept).toContain(word);
    }),
    { numRuns: 1000 },
  );
});

const sample = join(import.meta.dirname, '../../../shared/seed/the-p-pod.txt');
describe.skipIf(!existsSync(sample))('a page of The P Pod', () => {
  test('is taken apart', () => {
    const found = readPastedPage(readFileSync(sample, 'utf8'));
    expect(found).toMatchObject({ showTitle: 'The P Pod', title: expect.stringMatching(/^An Overview .* OBE$/) });
    expect(found.speakers.map(({ name }) => name)).toEqual(['Steve Macabee', 'Sally Shearer']);
    expect(found.notes).toContain('- National review into child sexual abuse within the family environment - GOV.UK');
    expect(found.transcript).toContain('--\nSteve Macabee\nWelcome back');
  });
});
