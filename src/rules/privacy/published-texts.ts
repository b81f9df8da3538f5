import type { Entry, TranscriptFile } from '../../model/project.ts';
import type { Turn } from '../../model/transcript.ts';
import type { DataPath } from '../../text/frontmatter.ts';
import { Latest } from '../../text/latest.ts';
import { LineIndex, type Range } from '../../text/positions.ts';
import { listedChapters } from '../chapters/listed.ts';
import type { Finding, Subjects, Surroundings } from '../rule.ts';
import { placeOf, segmentsOf } from '../transcript/published.ts';

/** A text that becomes public, and where its parts stand in the project. */
export interface PublishedText {
  readonly text: string;
  /** The key of the frontmatter that holds it, where one does. */
  readonly at?: DataPath;
  /** Where the characters from `start` up to `end` come from. */
  locate(start: number, end: number): Pick<Finding, 'at' | 'range' | 'file'>;
}

/** Keys that no listener or reader ever sees, or that hold what is meant to be public. */
const silentKeys: ReadonlySet<string> = new Set([
  ...['allow', 'neverPublish', 'email', 'guid', 'rules', 'waive', 'withdrawn', 'vocabulary', 'aliases'],
]);

const known = new Latest<object, readonly PublishedText[]>();

/** Everything of show.md that is published. Worked out once. */
export function textsOfShow(show: Subjects['show']): readonly PublishedText[] {
  return known.of(show, () => writtenTexts(show));
}

/** Everything that is published of an episode: facts, notes, file names, transcripts, chapters, tags of the audio. */
export function textsOfEpisode(entry: Subjects['episode'], project: Surroundings): readonly PublishedText[] {
  return known.of(entry, () => [
    ...writtenTexts(entry),
    { text: entry.slug.replace(/[-_]+/g, ' '), locate: () => ({}) },
    ...entry.transcripts.flatMap((file) => (file.transcript?.turns ?? []).flatMap((turn) => turnTexts(file, turn))),
    ...chapterTexts(entry, project),
    ...tagTexts(entry, project),
  ]);
}

/** The facts of a file that readers see, and its notes. */
export function writtenTexts(entry: Entry<unknown>): readonly PublishedText[] {
  return [...frontmatterTexts(entry), bodyText(entry)];
}

function bodyText({ frontmatter }: Entry<unknown>): PublishedText {
  return { text: frontmatter.body, locate: (start, end) => ({ range: frontmatter.locateInBody(start, end) }) };
}

function frontmatterTexts(entry: Entry<unknown>): readonly PublishedText[] {
  return stringsIn(entry.frontmatter.data, []).map(({ text, at }) => ({
    text,
    at,
    locate: (start, end) => ({ range: inValue(entry, at, text.slice(start, end)) }),
  }));
}

/** The words inside the value at `at`; the whole value when it is folded over lines or escaped. */
function inValue({ frontmatter }: Entry<unknown>, at: DataPath, words: string): Range {
  const { text } = frontmatter;
  const value = frontmatter.locate(at);
  const found = text.slice(value.start.offset, value.end.offset).indexOf(words);
  if (found === -1) return value;
  const start = value.start.offset + found;
  return new LineIndex(text).range(start, start + words.length);
}

function stringsIn(value: unknown, at: DataPath): { readonly text: string; readonly at: DataPath }[] {
  if (typeof value === 'string') return [{ text: value, at }];
  if (typeof value !== 'object' || value === null) return [];
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return entries.flatMap(([key, inner]) => (silentKeys.has(String(key)) ? [] : stringsIn(inner, [...at, key])));
}

/** What one person says without a break is one text: a name may begin in one caption and end in the next. */
function turnTexts(file: TranscriptFile, turn: Turn): readonly PublishedText[] {
  const segments = segmentsOf(turn);
  const starts: number[] = [];
  let text = '';
  for (const segment of segments) {
    starts.push(text.length);
    text += `${segment.text} `;
  }
  const lineAt = (offset: number) =>
    segments[
      Math.max(
        0,
        starts.findLastIndex((start) => start <= offset),
      )
    ]?.line ?? 1;
  const place = (line: number, words: string) => ({ file: file.path, range: placeOf(file, line, words) });
  const { name, organisation } = turn.speaker ?? {};
  const before = Math.max(1, lineAt(0) - 1);
  return [
    { text, locate: (start, end) => place(lineAt(start), text.slice(start, end)) },
    ...[name, organisation]
      .filter((label) => label !== undefined)
      .map((label) => ({ text: label, locate: () => place(before, label) })),
  ];
}

function chapterTexts(entry: Subjects['episode'], project: Surroundings): readonly PublishedText[] {
  // Those of the frontmatter have been met as its strings.
  if (Array.isArray(entry.content.chapters)) return [];
  const listed = listedChapters(entry, project);
  return (listed?.chapters ?? []).flatMap(({ title, url, image }, index) =>
    [title, url, image]
      .filter((text) => text !== undefined)
      .map((text) => ({ text, locate: () => listed?.place(index) ?? {} })),
  );
}

function tagTexts({ content }: Subjects['episode'], { media }: Surroundings): readonly PublishedText[] {
  const file = media.get(content.audio);
  if (file?.kind !== 'audio') return [];
  const texts = [...file.audio.tags.all.map(({ text }) => text), ...file.audio.chapters.map(({ title }) => title)];
  return texts.map((text) => ({ text, locate: () => ({ at: ['audio'] }) }));
}
