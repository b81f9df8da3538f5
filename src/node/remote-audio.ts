import { probeAudio } from '../media/audio.ts';
import type { AudioHost, MediaFile } from '../model/media.ts';
import { version } from '../model/version.ts';
import type { RemoteAudioProbe } from '../ports.ts';
import { type Cache, cacheFolder, diskCache } from './cache.ts';
import { isSameFile, requestValidators, type Validators } from './range-response.ts';
import { type RangeOptions, RangeSource } from './range-source.ts';
import { withRetries } from './retries.ts';
import { asServingFailure, type ServingFailure } from './serving-failure.ts';

type MeasuredAudio = Extract<MediaFile, { kind: 'audio' }>;

/** What is kept of an earlier time. */
interface Known {
  readonly validators: Validators;
  readonly file: MeasuredAudio;
}

export interface RemoteAudioOptions
  extends Pick<RangeOptions, 'attempts' | 'pause' | 'idleTimeout' | 'blockTimeout' | 'limit'> {
  readonly cache?: Cache;
  /** Hosts (`127.0.0.1:8080`) that may be private, and without https. */
  readonly named?: ReadonlySet<string>;
}

/** How long what was found is not asked for again by the same program, which may be a preview. Milliseconds. */
const freshTime = 10 * 60_000;

/** How long a host that did not answer at all is left alone. Milliseconds. */
const restTime = 60_000;

/** What is read of a file before anybody is told. Bytes. */
const worthTelling = 1_000_000;

/**
 * Measures audio on web servers. What was found is kept with the server's tag, date and size of the file, and taken again when a
 * HEAD request says that these are still the same; and, marked as such, when the server cannot be reached.
 */
export function remoteAudio(options: RemoteAudioOptions = {}): RemoteAudioProbe {
  const { cache = diskCache(cacheFolder()), ...request } = options;
  const http: RangeOptions = { ...request, mustBeSecure: true, keepAlive: true };
  const fresh = new Map<string, { readonly file: MeasuredAudio; readonly until: number }>();
  const answering = new Set<string>();
  const silent = new Map<string, { readonly failure: ServingFailure; readonly until: number }>();

  /** Runs `ask`; a host that never answered is not asked again for every one of its files. */
  async function asking<T>({ host }: URL, ask: () => Promise<T>): Promise<T> {
    const rest = silent.get(host);
    if (rest !== undefined && rest.until > Date.now()) throw rest.failure;
    try {
      const answer = await ask();
      answering.add(host);
      return answer;
    } catch (error) {
      const failure = asServingFailure(error);
      if (failure.fault !== 'unreachable') answering.add(host);
      else if (!answering.has(host)) silent.set(host, { failure, until: Date.now() + restTime });
      throw failure;
    }
  }

  async function measure(url: URL, onPart: Parameters<RemoteAudioProbe['audio']>[1]): Promise<MediaFile> {
    const key = `audio at ${url.href}, as ppod ${version} measures it`;
    const known = await cache.get(key);
    try {
      if (isKnown(known) && (await asking(url, () => isUnchanged(url.href, known.validators, http)))) return known.file;
      const { file, validators } = await asking(url, () => probe(url.href, http, onPart));
      if (file.kind === 'audio') await cache.set(key, { validators, file } satisfies Known);
      return file;
    } catch (error) {
      const { fault, message } = asServingFailure(error);
      if (fault === 'unreachable' && isKnown(known)) return unconfirmed(known.file, message);
      return { path: url.href, kind: 'failed', bytes: 0, failure: { kind: 'not-served', fault, detail: message } };
    }
  }

  return {
    async audio(address, onPart) {
      if (!URL.canParse(address)) return refused(address, `${address} is not a whole web address.`, 'astray');
      const url = new URL(address);
      url.hash = '';
      if (url.username !== '' || url.password !== '') {
        [url.username, url.password] = ['', ''];
        return refused(url.href, `The address of ${url.href} holds a name and a password.`, 'secret');
      }
      const before = fresh.get(url.href);
      if (before !== undefined && before.until > Date.now()) return before.file;
      const file = await measure(url, onPart);
      if (file.kind === 'audio') fresh.set(url.href, { file, until: Date.now() + freshTime });
      return file;
    },
  };
}

/** Asks the server whether it still has the same file. */
function isUnchanged(url: string, before: Validators, http: RangeOptions): Promise<boolean> {
  return withRetries(
    async () => {
      const now = await requestValidators(url, http);
      return now !== undefined && isSameFile(before, now);
    },
    { attempts: http.attempts ?? 3, ...(http.pause !== undefined && { pause: http.pause }) },
  );
}

async function probe(
  url: string,
  http: RangeOptions,
  onPart: Parameters<RemoteAudioProbe['audio']>[1],
): Promise<{ readonly file: MediaFile; readonly validators: Validators }> {
  let size = 0;
  const onBytes = (bytes: number) => {
    if (bytes > worthTelling) onPart?.(Math.min(bytes, size), size);
  };
  const source = await RangeSource.open(url, { ...http, onBytes });
  size = source.size;
  const { validators, contentType, cost } = source;
  try {
    const found = await probeAudio(source);
    if ('failure' in found) {
      return { file: { path: url, kind: 'failed', bytes: size, failure: found.failure }, validators };
    }
    const host: AudioHost = { contentType, hasRanges: cost === 'requests' };
    return { file: { path: url, kind: 'audio', bytes: size, audio: found.audio, host }, validators };
  } finally {
    source.close();
  }
}

function refused(path: string, detail: string, fault: ServingFailure['fault']): MediaFile {
  return { path, kind: 'failed', bytes: 0, failure: { kind: 'not-served', fault, detail } };
}

function unconfirmed(file: MeasuredAudio, reason: string): MediaFile {
  const host = file.host ?? { contentType: '', hasRanges: true };
  return { ...file, host: { ...host, unconfirmed: reason } };
}

/** What a damaged cache holds may be anything; an entry under this very key is what this version of ppod wrote. */
function isKnown(value: unknown): value is Known {
  // A border: the fields that tell a whole entry from a broken one are looked at.
  const known = value as Partial<Known> | null | undefined;
  return (
    known?.file?.kind === 'audio' &&
    Number.isFinite(known.file.audio?.durationSeconds) &&
    known.validators !== undefined
  );
}

/** Hosts of the user's own network, given in PPOD_PRIVATE_HOSTS with spaces or commas between them. */
export function hostsNamedIn(env: NodeJS.ProcessEnv): ReadonlySet<string> {
  return new Set((env['PPOD_PRIVATE_HOSTS'] ?? '').split(/[\s,]+/).filter((host) => host !== ''));
}
