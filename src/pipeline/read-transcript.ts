import type { Episode } from '../model/episode.ts';
import type { Entry, TranscriptFile } from '../model/project.ts';
import type { Show } from '../model/show.ts';
import type { Transcript, TranscriptProblem } from '../model/transcript.ts';
import type { Memory, Ports, SourceFile } from '../ports.ts';
import { digestOf } from '../text/digest.ts';
import type { Room } from '../text/room.ts';
import { isWordDocument } from '../transcripts/read.ts';
import { readDocx } from '../transcripts/readers/docx.ts';
import { openSource } from './open-source.ts';
import { remembered } from './remembered.ts';
import { OpenedTranscript, type TranscriptHead, TranscriptWords } from './transcript-words.ts';

/** What reading a transcript takes beside its file. */
interface TranscriptContext extends Pick<Ports, 'files' | 'memory'> {
  readonly show: Entry<Show>;
  readonly room: Room;
}

interface ReadTranscript extends TranscriptFile {
  readonly richness: number;
}

/** Reads a transcript file of an episode. Without `memory` everything is worked out anew. */
export async function readTranscript(
  { files, memory, show, room }: TranscriptContext,
  path: string,
  { content: episode }: Entry<Episode>,
): Promise<ReadTranscript> {
  const file = await openSource(files, path);
  if (file === undefined) {
    return { path, exists: false, transcript: undefined, text: '', problems: [], digest: '', richness: 0 };
  }
  const people = [...(episode?.people ?? []), ...(episode?.guests ?? []), ...(show.content?.hosts ?? [])];
  const digest = digestOf(file.digest, path, JSON.stringify(people));
  const what = `head of ${path}`;
  const isKnown = memory?.get(what, digest) !== undefined;
  const document = await wordsOfDocument(file, path, memory, isKnown);
  const words = new TranscriptWords({ file, path, people, document, room });
  // That the means to open a Word document are missing is not kept.
  const keeper = typeof document === 'object' ? undefined : memory;
  const head = remembered(keeper, what, digest, () => headOf(words));
  return new OpenedTranscript(path, digest, head, words);
}

function headOf(words: TranscriptWords): TranscriptHead {
  const { problems, joined } = words.parse();
  const { turns, ...head } = joined;
  return { problems, head: turns.length === 0 ? undefined : head, richness: richnessOf(joined) };
}

/**
 * What a Word document says, or why it cannot be read; `undefined` of any other file. Opening one takes long, so it is done once.
 *
 * @param isKnown whether the file was read before: then memory has its words, if it is such a document
 */
async function wordsOfDocument(
  file: SourceFile,
  path: string,
  memory: Memory | undefined,
  isKnown: boolean,
): Promise<string | TranscriptProblem | undefined> {
  const what = `words of ${path}`;
  const known = memory?.get(what, file.digest);
  if (typeof known === 'string') return known;
  const bytes = isKnown ? undefined : file.read();
  if (bytes === undefined || !isWordDocument(bytes)) return undefined;
  const words = await readDocx(bytes);
  if (typeof words === 'string') memory?.set(what, file.digest, words);
  return words;
}

/** Timed before untimed; among equals the one that tells more about who speaks. */
export function richestFirst(transcripts: readonly ReadTranscript[]): readonly TranscriptFile[] {
  return transcripts.length < 2 ? transcripts : [...transcripts].sort((a, b) => b.richness - a.richness);
}

function richnessOf({ isTimed, turns }: Transcript): number {
  if (turns.length === 0) return 0;
  const hasWordTimes = turns.some(({ paragraphs }) =>
    paragraphs.some((segments) => segments.some(({ words }) => words !== undefined)),
  );
  const hasSpeakers = turns.some(({ speaker }) => speaker !== undefined);
  return 1 + (isTimed ? 4 : 0) + (hasSpeakers ? 2 : 0) + (hasWordTimes ? 1 : 0);
}
