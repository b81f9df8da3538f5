import { createHash } from 'node:crypto';
import type { ImageFormat, ImageInfo, MediaFailure } from '../../model/media.ts';
import { type ByteSource, buffered } from '../byte-source.ts';
import { inWords, sniff } from '../sniff.ts';
import type { ImageFacts } from './image-facts.ts';
import { probeJpeg } from './jpeg.ts';
import { probeBmp, probeGif, probeHeif, probeSvg, probeTiff, probeWebp } from './other-formats.ts';
import { probePng } from './png.ts';

const formats: Readonly<
  Record<ImageFormat, { mimeType: string; probe: (source: ByteSource) => Promise<ImageFacts | undefined> }>
> = {
  jpeg: { mimeType: 'image/jpeg', probe: probeJpeg },
  png: { mimeType: 'image/png', probe: probePng },
  webp: { mimeType: 'image/webp', probe: probeWebp },
  gif: { mimeType: 'image/gif', probe: probeGif },
  svg: { mimeType: 'image/svg+xml', probe: probeSvg },
  avif: { mimeType: 'image/avif', probe: probeHeif },
  heic: { mimeType: 'image/heic', probe: probeHeif },
  tiff: { mimeType: 'image/tiff', probe: probeTiff },
  bmp: { mimeType: 'image/bmp', probe: probeBmp },
};

export type ImageProbe = { readonly image: ImageInfo; readonly hash: string } | { readonly failure: MediaFailure };

/** Measures a picture by its bytes, without decoding it. Throws only what `file` throws. */
export async function probeImage(file: ByteSource): Promise<ImageProbe> {
  if (file.size === 0) return { failure: { kind: 'empty' } };
  const source = buffered(file);
  const sniffed = await sniff(source);
  if (sniffed.kind !== 'image') return { failure: { kind: 'wrong-kind', found: inWords(sniffed) } };
  const { mimeType, probe } = formats[sniffed.format];
  const facts = await probe(source);
  if (facts === undefined)
    return { failure: { kind: 'unreadable', detail: 'the part that gives its size is missing' } };
  return { image: { format: sniffed.format, mimeType, ...facts }, hash: await shortHash(file) };
}

const chunkBytes = 1024 * 1024;

/** The first 16 hexadecimal digits of the SHA-256 of the file's bytes, which are read in pieces. */
async function shortHash(file: ByteSource): Promise<string> {
  const hash = createHash('sha256');
  for (let offset = 0; offset < file.size; offset += chunkBytes) hash.update(await file.read(offset, chunkBytes));
  return hash.digest('hex').slice(0, 16);
}
