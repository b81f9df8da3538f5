import { talkOf } from '../correction/talk.ts';
import { type Misspelling, misspellings, type Vocabulary } from '../correction/vocabulary.ts';
import type { Fix } from '../model/diagnostic.ts';
import type { Entry, Project, TranscriptFile } from '../model/project.ts';
import type { Turn } from '../model/transcript.ts';
import type { DataPath } from '../text/frontmatter.ts';
import { LineIndex } from '../text/positions.ts';
import { writtenTexts } from './privacy/published-texts.ts';
import type { Finding, Rule, RuleText } from './rule.ts';
import { segmentsOf } from './transcript/published.ts';
import { inTurn } from './transcript/read-through.ts';

const text: RuleText = {
  id: 'vocabulary-spelling',
  severity: 'warning',
  enforces: [],
  summary: 'A spelling that the show lists as wrong stands in the notes, facts or transcript.',
  why: 'Under four names a show, a place or a person is hard to search for, and looks careless.',
  source: 'ppod',
  remedy: 'Run ppod check --fix, which puts the listed right spelling there, or correct it by hand.',
};

/** What the show lists under `vocabulary`, in everything that readers see and in every transcript. */
export const vocabularySpelling: { readonly show: Rule<'show'>; readonly episode: Rule<'episode'> } = {
  show: {
    ...text,
    subject: 'show',
    check: (entry) => inEntry(entry, entry.content.vocabulary),
  },
  episode: {
    ...text,
    subject: 'episode',
    *check(entry, { show }) {
      const vocabulary = show.content?.vocabulary ?? {};
      if (Object.keys(vocabulary).length === 0) return;
      yield* inEntry(entry, vocabulary);
      for (const file of entry.transcripts) yield* inTranscript(file, vocabulary);
    },
  },
};

/** The repairs that put right spellings into one file of the show, as if the show listed these wrong ones. */
export function spellingFixes({ show, episodes }: Project, file: string, vocabulary: Vocabulary): readonly Fix[] {
  const entries = [show, ...episodes].filter((entry) => entry.file === file);
  const transcript = episodes.flatMap(({ transcripts }) => transcripts).find(({ path }) => path === file);
  return [
    ...entries.flatMap((entry) => [...inEntry(entry, vocabulary)]),
    ...(transcript === undefined ? [] : inTranscript(transcript, vocabulary)),
  ].flatMap(({ fix }) => fix ?? []);
}

function* inEntry(entry: Entry<unknown>, vocabulary: Vocabulary): Iterable<Finding> {
  for (const { text: words, at, locate } of writtenTexts(entry)) {
    if (at !== undefined && namesFile(at)) continue;
    for (const found of misspellings(words, vocabulary)) {
      const { range } = locate(found.start, found.end);
      if (range === undefined) continue;
      const { offset: start } = range.start;
      const { offset: end } = range.end;
      yield { ...findingOf(found, repair(found, entry.frontmatter.text, start, end)), range };
    }
  }
}

/** Names of files and folders keep the spelling that they have on the disk and in links. */
function namesFile(at: DataPath): boolean {
  const key = at.findLast((step) => typeof step === 'string') ?? '';
  return fileKeys.has(key) || (key === 'chapters' && at.length === 1);
}

const fileKeys: ReadonlySet<string | number> = new Set([
  ...['audio', 'artwork', 'transcript', 'slug', 'feed', 'file', 'image', 'logo', 'stylesheet', 'link', 'url'],
]);

/** In the file as it stands, so that the names of speakers are met too; then what only its words as read show. */
function* inTranscript(file: TranscriptFile, vocabulary: Vocabulary): Iterable<Finding> {
  const lines = new LineIndex(file.text);
  for (const found of misspellings(file.text, vocabulary)) {
    const { start, end } = found;
    yield {
      ...findingOf(found, repair(found, file.text, start, end)),
      file: file.path,
      range: lines.range(start, end),
    };
  }
  const { transcript } = file;
  if (transcript === undefined || !transcript.turns.some((turn) => misspellings(wordsIn(turn), vocabulary).length > 0))
    return;
  const talk = talkOf(transcript, file);
  for (const [index, turn] of talk.entries()) {
    for (const found of misspellings(turn.text, vocabulary)) {
      const { line, span } = turn.place(found.start, found.end);
      if (span !== undefined && stands(found, file.text, span.start, span.end)) continue;
      const { message, remedy } = findingOf(found, undefined);
      const place = inTurn(index, talk, file);
      yield { message: `${place}${message}`, remedy, file: file.path, range: lines.point(line, 1) };
    }
  }
}

function wordsIn(turn: Turn): string {
  return segmentsOf(turn)
    .map(({ text: words }) => words)
    .join(' ');
}

function findingOf({ words, right }: Misspelling, fix: Fix | undefined): Finding {
  const written = words.replace(/\s+/g, ' ');
  return {
    message: `"${written}" is listed in show.md as a wrong spelling of "${right}".`,
    remedy: fix === undefined ? `Write "${right}".` : `Write "${right}", or run ppod check --fix.`,
    ...(fix === undefined ? {} : { fix }),
  };
}

/** None where the right spelling holds a sign that means something else in YAML, HTML or JSON. */
function repair(found: Misspelling, source: string, start: number, end: number): Fix | undefined {
  const { words, replacement } = found;
  if (!stands(found, source, start, end) || !/^[\p{L}\p{N}][\p{L}\p{M}\p{N} .’-]*$/u.test(replacement))
    return undefined;
  return { start, end, replacement, description: `wrote "${replacement}" in place of "${words.replace(/\s+/g, ' ')}"` };
}

function stands({ words }: Misspelling, source: string, start: number, end: number): boolean {
  return source.slice(start, end).replace(/\s+/g, ' ') === words.replace(/\s+/g, ' ');
}
