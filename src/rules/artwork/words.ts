import type { ImageFormat } from '../../model/media.ts';

const formats: Readonly<Record<ImageFormat, string>> = {
  jpeg: 'a JPEG photo',
  png: 'a PNG picture',
  webp: 'a WebP picture',
  gif: 'a GIF picture',
  svg: 'an SVG drawing',
  avif: 'an AVIF picture',
  heic: 'a HEIC photo',
  tiff: 'a TIFF picture',
  bmp: 'a Windows bitmap',
};

export function formatInWords(format: ImageFormat): string {
  return formats[format];
}

/** Bytes as officers see them in a file manager: "640 kB", "1.3 MB". */
export function bytesInWords(bytes: number): string {
  const kilobytes = Math.round(bytes / 1000);
  return kilobytes < 1000 ? `${kilobytes} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
