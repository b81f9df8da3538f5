import type { ByteSource } from '../byte-source.ts';
import { indexOf, latin1, uint } from '../bytes.ts';
import { type Exif, readExif } from './exif.ts';
import type { ImageFacts } from './image-facts.ts';
import { xmpKinds } from './xmp.ts';

interface Frame {
  readonly width: number;
  readonly height: number;
  readonly bits: number;
  readonly components: number;
}

const colourSpaces: Readonly<Record<number, ImageFacts['colourSpace']>> = { 1: 'grey', 3: 'rgb', 4: 'cmyk' };
const startOfScan = 0xda;
const endOfImage = 0xd9;
/** The field that names the author in the notes of picture agencies (IPTC-IIM 2:80). */
const iptcByline = '\x1c\x02\x50';
const mostSegments = 10_000;
const centimetresPerInch = 2.54;
const tailBytes = 4096;

/** JPEG: a row of segments, each a marker and a length, up to the one (SOS) where the pixels begin (ITU-T T.81, B). */
export async function probeJpeg(source: ByteSource): Promise<ImageFacts | undefined> {
  const notes: Notes = { kinds: new Set() };
  let offset = 2;
  for (let i = 0; i < mostSegments; i++) {
    const header = await source.read(offset, 4);
    const [marker, length] = [uint(header, 1, 1), Math.max(2, uint(header, 2, 2))];
    if (uint(header, 0, 1) !== 0xff || marker === startOfScan || marker === endOfImage) break;
    const isFill = marker === 0xff;
    if (!isFill) addSegment(notes, marker, await source.read(offset + 4, length - 2));
    offset += isFill ? 1 : 2 + length;
  }
  const { frame, exif } = notes;
  if (frame === undefined || frame.width === 0 || frame.height === 0) return undefined;
  return {
    ...shownSize(frame, exif),
    colourSpace: colourSpaces[frame.components] ?? 'unknown',
    hasAlpha: false,
    bitsPerChannel: frame.bits,
    density: notes.density ?? exif?.density,
    isComplete: await hasEnd(source, offset),
    privateMetadata: [...notes.kinds].sort(),
  };
}

function shownSize({ width, height }: Frame, exif: Exif | undefined): { width: number; height: number } {
  return exif?.isTurned ? { width: height, height: width } : { width, height };
}

interface Notes {
  frame?: Frame;
  exif?: Exif;
  density?: number | undefined;
  readonly kinds: Set<string>;
}

function addSegment(notes: Notes, marker: number, segment: Uint8Array): void {
  if (isFrame(marker)) notes.frame ??= frameOf(segment);
  if (marker === 0xe0) notes.density ??= jfifDensity(segment);
  if (marker === 0xe1) {
    if (latin1(segment, 0, 6) === 'Exif\0\0') notes.exif ??= readExif(segment.subarray(6));
    for (const kind of [...(notes.exif?.privateMetadata ?? []), ...xmpKinds(segment)]) notes.kinds.add(kind);
  }
  if (marker === 0xed && indexOf(segment, iptcByline) >= 0) notes.kinds.add('author');
}

/** SOF0 to SOF15, but for the three markers among them that mean something else. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

function frameOf(segment: Uint8Array): Frame {
  return {
    bits: uint(segment, 0, 1),
    height: uint(segment, 1, 2),
    width: uint(segment, 3, 2),
    components: uint(segment, 5, 1),
  };
}

function jfifDensity(segment: Uint8Array): number | undefined {
  if (latin1(segment, 0, 5) !== 'JFIF\0') return undefined;
  const [unit, across] = [uint(segment, 7, 1), uint(segment, 8, 2)];
  return unit === 1 ? across : unit === 2 ? Math.round(across * centimetresPerInch) : undefined;
}

/** The end marker (EOI); phones put a second picture or notes after it, so it is looked for in the last 4 kB. */
async function hasEnd(source: ByteSource, pixels: number): Promise<boolean> {
  const from = Math.max(pixels, source.size - tailBytes);
  return indexOf(await source.read(from, source.size - from), '\xff\xd9') >= 0;
}
