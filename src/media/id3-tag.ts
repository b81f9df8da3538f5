import type { Chapter } from '../model/chapter.ts';

/** What ppod writes into an MP3. Absent and empty values are left out. */
export interface Id3Values {
  readonly title?: string | undefined;
  readonly artist?: string | undefined;
  readonly album?: string | undefined;
  readonly year?: number | undefined;
  readonly track?: number | undefined;
  readonly comment?: string | undefined;
  /** Texts of our own, by name. */
  readonly own?: Readonly<Record<string, string>> | undefined;
  readonly picture?: { readonly mimeType: string; readonly bytes: Uint8Array } | undefined;
  /** Each needs an end. */
  readonly chapters?: readonly (Chapter & { readonly endSeconds: number })[] | undefined;
}

/**
 * An ID3v2.3 tag: the version that every player reads, Apple's and old car radios included. Chapters are CHAP frames
 * under one CTOC, as the "ID3v2 Chapter Frame Addendum" of 2005 sets them out.
 */
export function id3Tag(values: Id3Values): Uint8Array {
  const frames = Buffer.concat([
    ...textFrame('TIT2', values.title),
    ...textFrame('TPE1', values.artist),
    ...textFrame('TALB', values.album),
    ...textFrame('TYER', values.year === undefined ? undefined : String(values.year).padStart(4, '0')),
    ...textFrame('TRCK', values.track === undefined ? undefined : String(values.track)),
    ...textFrame('TCON', 'Podcast'),
    ...commentFrame(values.comment),
    ...Object.entries(values.own ?? {}).map(([name, text]) => frame('TXXX', [encoded(name, text)])),
    ...chapterFrames(values.chapters ?? []),
    ...pictureFrame(values.picture),
  ]);
  const header = Buffer.from([0x49, 0x44, 0x33, 3, 0, 0, ...synchsafe(frames.length)]);
  return Buffer.concat([header, frames]);
}

/** Most ids that one CTOC can list: their count is a byte. */
const mostChapters = 255;

function chapterFrames(chapters: readonly (Chapter & { readonly endSeconds: number })[]): readonly Buffer[] {
  if (chapters.length === 0 || chapters.length > mostChapters) return [];
  const ids = chapters.map((_, index) => Buffer.from(`chp${index}\0`, 'latin1'));
  // 3: top of the tree, and in order.
  const contents = frame('CTOC', [Buffer.from('toc\0', 'latin1'), Buffer.from([3, chapters.length]), ...ids]);
  const frames = chapters.map(({ startSeconds, endSeconds, title, url }, index) =>
    frame('CHAP', [
      ids[index] ?? Buffer.alloc(0),
      uint32(Math.round(startSeconds * 1000)),
      uint32(Math.round(endSeconds * 1000)),
      // The places in bytes are left open: times hold wherever the audio begins.
      uint32(0xffffffff),
      uint32(0xffffffff),
      ...textFrame('TIT2', title),
      ...(url === undefined ? [] : [frame('WXXX', [encoded('chapter'), Buffer.from(url, 'latin1')])]),
    ]),
  );
  return [contents, ...frames];
}

function textFrame(id: string, text: string | undefined): readonly Buffer[] {
  return text === undefined || text === '' ? [] : [frame(id, [encoded(text)])];
}

function commentFrame(text: string | undefined): readonly Buffer[] {
  if (text === undefined || text === '') return [];
  const [encoding = Buffer.alloc(0), ...rest] = split(encoded('', text));
  return [frame('COMM', [encoding, Buffer.from('eng', 'latin1'), ...rest])];
}

/** Encoding, MIME type, 3 for the front cover, an empty description, and the picture. */
function pictureFrame(picture: Id3Values['picture']): readonly Buffer[] {
  if (picture === undefined) return [];
  const head = Buffer.from(`\0${picture.mimeType}\0\x03\0`, 'latin1');
  return [frame('APIC', [head, Buffer.from(picture.bytes)])];
}

/** A frame: four letters, the length of the contents, two bytes of flags that are all off, the contents. */
function frame(id: string, contents: readonly Buffer[]): Buffer {
  const body = Buffer.concat(contents);
  return Buffer.concat([Buffer.from(id, 'latin1'), uint32(body.length), Buffer.from([0, 0]), body]);
}

/** Texts with the byte that says how they are encoded: Latin-1 where all fit, else UTF-16. All but the last are closed by zeros. */
function encoded(...texts: readonly string[]): Buffer {
  const isLatin = texts.every((text) => /^[\x20-\x7e\xa0-\xff]*$/.test(text));
  const parts = texts.map((text, index) => {
    const end = index < texts.length - 1 || texts.length === 1 ? '\0' : '';
    return isLatin
      ? Buffer.from(text + end, 'latin1')
      : Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text + end, 'utf16le')]);
  });
  return Buffer.concat([Buffer.from([isLatin ? 0 : 1]), ...parts]);
}

function split(bytes: Buffer): readonly Buffer[] {
  return [bytes.subarray(0, 1), bytes.subarray(1)];
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

/** Seven bits a byte, so that no part of a length looks like the start of an audio frame. */
function synchsafe(length: number): readonly number[] {
  return [21, 14, 7, 0].map((shift) => (length >>> shift) & 0x7f);
}
