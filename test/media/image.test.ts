import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { memorySource } from '../../src/media/byte-source.ts';
import { probeImage } from '../../src/media/image/image.ts';
import type { ImageInfo } from '../../src/model/media.ts';

const bytesOf = (name: string) => new Uint8Array(readFileSync(join(import.meta.dirname, 'fixtures', name)));

async function probed(bytes: Uint8Array): Promise<ImageInfo> {
  const result = await probeImage(memorySource(bytes));
  if ('failure' in result) throw new Error(JSON.stringify(result.failure));
  return result.image;
}

test.each([
  ['plain-72dpi.jpg', { format: 'jpeg', colourSpace: 'rgb', hasAlpha: false, bitsPerChannel: 8, density: 72 }],
  ['cmyk.jpg', { format: 'jpeg', colourSpace: 'cmyk' }],
  ['grey.jpg', { format: 'jpeg', colourSpace: 'grey' }],
  ['plain-72dpi.png', { format: 'png', colourSpace: 'rgb', hasAlpha: false, bitsPerChannel: 8, density: 72 }],
  ['alpha.png', { format: 'png', hasAlpha: true }],
  ['palette.png', { format: 'png', colourSpace: 'palette' }],
  ['sixteen-bit.png', { format: 'png', bitsPerChannel: 16 }],
  ['lossy.webp', { format: 'webp', mimeType: 'image/webp', hasAlpha: false }],
  ['lossless-alpha.webp', { format: 'webp', hasAlpha: true }],
  ['plain.avif', { format: 'avif', mimeType: 'image/avif' }],
  ['plain.gif', { format: 'gif', colourSpace: 'palette' }],
  ['plain.tiff', { format: 'tiff' }],
])('%s is 40 × 30 pixels and what it was made as', async (name, facts) => {
  const shared = { width: 40, height: 30, isComplete: true, privateMetadata: [] };
  expect(await probed(bytesOf(name))).toMatchObject({ ...shared, ...facts });
});

test('a photograph is as wide as it is shown, and its private notes are named', async () => {
  const photograph = await probed(bytesOf('turned-private.jpg'));
  expect(photograph).toMatchObject({ width: 30, height: 40 });
  expect(photograph.privateMetadata).toEqual(['GPS position', 'author', 'camera']);
});

test.each(['plain-72dpi.jpg', 'plain-72dpi.png', 'plain.gif', 'lossy.webp'])(
  '%s without its end is not complete',
  async (name) => {
    const bytes = bytesOf(name);
    expect((await probed(bytes.subarray(0, bytes.length - 3))).isComplete).toBe(false);
  },
);

describe('SVG', () => {
  const svg = (text: string) => probed(new TextEncoder().encode(text));

  test('takes its size from width and height, else from the view box', async () => {
    expect(await svg('<svg xmlns="x" width="30px" height="20"></svg>')).toMatchObject({ width: 30, height: 20 });
    expect(await svg('<svg viewBox="0 0 12 8"><path/></svg>')).toMatchObject({ width: 12, height: 8 });
  });

  test('may begin with declarations and comments', async () => {
    const found = await svg('<?xml version="1.0"?>\n<!-- <html> -->\n<svg viewBox="0 0 1 1"/>');
    expect(found).toMatchObject({ format: 'svg', mimeType: 'image/svg+xml', isComplete: true });
  });
});
