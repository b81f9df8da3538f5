import type { IAudioMetadata, ICommonTagsResult, ITag } from 'music-metadata';
import type { Chapter } from '../model/chapter.ts';
import type { AudioTags, EmbeddedPicture } from '../model/media.ts';
import type { ByteSource } from './byte-source.ts';
import { SourceBlob } from './source-blob.ts';

/** What music-metadata found, in our own terms. */
export interface ReadTags {
  readonly tags: AudioTags;
  readonly chapters: readonly Chapter[];
  readonly picture: EmbeddedPicture | undefined;
  readonly format: IAudioMetadata['format'];
}

const mostTextLength = 10_000;

/**
 * Reads a file's tags, chapters and picture with music-metadata, which loads only now. It never walks the audio.
 * `undefined` when the tags cannot be made out.
 */
export async function readTags(source: Uint8Array | ByteSource, mimeType: string): Promise<ReadTags | undefined> {
  const { parseBlob, parseBuffer } = await import('music-metadata');
  const parsing =
    source instanceof Uint8Array ? parseBuffer(source, mimeType) : parseBlob(new SourceBlob(source, mimeType));
  const found = await parsing.catch(() => undefined);
  if (found === undefined) return undefined;
  const { common, format, native } = found;
  const [picture] = common.picture ?? [];
  const all = Object.values(native).flat().flatMap(tagTexts);
  return {
    tags: {
      title: common.title,
      artist: common.artist,
      album: common.album,
      comment: common.comment?.[0]?.text,
      date: dateIn(common, all),
      track: common.track.no ?? undefined,
      all,
    },
    chapters: (format.chapters ?? []).map(({ start, end, timeScale = 1, title, url }) => ({
      startSeconds: start / timeScale,
      endSeconds: end === undefined ? undefined : end / timeScale,
      title: title ?? '',
      url: url?.url,
    })),
    picture: picture && { mimeType: picture.format, bytes: picture.data.length },
    format,
  };
}

/** ID3v2.3 keeps the day apart from the year: TDAT is `0103` for the first of March. */
function dateIn({ date, year }: ICommonTagsResult, all: AudioTags['all']): string | undefined {
  if (date !== undefined || year === undefined) return date;
  const [, day, month] = /^(\d\d)(\d\d)$/.exec(all.find(({ id }) => id === 'TDAT')?.text ?? '') ?? [];
  return month === undefined ? String(year) : `${year}-${month}-${day}`;
}

/**
 * Every text inside a tag, which may be a text, a list, or a record such as a comment with its language. Chapters are
 * left out, being read as chapters, and of a picture only what its maker wrote about it is kept.
 */
function tagTexts({ id, value }: ITag): { id: string; text: string }[] {
  if (id === 'CHAP' || id === 'CTOC') return [];
  return textsIn(value, 0).map((text) => ({ id, text: text.slice(0, mostTextLength) }));
}

function textsIn(value: unknown, depth: number): string[] {
  if (typeof value === 'string') return value === '' ? [] : [value];
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value) || depth > 3) return [];
  const isPicture = 'data' in value && 'format' in value;
  const parts = isPicture ? ['description' in value ? value.description : undefined] : Object.values(value);
  return parts.flatMap((part) => textsIn(part, depth + 1));
}
