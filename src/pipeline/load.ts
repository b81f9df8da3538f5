import type { z } from 'zod';
import { parseChaptersFile } from '../model/chapters-file.ts';
import { type Episode, episodeSchemaIn } from '../model/episode.ts';
import type { ChaptersFile, Entry, EpisodeEntry, Project, TranscriptFile } from '../model/project.ts';
import { readFields } from '../model/read-fields.ts';
import { type Show, showSchema } from '../model/show.ts';
import { slugOf, stemOf } from '../model/slug.ts';
import { isAddress } from '../model/urls.ts';
import type { Ports, ProjectFiles } from '../ports.ts';
import { isTimeZone } from '../text/dates.ts';
import { decodeText } from '../text/decode.ts';
import { parseFrontmatter } from '../text/frontmatter.ts';
import { joinTranscript } from '../transcripts/join.ts';
import { parseTranscriptFile } from '../transcripts/read.ts';
import { eachOf } from './each-of.ts';
import { listen, type OnListening } from './listen.ts';
import { measureMedia, type NamedMedia, type OnMeasuring } from './measure-media.ts';
import { readNeverPublish } from './private-list.ts';
import { Reuse } from './reuse.ts';

export interface LoadOptions {
  readonly withDrafts?: boolean;
  /** Files read at the same time; default 8. */
  readonly jobs?: number | undefined;
  readonly onProgress?: OnMeasuring;
  readonly onListening?: OnListening;
}

/** Files read at the same time: enough to hide the disk, few enough to bound memory. */
const usualJobs = 8;

