import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { copyOfShow, emptyFolder, ppod } from '../cli/project.ts';

const transcript = 'episodes/making-time-to-reflect.transcript.txt';

/** The repository's show, in which a transcript says "the Peapod" and "McAbee" twice. */
function showWithSlips(): string {
  const folder = copyOfShow();
  const text = readFileSync(join(folder, transcript), 'utf8');
  writeFileSync(
    join(folder, transcript),
    `${text}\nNarrator: Back to the Peapod with Steve McAbee. Steve McAbee it is.\n`,
  );
  return folder;
}

describe('ppod transcript --review', () => {
  test('writes one page into the working folder and changes nothing else', () => {
    const show = showWithSlips();
    const before = readFileSync(join(show, transcript), 'utf8');
    const desk = emptyFolder();
    const { status, stderr } = ppod(desk, ['transcript', '--review', 'making-time-to-reflect', '-C', show]);
    expect(stderr).toMatch(/^Wrote making-time-to-reflect\.review\.html, with \d+ places to look at\./);
    expect(status).toBe(0);
    const page = readFileSync(join(desk, 'making-time-to-reflect.review.html'), 'utf8');
    expect(page.match(/<mark>(?:the Peapod|McAbee)<\/mark>/g)).toHaveLength(3);
    expect(page).toContain('<ins lang="en-GB">The P Pod</ins>');
    expect(readFileSync(join(show, transcript), 'utf8')).toBe(before);
  });

  test('takes the place of an earlier review, but of no other file', () => {
    const show = showWithSlips();
    const review = ['transcript', '--review', 'making-time-to-reflect', '-o', 'mine.html'];
    writeFileSync(join(show, 'mine.html'), 'My own page.');
    expect(ppod(show, review).status).toBe(2);
    expect(readFileSync(join(show, 'mine.html'), 'utf8')).toBe('My own page.');
    expect(ppod(show, [...review, '--force']).status).toBe(0);
    expect(ppod(show, review).status).toBe(0);
  });

  test.each(['episodes', 'dist', 'media'])('is not written into %s/', (folder) => {
    const show = showWithSlips();
    mkdirSync(join(show, folder), { recursive: true });
    const { status, stderr } = ppod(show, ['transcript', '--review', 'hearing-the-child', '-o', `${folder}/a.html`]);
    expect([status, stderr]).toEqual([2, expect.stringContaining(`does not belong in ${folder}/`)]);
    expect(existsSync(join(show, folder, 'a.html'))).toBe(false);
  });

  test('says what there is when the episode is not known', () => {
    const { status, stderr } = ppod(copyOfShow(), ['transcript', '--review', 'hearing-the-chid']);
    expect([status, stderr]).toEqual([2, expect.stringContaining('Did you mean "hearing-the-child"?')]);
  });
});

describe('ppod check --fix', () => {
  test('writes the listed spellings into the transcript, says each, and touches no other word', () => {
    const show = showWithSlips();
    const before = readFileSync(join(show, transcript), 'utf8');
    const { stderr } = ppod(show, ['check', '--fix', '--no-loudness']);
    expect(readFileSync(join(show, transcript), 'utf8')).toBe(
      before.replace('the Peapod', 'The P Pod').replaceAll('McAbee', 'Macabee'),
    );
    expect(stderr.match(/wrote "Macabee" in place of "McAbee"/g)).toHaveLength(2);
    expect(stderr).toContain(`${transcript}: wrote "The P Pod" in place of "the Peapod".`);
  });

  test('leaves every transcript alone when nobody asks', () => {
    const show = showWithSlips();
    const before = readFileSync(join(show, transcript), 'utf8');
    const { stdout } = ppod(show, ['check', '--no-loudness', '--format', 'json']);
    const { findings } = JSON.parse(stdout) as { findings: { rule: string; file: string }[] };
    expect(findings.filter(({ rule }) => rule === 'vocabulary-spelling')).toHaveLength(3);
    expect(readFileSync(join(show, transcript), 'utf8')).toBe(before);
  });
});
