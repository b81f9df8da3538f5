import { readFile, realpath } from 'node:fs/promises';
import { basename, dirname, extname, relative, sep } from 'node:path';
import { type PastedPage, readPastedPage } from '../importers/pasted-page.ts';
import type { AudioInfo, MediaFile } from '../model/media.ts';
import { isAddress } from '../model/urls.ts';
import { mediaProbe } from '../node/media-probe.ts';
import { hostsNamedIn, remoteAudio } from '../node/remote-audio.ts';
import { failureWords } from '../rules/media-failure.ts';
import type { TemplateFile } from '../templates/template.ts';
import { decodeText } from '../text/decode.ts';
import { UsageError } from './usage-error.ts';

/** A recording, wherever it lies. */
export interface Recording {
  /** Absolute, links followed; or a web address. */
  readonly file: string;
  /** In lower case, with its dot. */
  readonly extension: string;
  readonly audio: AudioInfo;
  /** What its name says, as words: "Interview with Sam" of `interview_with-Sam.mp3`. */
  readonly words: string;
}

/** The recording that `source` names, a file or a web address; `undefined` when it is neither, but words. */
export async function recordingAt(source: string): Promise<Recording | undefined> {
  if (isAddress(source)) {
    const measured = await remoteAudio({ named: hostsNamedIn(process.env) }).audio(source);
    return recordingIn(source, measured, measured.path);
  }
  const file = await realpath(source).catch(() => undefined);
  if (file === undefined) {
    if (/\.(?:mp3|m4a|mp4|wav|aac|flac|ogg|aiff?)$/i.test(source))
      throw new UsageError(`There is no file "${source}".`);
    return undefined;
  }
  return recordingIn(source, await mediaProbe(dirname(file)).audio(basename(file)), file);
}

function recordingIn(source: string, measured: MediaFile, file: string): Recording | undefined {
  if (measured.kind === 'failed') {
    const { message, remedy } = failureWords(source, measured.failure, 'an audio file', []);
    throw new UsageError(`${message} ${remedy}`);
  }
  if (measured.kind !== 'audio') return undefined;
  const name = basename(isAddress(file) ? new URL(file).pathname : file);
  const extension = extname(name);
  const stem = basename(name, extension)
    .replace(/[-_\s]+|%20/g, ' ')
    .trim();
  const words = stem.charAt(0).toUpperCase() + stem.slice(1);
  return { file, extension: extension.toLowerCase(), audio: measured.audio, words };
}

/** Throws UsageError when there is no such file. */
export async function pageAt(path: string, showTitle: string | undefined): Promise<PastedPage> {
  return readPastedPage(decodeText(await bytesOf(path)).text, showTitle);
}

/** Throws UsageError when there is no such file. */
async function bytesOf(path: string): Promise<Uint8Array> {
  const bytes = await readFile(path).catch(() => undefined);
  if (bytes === undefined) throw new UsageError(`There is no file "${path}".`);
  return bytes;
}

/** What an episode may name a recording by that need not be copied: its address, or its plain name in media/. */
export async function nameInPlace(root: string, { file }: Recording): Promise<string | undefined> {
  if (isAddress(file)) return file;
  const base = await realpath(root);
  const path = relative(base, file).split(sep).join('/');
  return /^media\/[\w./-]+$/.test(path) && !path.includes('..') ? path : undefined;
}

/** The transcript as a file of the project, from a file or from the page. */
export async function transcriptAt(
  stem: string,
  source: string | undefined,
  page: PastedPage | undefined,
): Promise<TemplateFile | undefined> {
  if (source !== undefined && source !== '') {
    return { path: `${stem}${extname(source).toLowerCase() || '.txt'}`, contents: await bytesOf(source) };
  }
  return page?.transcript === undefined ? undefined : { path: `${stem}.txt`, contents: page.transcript };
}
