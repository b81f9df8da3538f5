import { readFile, realpath } from 'node:fs/promises';
import { basename, dirname, extname, relative, sep } from 'node:path';
import { type PastedPage, readPastedPage } from '../importers/pasted-page.ts';
import type { AudioInfo } from '../model/media.ts';
import { mediaProbe } from '../node/media-probe.ts';
import { failureWords } from '../rules/media-failure.ts';
import type { TemplateFile } from '../templates/template.ts';
import { decodeText } from '../text/decode.ts';
import { UsageError } from './usage-error.ts';

/** A recording, wherever it lies. */
export interface Recording {
  /** Absolute, links followed. */
  readonly file: string;
  /** In lower case, with its dot. */
  readonly extension: string;
  readonly audio: AudioInfo;
  /** What its name says, as words: "Interview with Sam" of `interview_with-Sam.mp3`. */
  readonly words: string;
}

/** The recording that `source` names; `undefined` when it is no file, but words. */
export async function recordingAt(source: string): Promise<Recording | undefined> {
  const file = await realpath(source).catch(() => undefined);
  if (file === undefined) {
    if (/\.(?:mp3|m4a|mp4|wav|aac|flac|ogg|aiff?)$/i.test(source))
      throw new UsageError(`There is no file "${source}".`);
    return undefined;
  }
  const measured = await mediaProbe(dirname(file)).audio(basename(file));
  if (measured.kind === 'failed') {
    const { message, remedy } = failureWords(source, measured.failure, 'an audio file', []);
    throw new UsageError(`${message} ${remedy}`);
  }
  if (measured.kind !== 'audio') return undefined;
  const extension = extname(file).toLowerCase();
  const stem = basename(file, extname(file))
    .replace(/[-_\s]+/g, ' ')
    .trim();
  return { file, extension, audio: measured.audio, words: stem.charAt(0).toUpperCase() + stem.slice(1) };
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

/** The path in media/ of a recording that lies there already under a plain name: it need not be copied. */
export async function pathInMedia(root: string, { file }: Recording): Promise<string | undefined> {
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
