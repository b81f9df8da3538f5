import type { z } from 'zod';
import { parseChaptersFile } from '../model/chapters-file.ts';
import { chaptersInNotes } from '../model/chapters-in-notes.ts';
import { type Episode, episodeSchemaIn } from '../model/episode.ts';
import type { MeasuredFile, MediaFile } from '../model/media.ts';
import type { ChaptersFile, Entry, EpisodeEntry, Project } from '../model/project.ts';
import { type FieldsRead, readFields } from '../model/read-fields.ts';
import { type Show, showSchema } from '../model/show.ts';
import { slugOf, stemOf } from '../model/slug.ts';
import { isAddress } from '../model/urls.ts';
import type { Ports, ProjectFiles, SourceFile } from '../ports.ts';
import { isTimeZone } from '../text/dates.ts';
import { decodeText } from '../text/decode.ts';
import { digestOf } from '../text/digest.ts';
import { type Frontmatter, lazyFrontmatter } from '../text/frontmatter.ts';
import { once } from '../text/once.ts';
import { Room } from '../text/room.ts';
import { eachOf } from './each-of.ts';
import { listen, type OnListening } from './listen.ts';
import { measureMedia, type NamedMedia, type OnMeasuring } from './measure-media.ts';
import { openSource } from './open-source.ts';
import { readNeverPublish } from './private-list.ts';
import { readTranscript, richestFirst } from './read-transcript.ts';
import { remembered } from './remembered.ts';

export interface LoadOptions {
  readonly withDrafts?: boolean;
  /** Files read at the same time; default 8. */
  readonly jobs?: number | undefined;
  /** Bytes of texts and transcripts that are held in memory; what finds no room is read again. Default 20 million. */
  readonly mostHeld?: number;
  /** Called as soon as show.md is read, when what takes long elsewhere can begin. */
  readonly onShow?: (show: Show) => void;
  readonly onProgress?: OnMeasuring;
  readonly onListening?: OnListening;
}

/** Files read at the same time: enough to hide the disk, few enough to bound memory. */
const usualJobs = 8;

/** Bytes: the texts and transcripts of some thousands of usual episodes. */
const usualHeld = 20_000_000;

/** Stage 1. Reads every source file and measures every media file that one of them names. Judges nothing, throws only when the machine fails. */
export async function load(ports: Ports, options: LoadOptions = {}): Promise<Project> {
  const jobs = options.jobs ?? usualJobs;
  const [paths, mediaPaths, show] = await Promise.all([
    ports.files.list('episodes'),
    ports.files.list('media'),
    readShow(ports),
  ]);
  if (show.content !== undefined) options.onShow?.(show.content);
  const timeZone = timeZoneOf(show);
  const reading: Reading = {
    ...ports,
    room: new Room(options.mostHeld ?? usualHeld),
    show,
    timeZone,
    schema: episodeSchemaIn(timeZone),
  };
  const transcriptsOf = transcriptFinder(paths);
  const episodeFiles = paths.filter((path) => /\.md$/i.test(path) && !/\.transcript\.md$/i.test(path));
  const read = await eachOf(episodeFiles, jobs, async (file): Promise<ReadEpisode> => {
    const { entry, notedChapters, digest } = await readEpisode(reading, file);
    const transcriptPaths = transcriptsOf(file, entry.content);
    const [transcripts, chaptersFile] = await Promise.all([
      Promise.all(transcriptPaths.map((path) => readTranscript(reading, path, entry))),
      readChapters(reading, file, entry.content),
    ]);
    const media = mediaOfEpisode(entry.content, chaptersFile);
    return { entry, transcripts: richestFirst(transcripts), chaptersFile, notedChapters, media, digest };
  });
  const claimed = new Set(
    read.flatMap(({ entry: { file }, transcripts, chaptersFile }) => [
      file,
      ...transcripts.map(({ path }) => path),
      ...(chaptersFile === undefined ? [] : [chaptersFile.path]),
    ]),
  );
  const media = await measureMedia(ports, mediaPaths, namedMedia(show.content, read), {
    jobs,
    mediaBase: show.content?.mediaBase,
    onProgress: options.onProgress,
  });
  const showText = digestOf(show.frontmatter.text);
  const episodes = read.map((parts) => assemble(parts, showText, media));
  const heard = episodes
    .map(({ content }) => media.get(content?.audio ?? ''))
    .filter((file) => file !== undefined && !isAddress(file.path));
  return {
    show,
    showDigest: digestOf(show.frontmatter.text, JSON.stringify(measuredOf(mediaOfShow(show.content), media))),
    episodes,
    media,
    mediaPaths,
    loudness: ports.loudness === undefined ? new Map() : await listen(ports.loudness, heard, options.onListening),
    neverPublish: await readNeverPublish(ports.privateList, show.content?.neverPublish),
    strayFiles: paths.filter((path) => !claimed.has(path)),
    impossible: await impossibleFor(show.content, ports),
    asOf: ports.asOf,
    withDrafts: options.withDrafts ?? false,
  };
}

