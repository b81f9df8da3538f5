import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { copyOfShow, emptyFolder, ppod, repository } from '../cli/project.ts';

const recording = join(repository, 'media/hearing-the-child.mp3');

function facts(folder: string, file: string): unknown {
  return parse(readFileSync(join(folder, file), 'utf8').split(/^---$/m)[1] ?? '');
}

function errors(folder: string): unknown {
  return JSON.parse(ppod(folder, ['check', '--no-loudness', '--format', 'json']).stdout).counts.error;
}

test('an audio file gives title, number, season, date and guid; the audio is copied under a clean name', () => {
  const folder = copyOfShow();
  writeFileSync(join(folder, 'words.DOCX'), 'not looked at');
  const { status, stderr } = ppod(folder, ['new', recording, '--transcript', 'words.DOCX']);
  expect(status).toBe(0);
  const stem = 'hearing-what-a-child-is-telling-us';
  expect(readFileSync(join(folder, `media/${stem}.mp3`))).toEqual(readFileSync(recording));
  expect(readFileSync(join(folder, `episodes/${stem}.transcript.docx`), 'utf8')).toBe('not looked at');
  expect(facts(folder, `episodes/${stem}.md`)).toEqual({
    title: 'Hearing what a child is telling us',
    // The show comes out on Tuesdays; its last episode is due on 2031-05-06.
    date: expect.stringMatching(/^203\d-\d\d-\d\d 09:00$/),
    audio: `media/${stem}.mp3`,
    guid: expect.stringMatching(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/),
    draft: true,
    season: 2,
    episode: 3,
  });
  expect(stderr).toContain(`Made "Hearing what a child is telling us" as a draft`);
  expect(stderr).toMatch(/, \d+:\d\d long/);
});

test('a whole date in the audio file is taken and said; a year, a clock that was never set or a far day are not', () => {
  const folder = copyOfShow();
  const frames = readFileSync(recording).subarray(-300_000);
  const made = (name: string, ...texts: readonly (readonly [string, string])[]) => {
    writeFileSync(join(folder, `${name}.mp3`), Buffer.concat([tagOf(texts), frames]));
    const { stderr } = ppod(folder, ['new', `${name}.mp3`]);
    const { date } = z.object({ date: z.string() }).parse(facts(folder, `episodes/${name}.md`));
    return { date, isSaid: stderr.includes('The date is the one written inside the audio file.') };
  };
  expect(made('apart', ['TYER', '2024'], ['TDAT', '0503'])).toEqual({ date: '2024-03-05', isSaid: true });
  expect(made('together', ['TDRC', '2024-03-06T14:32:10'])).toEqual({ date: '2024-03-06', isSaid: true });
  const proposed = { date: expect.stringMatching(/^203\d-\d\d-\d\d 09:00$/), isSaid: false };
  expect(made('year', ['TYER', '2024'])).toEqual(proposed);
  expect(made('unset', ['TDRC', '1970-01-01'])).toEqual(proposed);
  expect(made('never', ['TDRC', '2024-02-30'])).toEqual(proposed);
  expect(made('far', ['TDRC', '2099-01-01'])).toEqual(proposed);
});

/** An ID3v2.3 tag with these text frames. */
function tagOf(texts: readonly (readonly [string, string])[]): Buffer {
  const frames = texts.map(([id, text]) =>
    Buffer.concat([Buffer.from(id), Buffer.from([0, 0, 0, text.length + 1, 0, 0, 0]), Buffer.from(text, 'latin1')]),
  );
  const bytes = Buffer.concat(frames);
  return Buffer.concat([Buffer.from('ID3\x03\0\0\0\0\0', 'latin1'), Buffer.from([bytes.length]), bytes]);
}

test('init, new, check and build follow each other in a folder with spaces and letters beyond ASCII', () => {
  const folder = emptyFolder();
  copyFileSync(recording, join(folder, 'Gespräch 1.mp3'));
  expect(ppod(folder, ['init']).status).toBe(0);
  expect(ppod(folder, ['new', 'Gespräch 1.mp3', '--title', 'Über Häfen: ein „Gespräch“']).status).toBe(0);
  expect(existsSync(join(folder, 'media/uber-hafen-ein-gesprach.mp3'))).toBe(true);
  expect(errors(folder)).toBe(0);
  expect(ppod(folder, ['build']).status).toBe(0);
});

test('a title alone makes a draft that waits for its recording', () => {
  const folder = copyOfShow();
  const args = ['new', 'Early help, explained', '--date', '2030-03-05 09:00', '--season', '4', '--episode', '7'];
  const { status, stderr } = ppod(folder, args);
  expect(status).toBe(0);
  expect(stderr).toContain('Put it into the folder media, as media/early-help-explained.mp3.');
  expect(facts(folder, 'episodes/early-help-explained.md')).toMatchObject({
    title: 'Early help, explained',
    date: '2030-03-05 09:00',
    season: 4,
    episode: 7,
  });
  expect(errors(folder)).toBe(0);
});

