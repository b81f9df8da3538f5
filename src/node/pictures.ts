import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { MadePicture } from '../model/illustrations.ts';
import type { PictureSize, Pictures, SocialCard } from '../ports.ts';
import { once } from '../text/once.ts';
import { cacheFolder, diskCache } from './cache.ts';
import { contentHash } from './content-hash.ts';
import { PictureStore } from './picture-store.ts';
import { finder } from './project-files.ts';
import { turns } from './turns.ts';

/** Raised whenever the same picture would come out differently, as it may with another version of sharp. */
const version = 'sharp 0.35.5, 2';
const formats = ['avif', 'webp', 'jpeg'] as const;
type Format = (typeof formats)[number];
const cardSize = { width: 1200, height: 630 };

/**
 * Makes pictures out of files below `root`, each once: it is kept in `folder` under the content that it came from. One
 * thread for each picture, so that no machine's number of processors can have a say in the bytes.
 */
export function pictures(root: string, folder = cacheFolder()): Pictures {
  const find = finder(root);
  const cache = diskCache(folder);
  const store = new PictureStore(join(folder, 'pictures'));
  const turn = turns(availableParallelism());

  const sourceOf = (path: string) =>
    turn(async (): Promise<Source> => {
      const found = find(path);
      if (found?.stats.isFile() !== true) throw new Error(`${path} is not a file of this show`);
      return { file: found.place, hash: await contentHash(found.place, cache) };
    });

  return {
    async isReady() {
      try {
        const { canDrawText } = await import('./social-card.ts');
        return await canDrawText();
      } catch {
        return false;
      }
    },
    async resize(path, sizes): Promise<readonly MadePicture[]> {
      if (!isInstalled()) return [];
      try {
        const { file, hash } = await sourceOf(path);
        const pixels = once(() => decode(file, sizes));
        const resizeTo = async (format: Format, size: PictureSize) => {
          const key = JSON.stringify([version, hash, format, size, sizes]);
          const made = await turn(() => store.getOrMake(key, async () => encode(await pixels(), format, size)));
          return { format, ...size, ...made };
        };
        return await Promise.all(formats.flatMap((format) => sizes.map((size) => resizeTo(format, size))));
      } catch {
        // A picture that cannot be decoded is shown as it is; whether it may be published is the business of rules.
        return [];
      }
    },
    async drawCard(card: SocialCard): Promise<MadePicture> {
      const { file, hash } = await sourceOf(card.artwork);
      const key = JSON.stringify([version, 'card, 2', hash, card]);
      const draw = async () => (await import('./social-card.ts')).drawCard(card, file, cardSize);
      return { format: 'png', ...cardSize, ...(await turn(() => store.getOrMake(key, draw))) };
    },
  };
}

interface Source {
  readonly file: string;
  readonly hash: string;
}

/** Whether sharp is there, without the time that loading it takes. */
function isInstalled(): boolean {
  try {
    createRequire(import.meta.url).resolve('sharp');
    return true;
  } catch {
    return false;
  }
}

/** Upright, in sRGB, as large as the largest of the sizes. */
async function decode(file: string, sizes: readonly PictureSize[]) {
  const { sharp } = await import('./sharp.ts');
  const largest = sizes.reduce((a, b) => (b.width > a.width ? b : a));
  const picture = sharp(file, { autoOrient: true })
    .resize({ ...largest, fit: 'fill' })
    .toColourspace('srgb');
  return await picture.raw().toBuffer({ resolveWithObject: true });
}

/** More effort for AVIF would save 7 % of the bytes and take five times as long. */
const settings = {
  avif: { quality: 55, effort: 2 },
  webp: { quality: 78 },
  jpeg: { quality: 80, mozjpeg: true },
} as const;

/** Without metadata. */
async function encode({ data, info }: Awaited<ReturnType<typeof decode>>, format: Format, size: PictureSize) {
  const { sharp } = await import('./sharp.ts');
  const { width, height, channels } = info;
  const picture = sharp(data, { raw: { width, height, channels } }).resize({ ...size, fit: 'fill' });
  const opaque = format === 'jpeg' ? picture.flatten({ background: '#ffffff' }) : picture;
  return await opaque.toFormat(format, settings[format]).toBuffer();
}
