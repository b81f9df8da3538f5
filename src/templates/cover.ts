import { crc32, deflateSync } from 'node:zlib';
import { placeholderMark } from '../model/placeholder.ts';

/** The side that Apple Podcasts prefers, in pixels. */
const side = 3000;
/** The picture is drawn on a grid of squares, 50 a side. */
const square = side / 50;

const ground = [0x2b, 0x3a, 0x5c] as const;
const ink = [0xf6, 0xd9, 0x8b] as const;

/** What brings the words, 40 squares wide, into the middle. */
const margin = ' '.repeat(5);

const words = `
       ###   ###  #   # ##### ####
      #   # #   # #   # #     #   #
      #     #   # #   # #     #   #
      #     #   # #   # ####  ####
      #     #   #  # #  #     # #
      #   # #   #  # #  #     #  #
       ###   ###    #   ##### #   #


##### ###         ###   ###  #   # #####
  #  #   #       #   # #   # ## ## #
  #  #   #       #     #   # # # # #
  #  #   #       #     #   # # # # ####
  #  #   #       #     #   # #   # #
  #  #   #       #   # #   # #   # #
  #   ###         ###   ###  #   # #####
`;

/**
 * A cover to begin with, as a PNG of 3000 × 3000 pixels in RGB without transparency. It says in large letters, and in
 * its metadata, that it is not the real one.
 */
export function placeholderCover(): Uint8Array {
  const drawing = words.split('\n');
  const top = Math.floor((50 - drawing.length) / 2);
  const rows = Array.from({ length: 50 }, (_, y) => row(drawing[y - top] ?? ''));
  const pixels = deflateSync(Buffer.concat(rows.flatMap((line) => Array<Buffer>(square).fill(line))), { level: 9 });
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    // Width, height, 8 bits a channel, colour type 2 (RGB), then three fields that are always 0.
    chunk('IHDR', Buffer.concat([uint32(side), uint32(side), Buffer.from([8, 2, 0, 0, 0])])),
    // 2835 pixels a metre: the 72 dots an inch that Apple Podcasts asks for.
    chunk('pHYs', Buffer.concat([uint32(2835), uint32(2835), Buffer.from([1])])),
    chunk('tEXt', Buffer.from(`${placeholderMark}\0Replace this picture with the cover of the show.`, 'latin1')),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** One line of pixels: a filter byte (0, none), then red, green and blue for each. */
function row(line: string): Buffer {
  const cells = `${margin}${line}`.padEnd(50);
  const colours = [...cells].flatMap((cell) => Array.from({ length: square }, () => (cell === '#' ? ink : ground)));
  return Buffer.from([0, ...colours.flat()]);
}

/** Length, name, contents, and a checksum over the last two (PNG specification, 5.3). */
function chunk(name: string, contents: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), contents]);
  return Buffer.concat([uint32(contents.length), body, uint32(crc32(body))]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