/** What reading an episode takes. */
interface Reading extends Pick<Ports, 'files' | 'memory'> {
  readonly room: Room;
  readonly show: Entry<Show>;
  readonly timeZone: string;
  readonly schema: ReturnType<typeof episodeSchemaIn>;
}

/** The files of one episode, read. `digest`: of the episode's own file, and of all else by which it was read. */
interface ReadEpisode extends Pick<EpisodeEntry, 'transcripts' | 'chaptersFile' | 'notedChapters' | 'digest'> {
  readonly entry: Entry<Episode>;
  /** What it names in media/, and at addresses. */
  readonly media: Named;
}

/** `showText`: the digest of show.md. */
function assemble(parts: ReadEpisode, showText: string, media: ReadonlyMap<string, MeasuredFile>): EpisodeEntry {
  const { entry, transcripts, chaptersFile, notedChapters, digest } = parts;
  const measured = measuredOf(parts.media, media);
  const beside = [...transcripts, ...(chaptersFile === undefined ? [] : [chaptersFile])];
  const around = [beside.map(({ path, digest }) => [path, digest]), measured];
  return {
    slug: entry.content?.slug ?? slugOf(entry.file),
    transcripts,
    chaptersFile,
    notedChapters,
    digest: digestOf(digest, showText, JSON.stringify(around)),
    ...entry,
  };
}

/** A machine is asked what it can do only where the show wants it done. */
async function impossibleFor(show: Show | undefined, { search, pictures }: Ports): Promise<Project['impossible']> {
  const impossible = new Set<'search' | 'socialCards'>();
  if (show?.search === true && (await search?.isReady()) !== true) impossible.add('search');
  if (show?.socialCards === true && (await pictures?.isReady()) !== true) impossible.add('socialCards');
  return impossible;
}

async function readShow({ files, memory }: Pick<Ports, 'files' | 'memory'>): Promise<Entry<Show>> {
  const file = 'show.md';
  const { frontmatter, digest, exists, isCertainlyDecoded } = await openText(files, file);
  const fields = remembered(memory, `fields of ${file}`, digest, () => ({
    ...soundFields(showSchema, frontmatter),
    isCertainlyDecoded: isCertainlyDecoded(),
  }));
  return { file, frontmatter, ...fields, exists };
}

async function readEpisode(
  { files, memory, timeZone, schema, room }: Reading,
  file: string,
): Promise<Pick<ReadEpisode, 'entry' | 'notedChapters' | 'digest'>> {
  const { frontmatter, exists, isCertainlyDecoded, ...opened } = await openText(files, file, room);
  const digest = digestOf(opened.digest, file, timeZone);
  const { notedChapters, ...fields } = remembered(memory, `fields of ${file}`, digest, () => {
    const fields = soundFields(schema, frontmatter);
    const noted = fields.content?.chapters === undefined ? chaptersInNotes(frontmatter.body)?.chapters : undefined;
    const found = { isCertainlyDecoded: isCertainlyDecoded(), notedChapters: noted, ...fields };
    return room.isFull ? detached(found) : found;
  });
  return { entry: { file, frontmatter, ...fields, exists }, notedChapters, digest };
}

const noFile: SourceFile = { digest: '', read: () => new Uint8Array() };

/** Opens a file with frontmatter. It is read when something is asked of it; one that is not there is empty. */
async function openText(files: ProjectFiles, path: string, room?: Room) {
  const found = await openSource(files, path);
  const file = found ?? noFile;
  return {
    frontmatter: lazyFrontmatter(file, room),
    isCertainlyDecoded: () => decodeText(file.read()).certain,
    digest: file.digest,
    exists: found !== undefined,
  };
}

/** A copy of what JSON can hold. Strings that were cut out of a text keep all of it in memory. */
function detached<T>(value: T): T {
  return JSON.parse(JSON.stringify(value));
}

function soundFields<S extends z.ZodType>(schema: S, { data, problems }: Frontmatter): FieldsRead<z.output<S>> {
  const fields = readFields(schema, data);
  return { ...fields, isSound: fields.isSound && problems.length === 0 };
}

