import { appendFileSync, copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { machinePorts } from '../../src/node/machine-ports.ts';
import { remembering } from '../../src/node/remembering.ts';
import { render } from '../../src/pipeline/build.ts';
import { planPreview } from '../../src/pipeline/preview.ts';
import type { Ports } from '../../src/ports.ts';
import { copyOfShow } from '../cli/project.ts';

const asOf = Date.UTC(2026, 10, 22);

/** Everything that a preview would say and show. */
async function shownBy(ports: Ports) {
  const { diagnostics, podcast } = await planPreview(ports, 'http://127.0.0.1:4321/');
  const files = podcast === undefined ? [] : [...render(podcast)];
  return { diagnostics, files: files.map((file) => ({ ...file })) };
}

test('after whatever change, a preview that goes on shows what a new one would', async () => {
  const root = copyOfShow();
  const path = (name: string) => join(root, name);
  const edit = (name: string, from: RegExp | string, to: string) => {
    const text = readFileSync(path(name), 'utf8');
    expect(text.replace(from, to)).not.toBe(text);
    writeFileSync(path(name), text.replace(from, to));
  };
  const changes: Readonly<Record<string, () => void>> = {
    nothing: () => undefined,
    'a title': () => edit('episodes/hearing-the-child.md', /^title: .*$/m, 'title: Sharing information'),
    'notes that misspell a name': () =>
      appendFileSync(path('episodes/sharing-information.md'), '\nThe Peapod, with [more](here).\n'),
    'a transcript': () =>
      appendFileSync(path('episodes/annual-report-2023-24.transcript.txt'), '\n\nNobody\nI am 12.\n'),
    'the people of an episode': () => edit('episodes/annual-report-2023-24.md', 'name: Narrator', 'name: Nobody'),
    'the hosts of the show': () => edit('show.md', 'name: Steve Macabee', 'name: Reader Aloud'),
    'a rule of the show': () => edit('show.md', '---\n', '---\nrules: {vocabulary-spelling: error}\n'),
    'the time zone': () => edit('show.md', 'Europe/London', 'Europe/Paris'),
    'the list of what must not be published': () => {
      writeFileSync(path('names.txt'), 'Tide\nseashore\nNobody\n');
      edit('show.md', '---\n', '---\nneverPublish: names.txt\n');
    },
    'an entry of that list': () => writeFileSync(path('names.txt'), 'information\n'),
    'an audio file': () => copyFileSync(path('media/hearing-the-child.mp3'), path('media/what-you-will-hear.mp3')),
    'an audio file lost': () => rmSync(path('media/sharing-information.m4a')),
    'an episode in its place': () => edit('episodes/sharing-information.md', /m4a/, 'mp3'),
    'a transcript lost': () => rmSync(path('episodes/hearing-the-child.transcript.vtt')),
    'an episode more': () => copyFileSync(path('episodes/hearing-the-child.md'), path('episodes/hearing-it-again.md')),
    'an episode less': () => rmSync(path('episodes/hearing-the-child.md')),
    'the show lost': () => rmSync(path('show.md')),
  };
  const fresh = () => machinePorts(root, asOf);
  const going = remembering(root, fresh());
  for (const [change, make] of Object.entries(changes)) {
    make();
    expect(await shownBy(going), change).toEqual(await shownBy(fresh()));
  }
});
