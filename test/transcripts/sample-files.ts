import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ParsedTranscript } from '../../src/model/transcript.ts';

const folder = join(import.meta.dirname, '../../../shared/samples/transcripts');
export const seedPath = join(import.meta.dirname, '../../../shared/seed/the-p-pod.txt');

export const haveSamples = existsSync(folder) && existsSync(seedPath);

export function sample(name: string): Uint8Array {
  return readFileSync(join(folder, name));
}

/** The transcript part of the model episode: what follows its show notes. */
export function seedTranscript(): string {
  const text = readFileSync(seedPath, 'utf8');
  return text.slice(text.indexOf('\n', text.indexOf('To access the transcript')) + 1);
}

export function segmentsOf({ turns }: Pick<ParsedTranscript, 'turns'>) {
  return turns.flatMap(({ speaker, paragraphs }) =>
    paragraphs.flat().map((segment) => ({ speaker: speaker?.name, ...segment })),
  );
}

export function wordsOf(parsed: Pick<ParsedTranscript, 'turns'>): string {
  return segmentsOf(parsed)
    .map(({ text }) => text)
    .join(' ');
}
