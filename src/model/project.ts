import type { ZonedInstant } from '../text/dates.ts';
import type { Frontmatter } from '../text/frontmatter.ts';
import type { Chapter } from './chapter.ts';
import type { Episode } from './episode.ts';
import type { Illustrations } from './illustrations.ts';
import type { AudioInfo, Loudness, MediaFile } from './media.ts';
import type { Person } from './person.ts';
import type { Show } from './show.ts';
import type { Transcript, TranscriptProblem } from './transcript.ts';

/** One source file after parsing: its text and its places (read when asked for) and, when valid, its typed content. */
export interface Entry<T> {
  /** Relative to the project root, with `/`. */
  readonly file: string;
  readonly frontmatter: Frontmatter;
  /**
   * What the frontmatter says, or `undefined` when it is too broken to be read at all. Where single keys could not be
   * used they are in `substituted`, and hold an example's value here, so that the rest can still be judged.
   */
  readonly content: T | undefined;
  /** Whether the frontmatter is whole and fits its schema. If not, there are findings that stop a build. */
  readonly isSound: boolean;
  /** The top-level keys whose value was left out or put in by ppod. */
  readonly substituted: readonly string[];
  /** False when there is no such file: its text is empty then. */
  readonly exists: boolean;
  /** False when the file was in no encoding that announces itself, and one was assumed. */
  readonly isCertainlyDecoded: boolean;
}

export interface ValidEntry<T> extends Entry<T> {
  readonly content: T;
}

export function isValid<T>(entry: Entry<T>): entry is ValidEntry<T> {
  return entry.content !== undefined;
}

/** A sidecar or named transcript file, read. */
export interface TranscriptFile {
  readonly path: string;
  readonly exists: boolean;
  /** Absent when the file could not be read as a transcript at all. */
  readonly transcript: Transcript | undefined;
  readonly text: string;
  readonly problems: readonly TranscriptProblem[];
  /** Of all that the transcript was made of; empty where there is none. */
  readonly digest: string;
}

/** A chapters file named by an episode, read. */
export interface ChaptersFile {
  readonly path: string;
  readonly exists: boolean;
  readonly text: string;
  readonly chapters: readonly Chapter[] | undefined;
  /** Of its bytes; empty where there is none. */
  readonly digest: string;
}

export interface EpisodeEntry extends Entry<Episode> {
  readonly slug: string;
  /** The transcripts of the episode, the richest first. */
  readonly transcripts: readonly TranscriptFile[];
  readonly chaptersFile: ChaptersFile | undefined;
  /** The list of chapters in the notes, where the frontmatter has none. */
  readonly notedChapters: readonly Chapter[] | undefined;
  /** Of all that a rule on this one episode may look at: its files, show.md, what its media hold. */
  readonly digest: string;
}

/** The show's list of names and terms that must never be published, as it was found. */
export type NeverPublish =
  | { readonly kind: 'none' }
  /** There should be a list, and there is none; `isFromSetting` when PPOD_NEVER_PUBLISH named it, not show.md. */
  | { readonly kind: 'missing' | 'empty'; readonly isFromSetting: boolean }
  | { readonly kind: 'list'; readonly entries: readonly string[] };

/** Everything ppod knows after reading, before judging or rendering anything. */
export interface Project {
  readonly show: Entry<Show>;
  /** Of all that a rule on the show alone may look at: show.md, and what its media hold. */
  readonly showDigest: string;
  readonly episodes: readonly EpisodeEntry[];
  /** Every media file that the show or an episode names, by the name it was given. */
  readonly media: ReadonlyMap<string, MediaFile>;
  /** Every file under media/, named or not: for "did you mean". */
  readonly mediaPaths: readonly string[];
  /** Files under episodes/ that belong to no episode. */
  readonly strayFiles: readonly string[];
  /** What show.md asks for and this installation of ppod cannot make. */
  readonly impossible: ReadonlySet<'search' | 'socialCards'>;
  /** How loud the audio of each file in media/ is, by project path; empty when nobody listened. */
  readonly loudness: ReadonlyMap<string, Loudness>;
  /** The names and terms that must never be published. Nothing of it may reach an output. */
  readonly neverPublish: NeverPublish;
  /** The instant taken as now: `--as-of`, or the clock at the start. Milliseconds since 1970. */
  readonly asOf: number;
  /** True for a preview: drafts are published too. */
  readonly withDrafts: boolean;
}

