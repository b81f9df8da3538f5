import type { ParsedTranscript } from '../model/transcript.ts';
import { decodeText } from '../text/decode.ts';
import { plain } from './plain.ts';
import { problem } from './problems.ts';
import type { Reader, ReadOptions } from './reader.ts';
import { srt } from './srt.ts';
import { assembleTurns } from './turns.ts';
import { webvtt } from './webvtt.ts';

/** Every form that ppod reads, the most particular first: the first that recognises a text reads it. */
const readers: readonly Reader[] = [webvtt, srt, plain];

/**
 * Reads a transcript in any form; which one is told from its content. Never throws: what is damaged is in
 * `problems` with its place, and its words are in `turns` all the same.
 *
 * @param name The file's name.
 */
export function parseTranscript(text: string, name: string, options: ReadOptions = {}): ParsedTranscript {
  const reader = readers.find((candidate) => candidate.recognises(text, name)) ?? plain;
  const { utterances, problems } = reader.read(text, options);
  const turns = assembleTurns(utterances);
  if (turns.length > 0 || problems.some(({ severity }) => severity === 'error'))
    return { format: reader.format, turns, problems };
  return { format: reader.format, turns, problems: [...problems, empty] };
}

/** As `parseTranscript`, from a file's bytes in whatever encoding. */
export async function parseTranscriptFile(
  bytes: Uint8Array,
  name: string,
  options: ReadOptions = {},
): Promise<ParsedTranscript> {
  const { text, certain } = decodeText(bytes);
  const parsed = parseTranscript(text, name, options);
  return certain ? parsed : { ...parsed, problems: [oldEncoding, ...parsed.problems] };
}

const empty = problem(
  'transcript-unreadable',
  1,
  'The transcript holds no words.',
  'Paste the transcript into the file, or delete the file.',
);

const oldEncoding = problem(
  'transcript-damaged',
  1,
  'The file was saved in an old encoding, read here as Windows-1252. Accents, dashes and quotation marks may be wrong.',
  'Open the file, check such characters and save it again as UTF-8.',
);
