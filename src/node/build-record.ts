import { createHash } from 'node:crypto';
import { lstatSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Ports } from '../ports.ts';
import { type Cache, cacheFolder, diskCache, ofThisCode } from './cache.ts';
import { manifestName, readList } from './dist-manifest.ts';
import { stateFolder } from './dist-paths.ts';
import { fileStamp } from './file-stamp.ts';
import { Looks } from './looks.ts';

/** Everything that a build looked at. */
interface Sources {
  /** Project paths, or absolute ones. */
  readonly files: readonly string[];
  /** Folders whose files were listed. */
  readonly folders: readonly string[];
}

/** How outputs stood a moment ago: where one has changed since, the next build will see it. */
interface KnownStamps {
  stampOf(path: string): string | undefined;
}

/** What a build did for dist/. */
interface Written {
  /** What it copied there, by project path. */
  readonly copied?: readonly string[];
  readonly outputs?: KnownStamps | undefined;
}

/** What the next build may repeat instead of doing it again. */
interface Kept<T> extends Sources {
  /** Milliseconds since 1970: at no other time would the same be published. */
  readonly from: number;
  readonly until: number | undefined;
  /** Digests of how the sources stood, and the outputs. */
  readonly before: string;
  readonly after: string;
  readonly told: T;
}

/**
 * The memory of the last build, kept outside dist/: when no file that it read and none that it wrote has changed, the next build
 * has nothing to do.
 *
 * What it guarantees: a file counts as unchanged when its stamp is that of the last build (see `fileStamp`). A record that is
 * damaged, or of another version of ppod, counts as none.
 */
export class BuildRecord<T> {
  /** How the sources stand: others who look at them may share it. */
  readonly looks: Looks;
  readonly #dist: string;
  readonly #key: string;
  readonly #cache: Cache;
  readonly #files = new Set<string>();
  readonly #folders = new Set<string>();
  /** Whether a server was asked for anything: only asking again would tell whether it has changed. */
  #hasAsked = false;

  /** `root` and `dist`: absolute. `options`: whatever else has a say in what is written and told. */
  constructor(root: string, dist: string, options: unknown, cache: Cache = ofThisCode(diskCache(cacheFolder()))) {
    this.looks = new Looks(root);
    this.#dist = dist;
    this.#key = `build ${JSON.stringify([root, dist, options])}`;
    this.#cache = cache;
  }

  /** What the last build told, when a build at `now` (milliseconds since 1970; any, when absent) would only do the same again. */
  async repeat(now: number | undefined): Promise<T | undefined> {
    // What the cache gives back, the same code put in.
    const kept = (await this.#cache.get(this.#key)) as Kept<T> | undefined;
    if (kept === undefined) return undefined;
    if (now !== undefined && (now < kept.from || now >= (kept.until ?? Number.POSITIVE_INFINITY))) return undefined;
    const isSame = (await this.#sourceState(kept)) === kept.before && this.#outputState() === kept.after;
    return isSame ? kept.told : undefined;
  }

  /** The same ports; what they are asked for is remembered. */
  watching(ports: Ports): Ports {
    const { files, media, remoteAudio, privateList } = ports;
    const { open } = files;
    const noted = <R>(path: string, ask: (path: string) => R) => {
      this.#files.add(path);
      return ask(path);
    };
    return {
      ...ports,
      files: {
        list: (folder) => {
          this.#folders.add(folder);
          return files.list(folder);
        },
        read: (path) => noted(path, files.read),
        ...(open && { open: (path) => noted(path, open) }),
      },
      media: { audio: (path) => noted(path, media.audio), image: (path) => noted(path, media.image) },
      remoteAudio: remoteAudio && {
        audio: (url, onPart) => {
          this.#hasAsked = true;
          return remoteAudio.audio(url, onPart);
        },
      },
      privateList: privateList && { ...privateList, read: (path) => noted(path, privateList.read) },
    };
  }

  /**
   * Keeps what a finished build told, for as long as nothing changes; nothing where a source has only just changed, or lies on
   * another server.
   */
  async keep(told: T, { from, until, copied = [], outputs }: Pick<Kept<T>, 'from' | 'until'> & Written): Promise<void> {
    if (this.#hasAsked) return;
    const sources: Sources = {
      files: [...new Set([...this.#files, ...copied])].sort(),
      folders: [...this.#folders].sort(),
    };
    if (!sources.files.every((path) => this.looks.at(path).isSettled)) return;
    const state = { before: await this.#sourceState(sources), after: this.#outputState(outputs) };
    await this.#cache.set(this.#key, { ...sources, ...state, from, until, told });
  }

  async #sourceState({ files, folders }: Sources): Promise<string> {
    const hash = createHash('sha256');
    for (const folder of folders) hash.update(`${(await this.looks.list(folder)).join('\n')}\n\n`);
    for (const path of files) hash.update(`${this.looks.at(path).stamp}\n`);
    return hash.digest('hex');
  }

  #outputState(known?: KnownStamps): string {
    const hash = createHash('sha256');
    const { text, paths } = readList(join(this.#dist, stateFolder, manifestName));
    hash.update(text ?? '');
    for (const path of paths) {
      const stamp =
        known?.stampOf(path) ?? fileStamp(lstatSync(`${this.#dist}${sep}${path}`, { throwIfNoEntry: false }));
      hash.update(`${stamp}\n`);
    }
    return hash.digest('hex');
  }
}