/** Whether a file is marked as a draft, even when the rest of its frontmatter cannot be used yet. */
export function isMarkedDraft({ content, frontmatter }: EpisodeEntry): boolean {
  if (content !== undefined) return content.draft;
  const { data } = frontmatter;
  return typeof data === 'object' && data !== null && 'draft' in data && data.draft === true;
}

/** Where an episode stands between the desk and the public. */
export type EpisodeState = 'draft' | 'withdrawn' | 'scheduled' | 'published';

export function stateOf(episode: Episode, asOf: number): EpisodeState {
  if (episode.withdrawn !== undefined && episode.withdrawn !== false) return 'withdrawn';
  if (episode.draft) return 'draft';
  return episode.date.epochMilliseconds > asOf ? 'scheduled' : 'published';
}

/** A file that goes into dist/ under a path of its own. */
export interface PublishedFile {
  /** Where it is now, relative to the project root. */
  readonly source: string;
  /** Where it goes, relative to dist/. Not percent-encoded. */
  readonly path: string;
  /** The absolute address, percent-encoded ASCII. */
  readonly url: string;
  readonly bytes: number;
  readonly mimeType: string;
}

export interface PublishedImage extends PublishedFile {
  readonly width: number;
  readonly height: number;
}

export interface Enclosure extends PublishedFile {
  readonly audio: AudioInfo;
}

/** Another encoding of an episode's audio. */
export interface AlternateEnclosure extends PublishedFile {
  readonly title: string | undefined;
  /** Bits per second. */
  readonly bitrate: number | undefined;
  readonly language: string | undefined;
}

/** What is written about an episode. Read when somebody asks: of one that has not changed, often nobody does. */
export interface EpisodeTexts {
  /** Show notes in Markdown as written: without the show's footer and the advisory. May be empty. */
  readonly notes: string;
  /** One or two sentences of plain text: the summary, or the beginning of the notes; at worst the title. */
  readonly summary: string;
}

/** An episode that is out, with everything that outputs need joined to it. */
export interface PublishedEpisode {
  /** The source file, for messages. */
  readonly file: string;
  readonly slug: string;
  readonly guid: string;
  readonly date: ZonedInstant;
  /** `frontmatter` as written; use the joined fields beside it where there is one. */
  readonly frontmatter: Episode;
  readonly texts: EpisodeTexts;
  readonly advisory: string | undefined;
  readonly explicit: boolean;
  /**
   * Everyone who takes part: the episode's people and guests and, where it names no host, the show's hosts. Roles filled in.
   * Images of people and chapters are absolute addresses here; those that are files of the project are in `pictures`.
   */
  readonly people: readonly Person[];
  readonly enclosure: Enclosure;
  readonly alternates: readonly AlternateEnclosure[];
  readonly artwork: PublishedImage | undefined;
  readonly chapters: readonly Chapter[];
  readonly pictures: readonly PublishedImage[];
  readonly transcript: Transcript | undefined;
  /** Of all that is of the episode alone here: what is of the show beside it stands in the podcast. */
  readonly digest: string;
  /** The address of the episode's page, percent-encoded, ending in `/`; or the frontmatter's `link`; without pages, the site's own. */
  readonly pageUrl: string;
}

/** The publishable part of a project: what outputs render. */
export interface Podcast {
  readonly show: Show;
  /** The base of every address: absolute, https, ends in `/`. */
  readonly site: string;
  readonly feedUrl: string;
  /** The show's podcast:guid, given or made from the feed's address. */
  readonly guid: string;
  /** The body of show.md, in Markdown. */
  readonly description: string;
  readonly artwork: PublishedImage;
  /** The show's hosts, roles filled in, images as absolute addresses. */
  readonly hosts: readonly Person[];
  /** The hosts' images that are files of the project. */
  readonly pictures: readonly PublishedImage[];
  /** Newest first. */
  readonly episodes: readonly PublishedEpisode[];
  /** Slugs and dates of withdrawn episodes: each keeps a short notice page. */
  readonly withdrawn: readonly { readonly slug: string; readonly title: string }[];
  /** The newest date in the content: never the clock. */
  readonly updated: ZonedInstant;
  /** Absent where nothing was drawn. */
  readonly illustrations?: Illustrations;
}