/** Episodes can be read even when the show's own time zone cannot. */
function timeZoneOf(show: Entry<Show>): string {
  if (show.content !== undefined) return show.content.timezone;
  const { data } = show.frontmatter;
  const named = typeof data === 'object' && data !== null && 'timezone' in data ? data.timezone : undefined;
  return typeof named === 'string' && isTimeZone(named) ? named : 'UTC';
}

/** For each episode the transcripts that its frontmatter names, or else those that lie beside it under its name. */
function transcriptFinder(paths: readonly string[]): (file: string, episode: Episode | undefined) => readonly string[] {
  const known = new Set(paths);
  const beside = new Map<string, string[]>();
  for (const path of paths) {
    const [, stem] = /^(.*)\.transcript\.[^./]+$/i.exec(path.normalize('NFC')) ?? [];
    if (stem !== undefined) beside.set(stem, [...(beside.get(stem) ?? []), path]);
  }
  return (file, episode) => {
    const folder = file.slice(0, file.lastIndexOf('/') + 1);
    if (episode?.transcript !== undefined) {
      return episode.transcript.map((name) => (known.has(`${folder}${name}`) ? `${folder}${name}` : name));
    }
    const slug = slugOf(file);
    const names = new Set([stemOf(file), slug, episode?.slug ?? slug]);
    return [...names].flatMap((name) => beside.get(`${folder}${name}`.normalize('NFC')) ?? []);
  };
}

async function readChapters(
  { files, memory }: Reading,
  file: string,
  episode: Episode | undefined,
): Promise<ChaptersFile | undefined> {
  if (typeof episode?.chapters !== 'string') return undefined;
  const folder = file.slice(0, file.lastIndexOf('/') + 1);
  for (const path of [episode.chapters, `${folder}${episode.chapters}`]) {
    const source = await openSource(files, path);
    if (source === undefined) continue;
    const text = once(() => decodeText(source.read()).text);
    const { digest } = source;
    const parse = () => ({ chapters: parseChaptersFile(text()) });
    return {
      ...{ path, exists: true, digest, ...remembered(memory, `chapters in ${path}`, digest, parse) },
      get text() {
        return text();
      },
    };
  }
  return { path: episode.chapters, exists: false, text: '', chapters: undefined, digest: '' };
}

/** Every media file and every address of audio that show and episodes name, and what it is named as first. */
function namedMedia(show: Show | undefined, episodes: readonly ReadEpisode[]): NamedMedia {
  const names = new Map<string, 'audio' | 'image'>();
  for (const [name, kind] of [...mediaOfShow(show), ...episodes.flatMap(({ media }) => media)]) {
    if (!names.has(name)) names.set(name, kind);
  }
  return names;
}

type Named = readonly (readonly [name: string, kind: 'audio' | 'image'])[];

/** Of each file all that was found out about it, or what stands for that. */
function measuredOf(
  named: Named,
  media: ReadonlyMap<string, MeasuredFile>,
): readonly (MediaFile | string | undefined)[] {
  return named.map(([name]) => {
    const file = media.get(name);
    return file?.digest ?? file;
  });
}

function mediaOfShow(show: Show | undefined): Named {
  return namesOf({ images: [show?.artwork, show?.theme?.logo, ...imagesOf(show?.hosts ?? [])] });
}

function mediaOfEpisode(content: Episode | undefined, chaptersFile: ChaptersFile | undefined): Named {
  if (content === undefined) return [];
  const chapters = typeof content.chapters === 'string' ? chaptersFile?.chapters : content.chapters;
  return namesOf({
    audio: audioOf(content),
    images: [content.artwork, ...imagesOf([...content.people, ...content.guests, ...(chapters ?? [])])],
  });
}

/** Audio at an address is not asked for where its facts are stated, or where it need not be there any more. */
function audioOf({ audio, enclosure, alternate, withdrawn }: Episode): readonly string[] {
  const names = [...(isAddress(audio) && enclosure !== undefined ? [] : [audio]), ...alternate.map(({ file }) => file)];
  return withdrawn ? names.filter((name) => !isAddress(name)) : names;
}

function imagesOf(items: readonly { readonly image?: string | undefined }[]): readonly (string | undefined)[] {
  return items.map(({ image }) => image);
}

function namesOf({
  audio = [],
  images,
}: {
  readonly audio?: readonly string[];
  readonly images: readonly (string | undefined)[];
}): Named {
  return [
    ...audio.map((name) => [name, 'audio'] as const),
    ...images.flatMap((name) => (name === undefined || isAddress(name) ? [] : [[name, 'image'] as const])),
  ];
}
