import type { Person } from '../model/person.ts';
import type { Transcript, TranscriptProblem } from '../model/transcript.ts';
import { transcriptOutputs } from './formats.ts';
import { joinTranscript } from './join.ts';
import { problem } from './problems.ts';
import { parseTranscriptFile } from './read.ts';
import type { TranscriptFrame } from './transcript-frame.ts';

export interface ConvertOptions {
  readonly people?: readonly Person[];
  /** Heads plain text and HTML. */
  readonly frame?: TranscriptFrame;
}

export interface Conversion {
  /** Absent when nothing could be read, or the target needs times that the source lacks. */
  readonly contents: string | undefined;
  readonly transcript: Transcript;
  readonly problems: readonly TranscriptProblem[];
}

/**
 * Reads a transcript file in any form and writes it in another.
 *
 * @param name The source file's name.
 * @param extension Of the target, without the dot: one of `transcriptOutputs`.
 * @throws {RangeError} For an extension that ppod does not write.
 */
export async function convertTranscript(
  bytes: Uint8Array,
  name: string,
  extension: string,
  { people = [], frame }: ConvertOptions = {},
): Promise<Conversion> {
  const output = transcriptOutputs.find((candidate) => candidate.extension === extension.toLowerCase());
  if (output === undefined) throw new RangeError(`ppod writes no transcripts of the kind .${extension}`);
  const parsed = await parseTranscriptFile(bytes, name, { people });
  const transcript = joinTranscript(parsed, name, people);
  const isEmpty = transcript.turns.length === 0;
  if (isEmpty || (output.isTimed && !transcript.isTimed)) {
    const problems = isEmpty ? parsed.problems : [...parsed.problems, untimed(output.extension)];
    return { contents: undefined, transcript, problems };
  }
  const contents = output.format(transcript, frame ?? { language: 'und' });
  return { contents, transcript, problems: parsed.problems };
}

function untimed(extension: string): TranscriptProblem {
  return problem(
    'transcript-untimed',
    1,
    `A .${extension} file says when words are spoken, and this transcript does not tell.`,
    'Run ppod align for the episode first, or convert to .txt or .html.',
  );
}
