import { createHash } from 'node:crypto';
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type Episode, episodeAt, host } from './episode.ts';
import { withoutHeader } from './recordings.ts';

/** What a show holds besides so many ordinary episodes: a last one of this many minutes whose MP3 has no header. */
export interface ShowOptions {
  readonly episodes: number;
  readonly withoutHeaderMinutes?: number;
}

/**
 * A show project in `folder` of the bench. One that the same generator made before is used again; those that another
 * made are deleted. `repository` lends its pictures.
 */
export async function show(folder: string, repository: string, options: ShowOptions): Promise<string> {
  const { episodes, withoutHeaderMinutes } = options;
  const kind = `show-${episodes}${withoutHeaderMinutes === undefined ? '' : `-and-${withoutHeaderMinutes}-minutes`}`;
  const root = join(folder, kind);
  const stamp = await generator();
  const stampFile = join(root, 'made-by');
  if ((await readFile(stampFile, 'utf8').catch(() => '')) === stamp) return root;
  process.stderr.write(`Making ${root} …\n`);
  await rm(root, { recursive: true, force: true });
  await mkdir(join(root, 'episodes'), { recursive: true });
  await mkdir(join(root, 'media'));
  const art = join(repository, 'media');
  await copyFile(join(art, 'the-p-pod.jpg'), join(root, 'media/cover.jpg'));
  const [small, cover] = await Promise.all(
    ['hearing-the-child.jpg', 'the-p-pod.jpg'].map((name) => readFile(join(art, name))),
  );
  if (small === undefined || cover === undefined) throw new Error(`No pictures in ${art}.`);
  await writeFile(join(root, 'show.md'), showFile(true));
  for (const episode of episodesOf(options)) {
    const base = join(root, 'episodes', episode.name);
    await writeFile(`${base}.md`, episode.markdown);
    await writeFile(`${base}.transcript.${episode.transcript.extension}`, episode.transcript.text);
    await writeFile(join(root, 'media', episode.audio.name), episode.audio.make({ small, cover }));
  }
  await writeFile(stampFile, stamp);
  await settle();
  return root;
}

/** Waits until no file was changed just now: a program rightly trusts none of those. */
export const settle = (): Promise<void> => setTimeout(2500);

function* episodesOf({ episodes, withoutHeaderMinutes }: ShowOptions): Iterable<Episode> {
  for (let index = 0; index < episodes; index++) yield episodeAt(index);
  if (withoutHeaderMinutes !== undefined) {
    yield episodeAt(episodes, { recording: withoutHeader, seconds: withoutHeaderMinutes * 60 });
  }
}

/** show.md. The corpus breaks some advice on purpose, and the bench is not there to measure the printing of it. */
export function showFile(pages: boolean): string {
  const off = [
    'audio-bitrate',
    'audio-cbr',
    'audio-m4a-faststart',
    'audio-samplerate',
    'chapters-min-length',
    'item-description-bytes',
    'transcript-coverage',
  ];
  return `---
title: The Common Record
site: https://example.org/podcast/
language: en-GB
author: Example Partnership
categories: [Education > Courses, Government]
artwork: media/cover.jpg
explicit: false
guid: 917393e3-1b1e-5cef-ace4-edaa54e1f810
copyright: Example Partnership
hosts:
  - name: ${host}
    role: Host
footer: '**Write to us** at the [Example Partnership](https://example.org/contact/).'
pages: ${pages}
rules:
${off.map((rule) => `  ${rule}: off`).join('\n')}
---

The Common Record is a show about ordinary places and the people who keep them going. It exists to be measured.
`;
}

/** What these modules are, so that a corpus of an older generator is not taken for one of this. */
async function generator(): Promise<string> {
  const hash = createHash('sha256');
  for (const name of (await readdir(import.meta.dirname)).sort()) {
    hash.update(await readFile(join(import.meta.dirname, name)));
  }
  return hash.digest('hex');
}
