import type { SourceEnclosure, SourceItem, SourceTranscript } from '../feeds/feed.ts';
import type { EpisodeContext } from './episode-context.ts';
import { nameInAddress } from './file-names.ts';
import { type Download, pictureAt, titleOf } from './planned-file.ts';

/** What to fetch for an episode, and the keys that stand for it, by what arrived. */
export interface EpisodeDownloads {
  readonly all: readonly Download[];
  fields(fetched: ReadonlySet<string>): {
    readonly audio: string | undefined;
    readonly enclosure: Readonly<Record<string, unknown>> | undefined;
    readonly artwork: string | undefined;
    readonly chapters: string | undefined;
  };
}

/** `stem` is the episode's file name without its ending. */
export function planDownloads(item: SourceItem, stem: string, context: EpisodeContext): EpisodeDownloads {
  const [enclosure] = item.enclosures;
  const audio = enclosure && planAudio(item, enclosure, stem, context);
  const artwork = planArtwork(item, context);
  const chapters: Download | undefined =
    item.chaptersUrl === undefined
      ? undefined
      : {
          kind: 'chapters',
          url: item.chaptersUrl,
          path: `episodes/${stem}.chapters.json`,
          length: undefined,
          episode: titleOf(item),
        };
  const wanted = [context.withAudio ? audio : undefined, artwork, chapters, ...planTranscripts(item, stem, context)];
  return {
    all: wanted.filter((download) => download !== undefined),
    fields: (fetched) => {
      const isHere = audio !== undefined && fetched.has(audio.path);
      return {
        audio: isHere ? audio.path : enclosure?.url,
        enclosure: isHere || enclosure === undefined ? undefined : stated(item, enclosure),
        artwork: artwork !== undefined && fetched.has(artwork.path) ? artwork.path : undefined,
        chapters:
          chapters !== undefined && fetched.has(chapters.path) ? chapters.path.slice('episodes/'.length) : undefined,
      };
    },
  };
}

/** The former host's own words, for audio that stays there. */
function stated({ duration }: SourceItem, { url, length, type }: SourceEnclosure): Readonly<Record<string, unknown>> {
  const kind = type ?? types[nameInAddress(url).extension] ?? 'audio/mpeg';
  return { ...(length !== undefined && { length }), type: kind, ...(duration !== undefined && { duration }) };
}

const types: Readonly<Record<string, string>> = {
  '.mp3': 'audio/mpeg',
  '.m4a': 'audio/x-m4a',
  '.mp4': 'video/mp4',
  '.m4v': 'video/x-m4v',
  '.mov': 'video/quicktime',
  '.ogg': 'audio/ogg',
  '.opus': 'audio/ogg',
  '.wav': 'audio/wav',
  '.flac': 'audio/flac',
  '.aac': 'audio/aac',
};

/** Names that hosts give to every file alike. */
const emptyNames = /^(?:default|audio|media|stream|file|download|index|enclosure|episode|original)?$/i;

function planAudio(
  item: SourceItem,
  { url, length, type = '' }: SourceEnclosure,
  stem: string,
  { names }: EpisodeContext,
): Download {
  const named = nameInAddress(url);
  const byType = Object.entries(types).find(([, known]) => known === type.toLowerCase())?.[0] ?? '.mp3';
  const extension = Object.hasOwn(types, named.extension) ? named.extension : byType;
  const wanted = emptyNames.test(named.stem) ? stem : named.stem;
  return { kind: 'audio', url, path: names.claim('media', wanted, extension), length, episode: titleOf(item) };
}

/** The show's own cover on an episode says nothing new. */
function planArtwork(item: SourceItem, { feed, names, pictures }: EpisodeContext): Download | undefined {
  if (item.image === undefined || item.image === feed.image) return undefined;
  const known = pictures.get(item.image) ?? pictureAt(item.image, names, titleOf(item));
  pictures.set(item.image, known);
  return known;
}

/** By what the type says, or the ending of the address. The order is that of preference. */
const transcriptEndings: readonly (readonly [form: RegExp, extension: string])[] = [
  [/vtt/i, 'vtt'],
  [/srt|subrip/i, 'srt'],
  [/json/i, 'json'],
  [/html/i, 'html'],
  [/plain|txt/i, 'txt'],
];

/** One file of each form, in the language of the show. */
function planTranscripts(item: SourceItem, stem: string, { feed, notices }: EpisodeContext): readonly Download[] {
  const byExtension = new Map<string, Download>();
  for (const transcript of item.transcripts) {
    const extension = extensionOf(transcript);
    const reason = isOtherLanguage(transcript, feed.language)
      ? 'in another language than the show'
      : extension === undefined
        ? `of the unknown kind "${transcript.type ?? ''}"`
        : byExtension.has(extension)
          ? 'one of several of the same kind'
          : undefined;
    if (reason !== undefined || extension === undefined) {
      notices.add('missing', `A transcript is ${reason}; it was not imported.`, titleOf(item));
      continue;
    }
    const path = `episodes/${stem}.transcript.${extension}`;
    byExtension.set(extension, {
      kind: 'transcript',
      url: transcript.url,
      path,
      length: undefined,
      episode: titleOf(item),
    });
  }
  return [...byExtension.values()];
}

function extensionOf({ type = '', url }: SourceTranscript): string | undefined {
  const { extension } = nameInAddress(url);
  return (
    transcriptEndings.find(([form]) => form.test(type))?.[1] ??
    transcriptEndings.find(([form]) => form.test(extension))?.[1]
  );
}

function isOtherLanguage({ language }: SourceTranscript, show: string | undefined): boolean {
  const primary = (tag: string) => tag.toLowerCase().split(/[-_]/)[0];
  return language !== undefined && show !== undefined && primary(language) !== primary(show);
}
