import { statedAudio } from '../media/stated-audio.ts';
import { chaptersOf, notesBesideChapters } from '../model/chapters-of.ts';
import type { Episode } from '../model/episode.ts';
import { guidFromSlug, guidOfShow } from '../model/guids.ts';
import type { MediaFile } from '../model/media.ts';
import type { Person } from '../model/person.ts';
import {
  type AlternateEnclosure,
  type Enclosure,
  type EpisodeEntry,
  type EpisodeTexts,
  isMarkedDraft,
  isValid,
  type Podcast,
  type Project,
  type PublishedEpisode,
  type PublishedImage,
  stateOf,
  type ValidEntry,
} from '../model/project.ts';
import type { Show } from '../model/show.ts';
import { episodeFolder, isAddress, mediaAddress, urlOf, withSlash } from '../model/urls.ts';
import type { Memory } from '../ports.ts';
import type { ZonedInstant } from '../text/dates.ts';
import { excerpt } from '../text/excerpt.ts';
import { markdownToText } from '../text/markdown.ts';
import { remembered } from './remembered.ts';

export interface PublishOptions {
  /** In place of the show's `site`. */
  readonly baseUrl?: string | undefined;
  /** Gives what was made of the notes before, while nothing of the episode has changed. */
  readonly memory?: Memory | undefined;
}

type ValidEpisode = EpisodeEntry & ValidEntry<Episode>;

/**
 * Stage 3. Joins a checked project into the podcast that outputs render: what is out, newest first. Pure.
 * Throws when the project has findings that `check` calls errors.
 */
export function publish(project: Project, options: PublishOptions = {}): Podcast {
  const { show: entry } = project;
  if (!isValid(entry)) throw new Error('publish() needs a project that check() passed: show.md');
  const show = entry.content;
  const site = withSlash(options.baseUrl ?? show.site);
  const feedUrl = urlOf(site, show.feed);
  const guid = guidOfShow(show);
  const valid = project.episodes.map((episode) => {
    if (isValid(episode)) return episode;
    if (isMarkedDraft(episode)) return undefined;
    throw new Error(`publish() needs a project that check() passed: ${episode.file}`);
  });
  const context = { project, show, site, guid, memory: options.memory };
  const hosts = show.hosts.map(asHost);
  const known = valid.filter((episode) => episode !== undefined);
  const out = known.filter(({ content }) => isOut(content, project));
  const episodes = out.map((episode) => publishEpisode(episode, context)).sort(newestFirst);
  return {
    show,
    site,
    feedUrl,
    guid,
    description: entry.frontmatter.body.trim(),
    artwork: publishImage(project, site, show.artwork),
    hosts: hosts.map((host) => withPublicImage(host, context)),
    pictures: picturesOf(hosts, context),
    episodes,
    withdrawn: known
      .filter(({ content }) => stateOf(content, project.asOf) === 'withdrawn')
      .map(({ slug, content }) => ({ slug, title: content.title })),
    updated: episodes[0]?.date ?? { epochMilliseconds: 0, offsetMinutes: 0 },
  };
}

/** When the next scheduled episode is due, so that a timetable can be set. */
export function nextDue(project: Project): ZonedInstant | undefined {
  return project.episodes
    .flatMap(({ content }) =>
      content !== undefined && stateOf(content, project.asOf) === 'scheduled' ? [content.date] : [],
    )
    .sort((a, b) => a.epochMilliseconds - b.epochMilliseconds)[0];
}

function isOut(episode: Episode, { asOf, withDrafts }: Project): boolean {
  const state = stateOf(episode, asOf);
  return state === 'published' || (withDrafts && state === 'draft');
}

function newestFirst(a: PublishedEpisode, b: PublishedEpisode): number {
  return b.date.epochMilliseconds - a.date.epochMilliseconds || (a.slug < b.slug ? -1 : 1);
}

interface Context {
  readonly project: Project;
  readonly show: Show;
  readonly site: string;
  readonly guid: string;
  readonly memory: Memory | undefined;
}

function publishEpisode(entry: ValidEpisode, context: Context): PublishedEpisode {
  const { project, show, site } = context;
  const { content: episode, slug, file } = entry;
  const enclosure = publishEnclosure(episode, context);
  const people = everyone(episode, show.hosts);
  const chapters = chaptersOf(entry, enclosure.audio.chapters);
  const transcriptFile = entry.transcripts.find(({ transcript }) => transcript !== undefined);
  return {
    file,
    slug,
    guid: episode.guid ?? guidFromSlug(slug, context.guid),
    date: episode.date,
    frontmatter: episode,
    texts: new LazyTexts(entry, context.memory),
    advisory: episode.advisory === false ? undefined : (episode.advisory ?? show.advisory),
    explicit: episode.explicit ?? show.explicit,
    people: people.map((person) => withPublicImage(person, context)),
    enclosure,
    alternates: episode.alternate.map((alternate) => publishAlternate(alternate, context)),
    artwork: episode.artwork === undefined ? undefined : publishImage(project, site, episode.artwork),
    chapters: chapters.map((chapter) => withPublicImage(chapter, context)),
    pictures: picturesOf([...people, ...chapters], context),
    transcript: transcriptFile?.transcript,
    digest: entry.digest,
    pageUrl: episode.link ?? (show.pages ? urlOf(site, `${episodeFolder(slug)}/`) : site),
  };
}

