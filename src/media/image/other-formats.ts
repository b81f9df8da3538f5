import type { ByteSource } from '../byte-source.ts';
import { indexOf, latin1, uint, uintLE } from '../bytes.ts';
import { type ImageFacts, plainImage } from './image-facts.ts';

/**
 * Pictures that no podcast directory takes as artwork, but that pages may show: their size is read where the header
 * tells it at once, and is 0 where not.
 */

export async function probeGif(source: ByteSource): Promise<ImageFacts> {
  const head = await source.read(0, 13);
  const [width, height] = [uintLE(head, 6, 2), uintLE(head, 8, 2)];
  const end = await source.read(source.size - 1, 1);
  return { ...plainImage, width, height, colourSpace: 'palette', bitsPerChannel: 8, isComplete: end[0] === 0x3b };
}

/** WebP: a simple lossy (VP8), lossless (VP8L) or extended (VP8X) header (RFC 9649). */
export async function probeWebp(source: ByteSource): Promise<ImageFacts> {
  const head = await source.read(0, 64);
  const common = {
    ...plainImage,
    colourSpace: 'rgb',
    bitsPerChannel: 8,
    isComplete: uintLE(head, 4, 4) + 8 <= source.size,
  } as const;
  const kind = latin1(head, 12, 4);
  if (kind === 'VP8X') {
    const flags = uint(head, 20, 1);
    const [width, height] = [uintLE(head, 24, 3) + 1, uintLE(head, 27, 3) + 1];
    return { ...common, width, height, hasAlpha: (flags & 0x10) !== 0 };
  }
  if (kind === 'VP8L') {
    const bits = uintLE(head, 21, 4);
    const [width, height] = [(bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1];
    return { ...common, width, height, hasAlpha: ((bits >>> 28) & 1) === 1 };
  }
  return { ...common, width: uintLE(head, 26, 2) & 0x3fff, height: uintLE(head, 28, 2) & 0x3fff };
}

export async function probeBmp(source: ByteSource): Promise<ImageFacts> {
  const head = await source.read(0, 30);
  // The height is negative where the rows run from the top.
  const height = Math.abs(uintLE(head, 22, 4) | 0);
  const isComplete = uintLE(head, 2, 4) <= source.size;
  return { ...plainImage, width: uintLE(head, 18, 4), height, colourSpace: 'rgb', bitsPerChannel: 8, isComplete };
}

/** The size that an SVG asks for: its width and height in pixels, else its view box. */
export async function probeSvg(source: ByteSource): Promise<ImageFacts> {
  const text = new TextDecoder().decode(await source.read(0, 64 * 1024));
  const [root = ''] = /<svg[\s>][^>]*/.exec(text) ?? [];
  const [, , boxWidth, boxHeight] = attribute(root, 'viewBox').split(/[\s,]+/);
  const tail = new TextDecoder().decode(await source.read(Math.max(0, source.size - 256), 256));
  return {
    ...plainImage,
    width: pixels(attribute(root, 'width')) ?? pixels(boxWidth) ?? 0,
    height: pixels(attribute(root, 'height')) ?? pixels(boxHeight) ?? 0,
    colourSpace: 'rgb',
    hasAlpha: true,
    isComplete: /<\/svg>|<svg[^>]*\/>/.test(tail),
  };
}

function attribute(tag: string, name: string): string {
  return new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)`).exec(tag)?.[1]?.trim() ?? '';
}

function pixels(length = ''): number | undefined {
  const [, number] = /^(\d+(?:\.\d+)?)(?:px)?$/.exec(length) ?? [];
  return number === undefined ? undefined : Math.round(Number(number));
}

/** TIFF: width and height are the fields 256 and 257 of its first directory. */
export async function probeTiff(source: ByteSource): Promise<ImageFacts> {
  const head = await source.read(0, 8);
  const number = latin1(head, 0, 2) === 'II' ? uintLE : uint;
  const directory = await source.read(number(head, 4, 4), 2 + 12 * 100);
  const field = (tag: number) => {
    for (let at = 2; at + 12 <= directory.length && at < 2 + 12 * number(directory, 0, 2); at += 12) {
      const isShort = number(directory, at + 2, 2) === 3;
      if (number(directory, at, 2) === tag) return number(directory, at + 8, isShort ? 2 : 4);
    }
    return 0;
  };
  return { ...plainImage, width: field(256), height: field(257), isComplete: directory.length > 0 };
}

/** AVIF and HEIC: the largest `ispe` property is the whole picture, the others its tiles or thumbnails. */
export async function probeHeif(source: ByteSource): Promise<ImageFacts> {
  const head = await source.read(0, 64 * 1024);
  let [width, height] = [0, 0];
  for (let at = indexOf(head, 'ispe'); at >= 0; at = indexOf(head, 'ispe', at + 4)) {
    const size = [uint(head, at + 8, 4), uint(head, at + 12, 4)] as const;
    if (size[0] * size[1] > width * height) [width, height] = size;
  }
  const hasAlpha = indexOf(head, 'auxid:1') >= 0 || indexOf(head, 'auxiliary:alpha') >= 0;
  return { ...plainImage, width, height, colourSpace: 'rgb', hasAlpha };
}