test('nothing is ever overwritten: the second of a name gets a number', () => {
  const folder = copyOfShow();
  for (const stem of ['early-help', 'early-help-2']) {
    expect(ppod(folder, ['new', recording, '--title', 'Early help']).status).toBe(0);
    expect(facts(folder, `episodes/${stem}.md`)).toMatchObject({ audio: `media/${stem}.mp3` });
  }
});

test('a recording that lies in media/ under a plain name stays where it is', () => {
  const folder = copyOfShow();
  copyFileSync(recording, join(folder, 'media/take-2.mp3'));
  const { stdout } = ppod(folder, ['new', 'media/take-2.mp3', '--title', 'Take two', '--format', 'json']);
  expect(JSON.parse(stdout)).toMatchObject({ written: ['episodes/take-two.md'] });
  expect(facts(folder, 'episodes/take-two.md')).toMatchObject({ audio: 'media/take-2.mp3' });
});

test('a pasted page fills show, episode and transcript', () => {
  const folder = emptyFolder();
  writeFileSync(
    join(folder, 'page.txt'),
    'Harbour Talk\nTalks by the water.\nHarbour Talk\nThe boats\nWhy so early?\nSam Field\nHello there.\nAlex Reed\nThe tide decides.\nSam Field\nThank you.\n',
  );
  const { status, stderr } = ppod(folder, ['new', recording, '--from', 'page.txt']);
  expect(status).toBe(0);
  expect(stderr).toContain('Look at these:');
  expect(readFileSync(join(folder, 'show.md'), 'utf8')).toMatch(/^title: Harbour Talk$[\s\S]*Talks by the water\.\n$/m);
  expect(readFileSync(join(folder, 'episodes/the-boats.md'), 'utf8')).toMatch(
    /name: Alex Reed[\s\S]*Why so early\?\n$/,
  );
  expect(readFileSync(join(folder, 'episodes/the-boats.transcript.txt'), 'utf8')).toMatch(/^Sam Field\nHello there\./);
});

test('a stand-in for the description gives way to that of the page, any other stays', () => {
  const page = 'My show\nTalks by the water.\nMy show\nThe boats\nWhy so early?\n';
  const folder = emptyFolder();
  ppod(folder, ['init', '--title', 'My show']);
  writeFileSync(join(folder, 'page.txt'), page);
  ppod(folder, ['new', '--from', 'page.txt']);
  const show = readFileSync(join(folder, 'show.md'), 'utf8');
  expect(show).toMatch(/---\n\nTalks by the water\.\n$/);
  writeFileSync(join(folder, 'page.txt'), page.replace('by the water', 'on land'));
  ppod(folder, ['new', '--from', 'page.txt']);
  expect(readFileSync(join(folder, 'show.md'), 'utf8')).toBe(show);
});

test('--edit opens the episode in the editor, and says when there is none', () => {
  const folder = copyOfShow();
  const tools = mkdtempSync(join(tmpdir(), 'ppod-editor-'));
  onTestFinished(() => rmSync(tools, { recursive: true }));
  const editor = join(tools, 'editor.mjs');
  writeFileSync(editor, "import { appendFileSync } from 'node:fs';\nappendFileSync(process.argv[2], 'Edited.\\n');\n");
  ppod(folder, ['new', 'A talk', '--edit'], { EDITOR: `${process.execPath} ${editor}` });
  expect(readFileSync(join(folder, 'episodes/a-talk.md'), 'utf8')).toMatch(/\nEdited\.\n$/);
  const { stderr } = ppod(folder, ['new', 'Another talk', '--edit'], { EDITOR: '' });
  expect(stderr).toContain('No editor opened. Open episodes/another-talk.md yourself');
});

test.each([
  [['new'], 'Say what the episode is made from'],
  [['new', 'nowhere.mp3'], 'There is no file "nowhere.mp3".'],
  [['new', 'show.md'], 'is not an audio file'],
  [['new', 'A talk', '--date', 'Tuesday'], 'is not a date'],
  [['new', 'A talk', '--season', 'two'], 'Write a whole number'],
  [['new', 'A talk', '--transcript', 'nowhere.txt'], 'There is no file "nowhere.txt".'],
  [['new', '--from', 'nowhere.txt'], 'There is no file "nowhere.txt".'],
])('%j: says what to do, and writes nothing', (args, words) => {
  const folder = copyOfShow();
  const before = readdirSync(folder, { recursive: true }).sort();
  const { status, stderr } = ppod(folder, args);
  expect(status).toBe(2);
  expect(stderr).toContain(words);
  expect(readdirSync(folder, { recursive: true }).sort()).toEqual(before);
});

test('without a show it says how to make one', () => {
  const { status, stderr } = ppod(emptyFolder(), ['new', 'A talk']);
  expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining('ppod init') });
});
