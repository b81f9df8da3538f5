import { indexOf } from '../bytes.ts';

const marks: readonly (readonly [mark: string, kind: string])[] = [
  ['exif:GPSL', 'GPS position'],
  ['tiff:Model', 'camera'],
  ['<dc:creator', 'author'],
  ['photoshop:AuthorsPosition', 'author'],
];

/** Kinds of private data in an XMP packet (Adobe's XML notes), told by the names of its fields. */
export function xmpKinds(packet: Uint8Array): string[] {
  return marks.filter(([mark]) => indexOf(packet, mark) >= 0).map(([, kind]) => kind);
}
