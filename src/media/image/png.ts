import { placeholderMark } from '../../model/placeholder.ts';
import type { ByteSource } from '../byte-source.ts';
import { latin1, uint } from '../bytes.ts';
import { type Exif, readExif } from './exif.ts';
import type { ImageFacts } from './image-facts.ts';
import { xmpKinds } from './xmp.ts';

const mostChunks = 100_000;
const mostNotesBytes = 1024 * 1024;
const inchesPerMetre = 39.3701;

/** Colour types of the header: bit 0 palette, bit 1 colour, bit 2 alpha (PNG specification, 11.2.1). */
const colourSpaces = { 0: 'grey', 2: 'rgb', 3: 'palette', 4: 'grey', 6: 'rgb' } as const;

/** PNG: chunks of a length, a name, contents and a checksum, from IHDR to IEND. */
export async function probePng(source: ByteSource): Promise<ImageFacts | undefined> {
  const header = await source.read(16, 13);
  const [width, height, colourType] = [uint(header, 0, 4), uint(header, 4, 4), uint(header, 9, 1)];
  if (width === 0 || height === 0) return undefined;
  const notes = await readNotes(source);
  const turned = notes.exif?.isTurned === true;
  return {
    width: turned ? height : width,
    height: turned ? width : height,
    colourSpace: isColourType(colourType) ? colourSpaces[colourType] : 'unknown',
    hasAlpha: (colourType & 4) !== 0 || notes.isTransparent,
    bitsPerChannel: uint(header, 8, 1),
    density: notes.density ?? notes.exif?.density,
    isComplete: notes.isComplete,
    privateMetadata: [...new Set([...notes.kinds, ...(notes.exif?.privateMetadata ?? [])])].sort(),
    isPlaceholder: notes.isPlaceholder,
  };
}

function isColourType(value: number): value is keyof typeof colourSpaces {
  return value in colourSpaces;
}

interface Notes {
  isTransparent: boolean;
  isPlaceholder: boolean;
  isComplete: boolean;
  density: number | undefined;
  exif: Exif | undefined;
  kinds: string[];
}

async function readNotes(source: ByteSource): Promise<Notes> {
  const notes: Notes = {
    isTransparent: false,
    isPlaceholder: false,
    isComplete: false,
    density: undefined,
    exif: undefined,
    kinds: [],
  };
  let offset = 8;
  for (let i = 0; i < mostChunks && offset + 8 <= source.size; i++) {
    const header = await source.read(offset, 8);
    const [length, name] = [uint(header, 0, 4), latin1(header, 4, 4)];
    if (/^(?:pHYs|eXIf|tEXt|iTXt)$/.test(name)) {
      addNote(notes, name, await source.read(offset + 8, Math.min(length, mostNotesBytes)));
    }
    if (name === 'tRNS') notes.isTransparent = true;
    if (name === 'IEND' && offset + 12 <= source.size) notes.isComplete = true;
    offset += 12 + length;
  }
  return notes;
}

function addNote(notes: Notes, name: string, contents: Uint8Array): void {
  if (name === 'eXIf') notes.exif = readExif(contents);
  else if (name === 'pHYs') notes.density = uint(contents, 8, 1) === 1 ? perInch(uint(contents, 0, 4)) : undefined;
  else if (latin1(contents, 0, placeholderMark.length + 1) === `${placeholderMark}\0`) notes.isPlaceholder = true;
  else if (latin1(contents, 0, 7) === 'Author\0') notes.kinds.push('author');
  else notes.kinds.push(...xmpKinds(contents));
}

function perInch(perMetre: number): number {
  return Math.round(perMetre / inchesPerMetre);
}
