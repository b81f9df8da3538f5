import type { ParsedTranscript, TranscriptFormat, TranscriptProblem } from '../model/transcript.ts';
import { decodeText } from '../text/decode.ts';
import { problem } from './problems.ts';
import type { Reader, Reading, ReadOptions } from './reader.ts';
import { documentKind, otherDocument } from './readers/documents.ts';
import { readDocx } from './readers/docx.ts';
import { html, linesOfPieces } from './readers/html.ts';
import { htmlPieces } from './readers/html-pieces.ts';
import { markdown } from './readers/markdown.ts';
import { plain } from './readers/plain.ts';
import { podcastJson } from './readers/podcast-json.ts';
import { recogniserJson } from './readers/recogniser-json.ts';
import { sbv } from './readers/sbv.ts';
import { readSpeechText } from './readers/speech-text.ts';
import { srt } from './readers/srt.ts';
import { teams } from './readers/teams.ts';
import { ttml } from './readers/ttml.ts';
import { webvtt } from './readers/webvtt.ts';
import { xml } from './readers/xml.ts';
import { straightenTimes } from './timeline.ts';
import { assembleTurns } from './turns.ts';

/** Every form that ppod reads, the most particular first: the first that recognises a text reads it. */
const readers: readonly Reader[] = [
  webvtt,
  podcastJson,
  recogniserJson,
  ttml,
  xml,
  html,
  sbv,
  teams,
  srt,
  markdown,
  plain,
];

/**
 * Reads a transcript in any form; which one is told from its content. Never throws: what is damaged is in
 * `problems` with its place, and its words are in `turns` all the same.
 *
 * @param name The file's name.
 */
export function parseTranscript(text: string, name: string, options: ReadOptions = {}): ParsedTranscript {
  const reader = readers.find((candidate) => candidate.recognises(text, name)) ?? plain;
  return assemble(reader.format, reader.read(text, options));
}

/** A transcript file before anybody looked for turns in it. */
export interface TranscriptSource {
  /** The file's text; empty for a document. */
  readonly text: string;
  parse(name: string, options?: ReadOptions): ParsedTranscript;
}

/** Whether these are the bytes of a Word document, which `readDocx` opens. */
export function isWordDocument(bytes: Uint8Array): boolean {
  return documentKind(bytes) === 'docx';
}

/** Opens a file's bytes: text in whatever encoding, or the `words` of a Word document (or why it has none). */
export function openTranscript(bytes: Uint8Array, words?: string | TranscriptProblem): TranscriptSource {
  if (words !== undefined) {
    return { text: '', parse: (name, options = {}) => parseDocument(words, name, options) };
  }
  const document = documentKind(bytes);
  if (document !== undefined) {
    return { text: '', parse: () => ({ format: 'plain', turns: [], problems: [otherDocument(document)] }) };
  }
  const { text, certain } = decodeText(bytes);
  return {
    text,
    parse: (name, options = {}) => {
      const parsed = parseTranscript(text, name, options);
      return certain ? parsed : { ...parsed, problems: [oldEncoding, ...parsed.problems] };
    },
  };
}

/** As `parseTranscript`, from a file's bytes. */
export async function parseTranscriptFile(
  bytes: Uint8Array,
  name: string,
  options: ReadOptions = {},
): Promise<ParsedTranscript> {
  const words = isWordDocument(bytes) ? await readDocx(bytes) : undefined;
  return openTranscript(bytes, words).parse(name, options);
}

/** A document's lines are read like those of a text file; Teams and others put their own forms into them. */
function parseDocument(source: string | TranscriptProblem, name: string, options: ReadOptions): ParsedTranscript {
  if (typeof source !== 'string') return { format: 'docx', turns: [], problems: [source] };
  const lines = linesOfPieces(htmlPieces(source)).map((line, index) => ({ ...line, line: index + 1 }));
  const text = lines.map((line) => line.text).join('\n');
  const reader = [webvtt, teams, srt].find((candidate) => candidate.recognises(text, name));
  return assemble('docx', reader?.read(text, options) ?? readSpeechText(lines, options.people));
}

function assemble(format: TranscriptFormat, reading: Reading): ParsedTranscript {
  const { utterances, problems } = straightenTimes(reading);
  const turns = assembleTurns(utterances);
  const isExplained = turns.length > 0 || problems.some(({ severity }) => severity === 'error');
  return { format, turns, problems: isExplained ? problems : [...problems, empty] };
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
