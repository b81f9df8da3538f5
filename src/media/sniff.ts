import type { AudioContainer, ImageFormat } from '../model/media.ts';
import { adtsFrame } from './adts.ts';
import type { ByteSource } from './byte-source.ts';
import { indexOf, latin1, uint } from './bytes.ts';
import { endOfAudio, leadingTags } from './id3.ts';
import { findFrame } from './mpeg-walk.ts';
import { describeText } from './sniff-text.ts';

/** What a file is by its content. `found` says what anything that is neither audio nor a picture is, in plain words. */
export type Sniffed =
  | { readonly kind: 'audio'; readonly container: AudioContainer }
  | { readonly kind: 'image'; readonly format: ImageFormat }
  | { readonly kind: 'other'; readonly found: string };

const headBytes = 4096;

/** Tells a file by its first bytes, never by its name. ID3 tags are looked past: they may precede any audio. */
export async function sniff(source: ByteSource): Promise<Sniffed> {
  const { end: start } = await leadingTags(source);
  const head = await source.read(start, headBytes);
  const container = audioContainer(head);
  if (container !== undefined) return { kind: 'audio', container };
  const format = imageFormat(head);
  if (format !== undefined) return { kind: 'image', format };
  const found = documentKind(head) ?? describeText(head, start + head.length < source.size);
  if (found !== undefined && start === 0) return { kind: 'other', found };
  if ((await findFrame(source, start, await endOfAudio(source, start))) !== undefined)
    return { kind: 'audio', container: 'mp3' };
  return { kind: 'other', found: start > 0 ? 'an ID3 tag without any sound' : 'data of an unknown kind' };
}

const names: Readonly<Record<AudioContainer | ImageFormat, string>> = {
  mp3: 'an MP3 audio file',
  m4a: 'an M4A audio file',
  mp4: 'an MP4 video',
  mov: 'a QuickTime video',
  wav: 'a WAV audio file',
  flac: 'a FLAC audio file',
  ogg: 'an Ogg audio file',
  aiff: 'an AIFF audio file',
  aac: 'an AAC audio file',
  webm: 'a WebM file',
  wma: 'a Windows Media file',
  jpeg: 'a JPEG picture',
  png: 'a PNG picture',
  webp: 'a WebP picture',
  gif: 'a GIF picture',
  svg: 'an SVG drawing',
  avif: 'an AVIF picture',
  heic: 'a HEIC picture',
  tiff: 'a TIFF picture',
  bmp: 'a BMP picture',
};

/** "an MP3 audio file", "a JPEG picture", "plain text". */
export function inWords(sniffed: Sniffed): string {
  if (sniffed.kind === 'other') return sniffed.found;
  return names[sniffed.kind === 'audio' ? sniffed.container : sniffed.format];
}

function audioContainer(head: Uint8Array): AudioContainer | undefined {
  const first = latin1(head, 0, 4);
  const form = latin1(head, 8, 4);
  if (first === 'RIFF' || first === 'RF64') return form === 'WAVE' ? 'wav' : undefined;
  if (first === 'FORM') return /^AIF[FC]$/.test(form) ? 'aiff' : undefined;
  if (first === 'fLaC') return 'flac';
  if (first === 'OggS') return 'ogg';
  if (uint(head, 0, 4) === 0x1a45dfa3) return 'webm';
  if (uint(head, 0, 4) === 0x3026b275) return 'wma';
  if (isMovie(head)) return 'm4a';
  const frame = adtsFrame(head, 0);
  return frame !== undefined && adtsFrame(head, frame.bytes) !== undefined ? 'aac' : undefined;
}

/** MP4 begins with `ftyp`; old QuickTime files with their index or their media at once. */
function isMovie(head: Uint8Array): boolean {
  const name = latin1(head, 4, 4);
  return name === 'ftyp' ? pictureBrand(head) === undefined : /^(?:moov|mdat|wide|skip|free)$/.test(name);
}

function pictureBrand(head: Uint8Array): ImageFormat | undefined {
  const brand = latin1(head, 8, 4);
  if (/^avi[fs]$/.test(brand)) return 'avif';
  if (/^(?:hei[cxms]|hev[cx])$/.test(brand)) return 'heic';
  if (!/^m[is]f1$/.test(brand)) return undefined;
  return latin1(head, 16, uint(head, 0, 4)).includes('avif') ? 'avif' : 'heic';
}

function imageFormat(head: Uint8Array): ImageFormat | undefined {
  const first = latin1(head, 0, 4);
  if (uint(head, 0, 3) === 0xffd8ff) return 'jpeg';
  if (first === '\x89PNG') return 'png';
  if (first === 'GIF8') return 'gif';
  if (first === 'RIFF' && latin1(head, 8, 4) === 'WEBP') return 'webp';
  if (first === 'II*\0' || first === 'MM\0*') return 'tiff';
  if (/^BM/.test(first) && uint(head, 6, 4) === 0) return 'bmp';
  if (latin1(head, 4, 4) === 'ftyp') return pictureBrand(head);
  return isSvg(head) ? 'svg' : undefined;
}

/** The root element, after whatever declarations and comments stand before it. */
function isSvg(head: Uint8Array): boolean {
  // White space (of whatever kind), a byte-order mark or < is the first byte; recordings need not be decoded to see that.
  if (!/^[\s<\xc2\xe1-\xe3\xef]/.test(latin1(head, 0, 1))) return false;
  return /^\s*(?:<\?[^>]*>\s*|<!--[\s\S]*?-->\s*|<!DOCTYPE svg[^[>]*(?:\[[\s\S]*?\]\s*)?>\s*)*<svg[\s>]/.test(
    new TextDecoder().decode(head),
  );
}

const documents: readonly (readonly [mark: string, found: string])[] = [
  ['%PDF', 'a PDF document'],
  ['{\\rtf', 'a Rich Text document'],
  ['\xd0\xcf\x11\xe0', 'an old Office document'],
  ['\x1f\x8b', 'a gzip archive'],
  ['7z\xbc\xaf', 'a 7z archive'],
  ['Rar!', 'a RAR archive'],
  ['MThd', 'a MIDI file (notes without sound)'],
  ['caff', 'a Core Audio file'],
  ['#!AMR', 'an AMR voice recording'],
  ['FLV\x01', 'a Flash video'],
  ['MZ', 'a Windows program'],
  ['\x7fELF', 'a program'],
  ['8BPS', 'a Photoshop document'],
  ['SQLite format 3', 'a database'],
];

function documentKind(head: Uint8Array): string | undefined {
  const first = latin1(head, 0, 16);
  if (first.startsWith('PK\x03\x04')) return zipKind(head);
  if (first.startsWith('RIFF') && latin1(head, 8, 4) === 'AVI ') return 'an AVI video';
  if (head.every((byte) => byte === 0)) return 'nothing but zeros: a copy that never arrived';
  return documents.find(([mark]) => first.startsWith(mark))?.[1];
}

/** Office documents are ZIP archives with folders of known names. */
function zipKind(head: Uint8Array): string {
  if (indexOf(head, 'word/') >= 0) return 'a Word document';
  if (indexOf(head, 'ppt/') >= 0) return 'a PowerPoint document';
  if (indexOf(head, 'xl/') >= 0) return 'an Excel document';
  return indexOf(head, '[Content_Types].xml') >= 0 ? 'an Office document' : 'a ZIP archive';
}
