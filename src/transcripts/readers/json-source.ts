import { parseDocument } from 'yaml';
import type { TranscriptProblem } from '../../model/transcript.ts';
import { LineIndex } from '../../text/positions.ts';
import { problem } from '../problems.ts';

/** A JSON file, read as far as it goes. */
export interface JsonSource {
  readonly data: unknown;
  readonly problems: readonly TranscriptProblem[];
  /** The line of the next place, from the last one asked for, where this string stands as a value. */
  lineOf(text: string): number;
}

/** Parses JSON; of a damaged file it keeps what can be read (JSON is YAML, whose parser goes on after a fault) and says where the fault is. */
export function parseJsonSource(text: string): JsonSource {
  const lines = new LineIndex(text);
  let offset = 0;
  const lineOf = (value: string) => {
    const found = text.indexOf(JSON.stringify(value), offset);
    if (found !== -1) offset = found;
    return lines.position(offset).line;
  };
  try {
    return { data: JSON.parse(text), problems: [], lineOf };
  } catch {
    const document = parseDocument(text, { prettyErrors: false, strict: false, logLevel: 'error' });
    const place = lines.position(document.errors[0]?.pos[0] ?? 0);
    return { data: readable(document), problems: [damaged(place)], lineOf };
  }
}

function readable(document: ReturnType<typeof parseDocument>): unknown {
  try {
    return document.toJS({ maxAliasCount: 0 });
  } catch {
    return undefined;
  }
}

function damaged(place: { readonly line: number; readonly column: number }): TranscriptProblem {
  return problem(
    'transcript-damaged',
    place,
    'The file breaks off or is damaged here. What could be read was kept; words may be missing.',
    'Export or download the transcript again, then compare its end with the recording.',
  );
}
