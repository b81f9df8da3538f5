import type { Remark } from '../../correction/remark.ts';
import { type ReviewContext, remarksOf } from '../../correction/review.ts';
import { type Talk, talkOf } from '../../correction/talk.ts';
import type { TranscriptFile } from '../../model/project.ts';
import { Latest } from '../../text/latest.ts';
import { LineIndex, type Range } from '../../text/positions.ts';
import { namesFor, namesInNotes } from '../names-for.ts';
import type { Finding, Rule, RuleText, Subjects, Surroundings } from '../rule.ts';
import { publishedTranscript } from './published.ts';

interface Reading {
  readonly talk: Talk;
  readonly context: ReviewContext;
}

const readings = new Latest<Subjects['episode'], Reading>();

/** What looks wrong in the published transcript to one rule: only somebody who listens can put it right. */
export function* slipsIn(rule: string, entry: Subjects['episode'], project: Surroundings): Iterable<Finding> {
  const published = publishedTranscript(entry);
  if (published === undefined) return;
  const { file, transcript } = published;
  const { talk, context } = readings.of(entry, () => ({
    talk: talkOf(transcript, file),
    context: reviewContext(entry, project),
  }));
  yield* gathered(remarksOf(rule, talk, context), talk, file, entry.slug);
}

/** What the show and the episode know that a transcript is held against. Names are gathered when a rule asks for them. */
export function reviewContext(entry: Subjects['episode'], project: Surroundings): ReviewContext {
  return new EpisodeContext(entry, project);
}

class EpisodeContext implements ReviewContext {
  readonly vocabulary: ReviewContext['vocabulary'];
  readonly language: string;
  readonly #entry: Subjects['episode'];
  readonly #project: Surroundings;

  constructor(entry: Subjects['episode'], project: Surroundings) {
    const { vocabulary = {}, language = 'en' } = project.show.content ?? {};
    this.vocabulary = vocabulary;
    this.language = language;
    this.#entry = entry;
    this.#project = project;
  }

  get names(): ReviewContext['names'] {
    return [...namesFor(this.#entry, this.#project), ...namesInNotes(this.#entry)];
  }
}

/** A rule on slips of the published transcript. */
export function slipRule(text: RuleText): Rule<'episode'> {
  return {
    ...text,
    subject: 'episode',
    check: (entry, project) => slipsIn(text.id, entry, project),
  };
}

/** So many places of one kind are told one by one or named; the rest is counted. */
const most = 5;

/** Findings for remarks: one for each kind, with its first places, so that forty stray capitals hide nothing else. */
function* gathered(remarks: readonly Remark[], talk: Talk, file: TranscriptFile, slug: string): Iterable<Finding> {
  const kinds = kindsOf(remarks);
  const untold = kinds.slice(most).flat().length;
  for (const [index, [first, ...others]] of kinds.slice(0, most).entries()) {
    if (first === undefined) continue;
    const isLast = index === most - 1;
    const rest = isLast ? untold : 0;
    const offers = [first, ...(isLast ? kinds.slice(most).flat() : [])].flatMap((remark) => remark.offers ?? []);
    const all = others.length > most || rest > 0 ? ` To see all: ppod transcript --review ${slug}.` : '';
    yield {
      ...(first.isSure ? { severity: 'warning' as const } : {}),
      file: file.path,
      range: rangeOf(first, talk, file),
      message: `${inTurn(first.turn, talk, file)}${first.message}${placesOf(others, talk, file)}${countOf(rest)}`,
      remedy: `${first.remedy}${all}`,
      ...(offers.length === 0 ? {} : { offers }),
    };
  }
}

function countOf(untold: number): string {
  if (untold === 0) return '';
  return untold === 1 ? ' There is one more place like it.' : ` There are ${untold} more places like it.`;
}

function kindsOf(remarks: readonly Remark[]): readonly (readonly Remark[])[] {
  const kinds = new Map<string, Remark[]>();
  for (const remark of remarks) {
    const kind = kinds.get(remark.message) ?? [];
    kind.push(remark);
    kinds.set(remark.message, kind);
  }
  return [...kinds.values()];
}

function placesOf(remarks: readonly Remark[], talk: Talk, file: TranscriptFile): string {
  if (remarks.length === 0) return '';
  const named = remarks.slice(0, most).map((remark) => {
    const turn = talk[remark.turn];
    const words = turn?.text.slice(remark.start, Math.min(remark.end, remark.start + 30)) ?? '';
    const line = turn?.place(remark.start, remark.end).line ?? 1;
    return `"${words}" in ${file.text === '' ? `turn ${remark.turn + 1}` : `line ${line}`}`;
  });
  const count = remarks.length === 1 ? 'one more place' : `${remarks.length} more places`;
  return ` So it is in ${count}: ${named.join(', ')}${remarks.length > most ? ' …' : '.'}`;
}

/** The words in the file; the beginning of their line where they do not stand there as they were read. */
function rangeOf(
  { turn, start, end }: Pick<Remark, 'turn' | 'start' | 'end'>,
  talk: Talk,
  { text }: TranscriptFile,
): Range {
  const place = talk[turn]?.place(start, end);
  const lines = new LineIndex(text);
  return place?.span === undefined ? lines.point(place?.line ?? 1, 1) : lines.range(place.span.start, place.span.end);
}

/** Opens a message on a Word document, which has no lines that a person could count: the turn in place of the line. */
export function inTurn(turn: number, talk: Talk, { text }: TranscriptFile): string {
  const speaker = talk[turn]?.speaker;
  return text === '' ? `In turn ${turn + 1}${speaker === undefined ? '' : ` (${speaker})`}: ` : '';
}
