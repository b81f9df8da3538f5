import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { MadePicture } from '../model/illustrations.ts';
import type { PictureSize, Pictures, SocialCard } from '../ports.ts';
import { once } from '../text/once.ts';
import { cacheFolder, diskCache } from './cache.ts';
import { contentHash } from './content-hash.ts';
import type { DrawingJob, Format } from './drawing.ts';
import { MachineFailure } from './machine-failure.ts';
import { PictureStore, type StoredPicture } from './picture-store.ts';
import { finder } from './project-files.ts';
import { turns } from './turns.ts';

/** Raised whenever the same picture would come out differently, as it may with another version of sharp. */
const version = 'sharp 0.35.5, 2';
const formats: readonly Format[] = ['avif', 'webp', 'jpeg'];
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
  const drawing = once(startDrawing);
  const draw = (job: DrawingJob) => turn(async () => (await drawing())(job));
  /** What was asked for before, by the bytes of the picture and the sizes. */
  const resized = new Map<string, Promise<readonly MadePicture[]>>();

  const sourceOf = (path: string) =>
    turn(async (): Promise<Source> => {
      const found = find(path);
      if (found?.stats.isFile() !== true) throw new Error(`${path} is not a file of this show`);
      return { file: found.place, hash: await contentHash(found.place, cache) };
    });

  async function resize({ file, hash }: Source, sizes: readonly PictureSize[]): Promise<readonly MadePicture[]> {
    const copies = formats.flatMap((format) => sizes.map((size) => ({ format, size })));
    const keyOf = ({ format, size }: (typeof copies)[number]) => JSON.stringify([version, hash, format, size, sizes]);
    const made = new Map<unknown, StoredPicture>();
    for (const copy of copies) {
      const known = store.get(keyOf(copy));
      if (known !== undefined) made.set(copy, known);
    }
    const missing = copies.filter((copy) => !made.has(copy));
    const drawn = missing.length === 0 ? [] : await draw({ kind: 'copies', file, sizes, copies: missing });
    for (const [index, bytes] of drawn.entries()) {
      const copy = missing[index];
      if (copy !== undefined) made.set(copy, await store.keep(keyOf(copy), bytes));
    }
    return copies.flatMap((copy) => {
      const picture = made.get(copy);
      return picture === undefined ? [] : [{ format: copy.format, ...copy.size, ...picture }];
    });
  }

  return {
    async isReady() {
      try {
        return (await draw({ kind: 'word' })).length > 0;
      } catch {
        return false;
      }
    },
    async resize(path, sizes) {
      if (!isInstalled()) return [];
      try {
        const source = await sourceOf(path);
        const key = JSON.stringify([source.hash, sizes]);
        const asked = resized.get(key) ?? resize(source, sizes);
        resized.set(key, asked);
        asked.catch(() => resized.delete(key));
        return await asked;
      } catch (error) {
        if (error instanceof MachineFailure) throw error;
        // A picture that cannot be decoded is shown as it is; whether it may be published is the business of rules.
        return [];
      }
    },
    async drawCard(card: SocialCard): Promise<MadePicture> {
      const { file, hash } = await sourceOf(card.artwork);
      const key = JSON.stringify([version, 'card, 2', hash, card]);
      const known = store.get(key);
      if (known !== undefined) return { format: 'png', ...cardSize, ...known };
      const [bytes] = await draw({ kind: 'card', file, card, size: cardSize });
      if (bytes === undefined) throw new Error(`no card was drawn with ${card.artwork}`);
      return { format: 'png', ...cardSize, ...(await store.keep(key, bytes)) };
    },
  };
}

/** Few builds have anything to draw. */
async function startDrawing(): Promise<(job: DrawingJob) => Promise<readonly Uint8Array[]>> {
  // Node 20 runs no TypeScript: tests, which run the sources, draw in their own process.
  if (import.meta.url.endsWith('.ts')) return (await import('./drawing.ts')).draw;
  const { DrawingProcess } = await import('./drawing-process.ts');
  const drawing = new DrawingProcess();
  return (job) => drawing.draw(job);
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
