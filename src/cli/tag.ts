import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type Id3Values, id3Tag } from '../media/id3-tag.ts';
import { chaptersOf } from '../model/chapters-of.ts';
import type { Episode } from '../model/episode.ts';
import type { AudioInfo } from '../model/media.ts';
import type { EpisodeEntry, Project, ValidEntry } from '../model/project.ts';
import type { Show } from '../model/show.ts';
import { isAddress } from '../model/urls.ts';
import { copyWithTag } from '../node/tag-writer.ts';
import { load } from '../pipeline/load.ts';
import { formatIso } from '../text/dates.ts';
import { elsewhere } from './elsewhere.ts';
import { episodeNamed } from './episode-named.ts';
import { exitCodes } from './exit-codes.ts';
import { loadProgress } from './load-progress.ts';
import { diskPorts } from './ports.ts';
import type { GlobalOptions } from './report.ts';
import { type Talk, talkOn } from './talk.ts';
import { UsageError } from './usage-error.ts';

export interface TagCommandOptions extends GlobalOptions {
  readonly output?: string;
}

/** A heavier picture is downloaded with every episode: bytes. */
const heaviestPicture = 500_000;

/** `ppod tag EPISODE`: title, show, cover and chapters into a copy of the MP3. The sound stays, byte for byte. */
export async function runTag(name: string, options: TagCommandOptions): Promise<number> {
  const talk = talkOn(process.stderr, options.quiet);
  const root = resolve(options.root);
  const project = await load(await diskPorts(options.root), loadProgress(talk));
  talk.clear();
  const episode = episodeNamed(name, project);
  const show = project.show.content;
  if (show === undefined || !project.show.isSound) {
    throw new UsageError('show.md has faults. Run ppod check and mend them first.');
  }
  const { path, audio } = mp3Of(episode, project);
  const target = options.output ?? path.replace(/\.[^./]*$/, '-tagged.mp3');
  const place = resolve(options.output === undefined ? root : '.', target);
  if (existsSync(place)) throw new UsageError(`"${target}" is there already. Choose another name with -o.`);
  const values = await valuesFor(episode, { project, show, audio, root, talk });
  talk.progress(`Copying ${path}`);
  const report = await copyWithTag(join(root, path), place, id3Tag(values));
  talk.clear();
  if (report === undefined) {
    throw new UsageError(
      `The tag in "${path}" is damaged, so nobody can tell where its sound begins. Export it again.`,
    );
  }
  const facts = {
    written: target,
    chapters: values.chapters?.length ?? 0,
    soundBytes: report.bytes,
    sha256: report.hash,
  };
  if (options.format === 'json') process.stdout.write(`${JSON.stringify(facts, undefined, 2)}\n`);
  talk.say(
    `Wrote ${target}, with ${facts.chapters} ${facts.chapters === 1 ? 'chapter' : 'chapters'}. Its ${report.bytes} bytes of sound are those of ${path}.`,
  );
  const way =
    options.output === undefined ? `write audio: ${target}` : 'put it into media/ and write its name at audio:';
  talk.say(`To publish it, ${way} in ${episode.file}. Do so before the episode is out:`);
  talk.say('a file that changes afterwards is downloaded again by everybody who has it.');
  return exitCodes.done;
}

function mp3Of(entry: EpisodeEntry & ValidEntry<Episode>, project: Project): { path: string; audio: AudioInfo } {
  const file = project.media.get(entry.content.audio);
  if (file?.kind !== 'audio') {
    throw new UsageError(`The audio of ${entry.file} is not in media/. Run ppod check to see why.`);
  }
  if (isAddress(file.path)) throw new UsageError(elsewhere(file.path));
  if (file.audio.container !== 'mp3') {
    throw new UsageError(
      `ppod tag writes into MP3 files. "${file.path}" is ${file.audio.codec}; tag it where you export it.`,
    );
  }
  return { path: file.path, audio: file.audio };
}

async function valuesFor(
  entry: EpisodeEntry & ValidEntry<Episode>,
  context: { project: Project; show: Show; audio: AudioInfo; root: string; talk: Talk },
): Promise<Id3Values> {
  const { content } = entry;
  const chapters = chaptersOf(entry, context.audio.chapters).toSorted((a, b) => a.startSeconds - b.startSeconds);
  const ended = chapters.map((chapter, index) => ({
    ...chapter,
    endSeconds: chapter.endSeconds ?? chapters[index + 1]?.startSeconds ?? context.audio.durationSeconds,
  }));
  return {
    title: content.title,
    artist: context.show.author,
    album: context.show.title,
    year: Number(formatIso(content.date).slice(0, 4)),
    track: content.episode,
    comment: content.summary,
    picture: await pictureFor(content.artwork ?? context.show.artwork, context),
    chapters: ended,
  };
}

async function pictureFor(
  name: string,
  { project, root, talk }: { project: Project; root: string; talk: Talk },
): Promise<Id3Values['picture']> {
  const file = project.media.get(name);
  if (file?.kind !== 'image') return undefined;
  if (file.bytes > heaviestPicture) {
    talk.say(`Left the cover out: "${file.path}" is heavier than 500 kB, and is downloaded with every episode.`);
    return undefined;
  }
  return { mimeType: file.image.mimeType, bytes: await readFile(join(root, file.path)) };
}