/** Stage 1. Reads every source file and measures every media file that one of them names. Judges nothing, throws only when the machine fails. */
export async function load(ports: Ports, options: LoadOptions = {}): Promise<Project> {
  const jobs = options.jobs ?? usualJobs;
  const [paths, mediaPaths, show] = await Promise.all([
    ports.files.list('episodes'),
    ports.files.list('media'),
    readEntry(ports.files, 'show.md', showSchema, readShows),
  ]);
  const schema = schemas.get(show, [], () => episodeSchemaIn(timeZoneOf(show)));
  const transcriptsOf = transcriptFinder(paths);
  const episodeFiles = paths.filter((path) => /\.md$/i.test(path) && !/\.transcript\.md$/i.test(path));
  const read = await eachOf(episodeFiles, jobs, async (file): Promise<ReadEpisode> => {
    const entry = await readEntry(ports.files, file, schema, readEpisodes);
    const transcriptPaths = transcriptsOf(file, entry.content);
    const [transcripts, chaptersFile] = await Promise.all([
      Promise.all(transcriptPaths.map((path) => readTranscript(ports.files, path, entry, show))),
      readChapters(ports.files, file, entry.content),
    ]);
    return { entry, transcripts: richestFirst(transcripts), chaptersFile };
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
  const episodes = read.map((parts) => assemble(parts, show, media));
  const heard = episodes
    .map(({ content }) => media.get(content?.audio ?? ''))
    .filter((file) => file !== undefined && !isAddress(file.path));
  return {
    show,
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

/** The files of one episode, read. */
interface ReadEpisode extends Pick<EpisodeEntry, 'transcripts' | 'chaptersFile'> {
  readonly entry: Entry<Episode>;
}

/** Bytes that are the same object as before hold what they held before: a preview's files are, until they change. */
const schemas = new Reuse<ReturnType<typeof episodeSchemaIn>>();
const readShows = new Reuse<Entry<Show>>();
const readEpisodes = new Reuse<Entry<Episode>>();
const readTranscripts = new Reuse<Promise<TranscriptFile>>();
const assembled = new Reuse<EpisodeEntry>();

/** An episode is the same object as before when nothing has changed that rules on it alone may look at. */
function assemble(parts: ReadEpisode, show: Entry<Show>, media: Project['media']): EpisodeEntry {
  const { entry, transcripts, chaptersFile } = parts;
  const measured = mediaOfEpisode(parts).map(([name]) => media.get(name));
  return assembled.get(entry, [show, chaptersFile?.text, ...transcripts, null, ...measured], () => ({
    ...entry,
    slug: entry.content?.slug ?? slugOf(entry.file),
    transcripts,
    chaptersFile,
  }));
}

/** A machine is asked what it can do only where the show wants it done. */
async function impossibleFor(show: Show | undefined, { search, pictures }: Ports): Promise<Project['impossible']> {
  const impossible = new Set<'search' | 'socialCards'>();
  if (show?.search === true && (await search?.isReady()) !== true) impossible.add('search');
  if (show?.socialCards === true && (await pictures?.isReady()) !== true) impossible.add('socialCards');
  return impossible;
}

async function readEntry<S extends z.ZodType>(
  files: ProjectFiles,
  file: string,
  schema: S,
  reuse: Reuse<Entry<z.output<S>>>,
): Promise<Entry<z.output<S>>> {
  const bytes = await files.read(file);
  const parse = () => {
    const { text, certain } = decodeText(bytes ?? new Uint8Array());
    const frontmatter = parseFrontmatter(text);
    const fields = readFields(schema, frontmatter.data);
    return { file, text, frontmatter, ...fields, exists: bytes !== undefined, isCertainlyDecoded: certain };
  };
  return bytes === undefined ? parse() : reuse.get(bytes, [file, schema], parse);
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
    const names = new Set([stemOf(file), slugOf(file), episode?.slug ?? slugOf(file)]);
    return [...names].flatMap((name) => beside.get(`${folder}${name}`.normalize('NFC')) ?? []);
  };
}

async function readTranscript(
  files: ProjectFiles,
  path: string,
  { content: episode }: Entry<Episode>,
  { content: show }: Entry<Show>,
): Promise<TranscriptFile> {
  const bytes = await files.read(path);
  if (bytes === undefined) return { path, exists: false, transcript: undefined, text: '', problems: [] };
  return await readTranscripts.get(bytes, [path, episode, show], async () => {
    const people = [...(episode?.people ?? []), ...(episode?.guests ?? []), ...(show?.hosts ?? [])];
    const parsed = await parseTranscriptFile(bytes, path, { people });
    const transcript = parsed.turns.length === 0 ? undefined : joinTranscript(parsed, path, people);
    const text = parsed.format === 'docx' ? '' : decodeText(bytes).text;
    return { path, exists: true, transcript, text, problems: parsed.problems };
  });
}

/** Timed before untimed; among equals the one that tells more about who speaks. */
function richestFirst(transcripts: readonly TranscriptFile[]): readonly TranscriptFile[] {
  const richness = ({ transcript }: TranscriptFile) => {
    if (transcript === undefined) return 0;
    const hasWordTimes = transcript.turns.some(({ paragraphs }) =>
      paragraphs.some((segments) => segments.some(({ words }) => words !== undefined)),
    );
    const hasSpeakers = transcript.turns.some(({ speaker }) => speaker !== undefined);
    return 1 + (transcript.isTimed ? 4 : 0) + (hasSpeakers ? 2 : 0) + (hasWordTimes ? 1 : 0);
  };
  return [...transcripts].sort((a, b) => richness(b) - richness(a));
}

async function readChapters(
  files: ProjectFiles,
  file: string,
  episode: Episode | undefined,
): Promise<ChaptersFile | undefined> {
  if (typeof episode?.chapters !== 'string') return undefined;
  const folder = file.slice(0, file.lastIndexOf('/') + 1);
  for (const path of [episode.chapters, `${folder}${episode.chapters}`]) {
    const bytes = await files.read(path);
    if (bytes === undefined) continue;
    const { text } = decodeText(bytes);
    return { path, exists: true, text, chapters: parseChaptersFile(text) };
  }
  return { path: episode.chapters, exists: false, text: '', chapters: undefined };
}

/** Every media file and every address of audio that show and episodes name, and what it is named as first. */
function namedMedia(show: Show | undefined, episodes: readonly ReadEpisode[]): NamedMedia {
  const names = new Map<string, 'audio' | 'image'>();
  for (const [name, kind] of [...mediaOfShow(show), ...episodes.flatMap(mediaOfEpisode)]) {
    if (!names.has(name)) names.set(name, kind);
  }
  return names;
}

type Named = readonly (readonly [name: string, kind: 'audio' | 'image'])[];

function mediaOfShow(show: Show | undefined): Named {
  return namesOf({ images: [show?.artwork, show?.theme?.logo, ...imagesOf(show?.hosts ?? [])] });
}

function mediaOfEpisode({ entry: { content }, chaptersFile }: ReadEpisode): Named {
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