class LazyTexts implements EpisodeTexts {
  readonly #entry: ValidEpisode;
  readonly #memory: Memory | undefined;
  #summary: string | undefined;

  constructor(entry: ValidEpisode, memory: Memory | undefined) {
    this.#entry = entry;
    this.#memory = memory;
  }

  get notes(): string {
    return notesBesideChapters(this.#entry);
  }

  get summary(): string {
    this.#summary ??= summaryOf(this.#entry, this.#memory);
    return this.#summary;
  }
}

function summaryOf(entry: ValidEpisode, memory: Memory | undefined): string {
  const { file, digest, content } = entry;
  const text =
    content.summary === undefined
      ? remembered(memory, `summary of ${file}`, digest, () => shortened(markdownToText(notesBesideChapters(entry))))
      : shortened(content.summary);
  return text || content.title;
}

function shortened(text: string): string {
  return excerpt(text, 240);
}

function asHost(person: Person): Person {
  return { ...person, role: person.role ?? 'Host' };
}

/** Item people replace the channel's in apps, so an episode that names no host repeats the show's. */
function everyone(episode: Episode, hosts: readonly Person[]): readonly Person[] {
  const named = [
    ...episode.people.map(asHost),
    ...episode.guests.map((person) => ({ ...person, role: person.role ?? 'Guest' })),
  ];
  const isHosted = named.some(({ role }) => /\bhost$/i.test(role ?? ''));
  const names = new Set(named.map(({ name }) => name));
  const absent = hosts.filter(({ name }) => !names.has(name)).map(asHost);
  return isHosted ? named : [...absent, ...named];
}

/** A person or chapter with the address of its picture in place of the file's name. */
function withPublicImage<T extends { readonly image?: string | undefined }>(item: T, context: Context): T {
  if (item.image === undefined || isAddress(item.image)) return item;
  return { ...item, image: publishImage(context.project, context.site, item.image).url };
}

/** The pictures among `items` that are files of the project, each once. */
function picturesOf(
  items: readonly { readonly image?: string | undefined }[],
  context: Context,
): readonly PublishedImage[] {
  const names = items.flatMap(({ image }) => (image === undefined || isAddress(image) ? [] : [image]));
  return [...new Set(names)].map((name) => publishImage(context.project, context.site, name));
}

/** Audio that stayed on another server keeps its address, and what its former host said of it. */
function publishEnclosure({ audio, enclosure: stated }: Episode, context: Context): Enclosure {
  if (stated === undefined || !isAddress(audio)) return publishAudio(audio, context);
  const { length = 0, type, duration = 0 } = stated;
  return { source: audio, path: audio, url: audio, bytes: length, mimeType: type, audio: statedAudio(type, duration) };
}

function publishAudio(name: string, { project, show, site }: Context): Enclosure {
  const file = mediaNamed(project, name);
  if (file.kind !== 'audio') throw new Error(`publish() needs a project that check() passed: ${name}`);
  const path = file.path.normalize('NFC');
  const base = show.mediaBase;
  const address = isAddress(path) ? path : base === undefined ? urlOf(site, path) : mediaAddress(base, path);
  const prefix = show.audioPrefix === undefined ? '' : withSlash(show.audioPrefix);
  const url = prefix === '' || address.startsWith(prefix) ? address : prefix + address.replace(/^https:\/\//, '');
  return { source: file.path, path, url, bytes: file.bytes, mimeType: file.audio.mimeType, audio: file.audio };
}

function publishAlternate(alternate: Episode['alternate'][number], context: Context): AlternateEnclosure {
  const { source, path, url, bytes, mimeType, audio } = publishAudio(alternate.file, context);
  return {
    source,
    path,
    url,
    bytes,
    mimeType: alternate.type ?? mimeType,
    title: alternate.title,
    bitrate: alternate.bitrate ?? audio.bitrate,
    language: alternate.language,
  };
}

/** Directories cache a picture by its address, so a changed picture gets a changed name. */
function publishImage(project: Project, site: string, name: string): PublishedImage {
  const file = mediaNamed(project, name);
  if (file.kind !== 'image') throw new Error(`publish() needs a project that check() passed: ${name}`);
  const { format, width, height, mimeType } = file.image;
  const stem = file.path.normalize('NFC').replace(/\.[^./]*$/, '');
  const path = `${stem}-${file.hash.slice(0, 8)}.${format === 'jpeg' ? 'jpg' : format}`;
  return { source: file.path, path, url: urlOf(site, path), bytes: file.bytes, mimeType, width, height };
}

function mediaNamed(project: Project, name: string): MediaFile {
  const file = project.media.get(name);
  if (file === undefined) throw new Error(`publish() needs a project that load() made: ${name}`);
  return file;
}
