import { appendFileSync, copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';

/** Things that people do to a show, each on top of those before it. `root`: a copy of the repository's own show. */
export function changesTo(root: string): Readonly<Record<string, () => void>> {
  const path = (name: string) => join(root, name);
  const edit = (name: string, from: RegExp | string, to: string) => {
    const text = readFileSync(path(name), 'utf8');
    expect(text.replace(from, to)).not.toBe(text);
    writeFileSync(path(name), text.replace(from, to));
  };
  return {
    nothing: () => undefined,
    'a title': () => edit('episodes/hearing-the-child.md', /^title: .*$/m, 'title: Sharing information'),
    'the picture of a person': () =>
      edit('episodes/sharing-information.md', 'name: Reader', 'name: Reader\n    image: media/the-p-pod.jpg'),
    'what the show says of itself': () => appendFileSync(path('show.md'), '\nA line more.\n'),
    'a colour of the pages': () => edit('show.md', /^ {2}accent: .*$/m, "  accent: '#552200'"),
    'a story, to be heard from its beginning': () => edit('show.md', /^type: .*$/m, 'type: serial'),
    'the bytes of a cover': () => copyFileSync(path('media/the-p-pod.jpg'), path('media/hearing-the-child.jpg')),
    'a summary': () => edit('episodes/sharing-information.md', /^summary: /m, 'summary: In short, '),
    'somebody whose page would have the same name': () =>
      edit('episodes/what-you-will-hear.md', 'name: Narrator', 'name: Réader'),
    'a transcript': () =>
      appendFileSync(path('episodes/annual-report-2023-24.transcript.txt'), '\n\nNobody\nI am 12.\n'),
    'the people of an episode': () => edit('episodes/annual-report-2023-24.md', 'name: Narrator', 'name: Nobody'),
    'the hosts of the show': () => edit('show.md', 'name: Steve Macabee', 'name: Reader Aloud'),
    'the time zone': () => edit('show.md', 'Europe/London', 'Europe/Paris'),
    'an audio file': () => copyFileSync(path('media/hearing-the-child.mp3'), path('media/what-you-will-hear.mp3')),
    'a transcript lost': () => rmSync(path('episodes/hearing-the-child.transcript.vtt')),
    'an episode more': () => copyFileSync(path('episodes/hearing-the-child.md'), path('episodes/hearing-it-again.md')),
    'an episode less': () => rmSync(path('episodes/hearing-the-child.md')),
    'notes that misspell a name': () =>
      appendFileSync(path('episodes/sharing-information.md'), '\nThe Peapod, with [more](here).\n'),
    'a rule of the show': () => edit('show.md', '---\n', '---\nrules: {vocabulary-spelling: error}\n'),
    'the list of what must not be published': () => {
      writeFileSync(path('names.txt'), 'Tide\nseashore\nNobody\n');
      edit('show.md', '---\n', '---\nneverPublish: names.txt\n');
    },
    'an entry of that list': () => writeFileSync(path('names.txt'), 'information\n'),
    'an audio file lost': () => rmSync(path('media/sharing-information.m4a')),
    'an episode in its place': () => edit('episodes/sharing-information.md', /m4a/, 'mp3'),
    'the show lost': () => rmSync(path('show.md')),
  };
}
