import { latin1, uint, uintLE } from '../bytes.ts';

/** What matters of a camera's notes in a picture. */
export interface Exif {
  /** Whether the picture is shown turned by a quarter, so that width and height change places. */
  readonly isTurned: boolean;
  readonly density: number | undefined;
  /** Kinds of private data: "GPS position", "camera", "author", "date". */
  readonly privateMetadata: readonly string[];
}

const mostEntries = 1000;
const centimetresPerInch = 2.54;

/** Reads the first directory of a TIFF structure, which is how EXIF is written (CIPA DC-008). */
export function readExif(tiff: Uint8Array): Exif {
  const number = latin1(tiff, 0, 2) === 'II' ? uintLE : uint;
  const directory = number(tiff, 4, 4);
  const count = Math.min(number(tiff, directory, 2), mostEntries);
  const values = new Map<number, number>();
  for (let i = 0; i < count; i++) {
    const at = directory + 2 + i * 12;
    const isShort = number(tiff, at + 2, 2) === 3;
    values.set(number(tiff, at, 2), number(tiff, at + 8, isShort ? 2 : 4));
  }
  const has = (...tags: number[]) => tags.some((tag) => values.has(tag));
  const resolution = values.get(0x011a) ?? 0;
  const perUnit = number(tiff, resolution, 4) / number(tiff, resolution + 4, 4);
  const perInch = values.get(0x0128) === 3 ? perUnit * centimetresPerInch : perUnit;
  const kinds = [
    has(0x8825) ? 'GPS position' : '',
    has(0x010f, 0x0110) ? 'camera' : '',
    has(0x013b, 0x8298, 0x9c9d) ? 'author' : '',
  ];
  return {
    isTurned: (values.get(0x0112) ?? 1) >= 5 && (values.get(0x0112) ?? 1) <= 8,
    density: has(0x011a) && perInch > 0 && Number.isFinite(perInch) ? Math.round(perInch) : undefined,
    privateMetadata: kinds.filter((kind) => kind !== ''),
  };
}
