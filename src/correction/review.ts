import { cutTurns } from './cut-turn.ts';
import { nameRemarks } from './name-remarks.ts';
import type { KnownName } from './names.ts';
import { otherVoices } from './other-voice.ts';
import { ownAnswers } from './own-answer.ts';
import { ownNames } from './own-name.ts';
import type { Remark } from './remark.ts';
import { repeatedWords } from './repeated-words.ts';
import { speakersTwice } from './speaker-twice.ts';
import { strayCapitals } from './stray-capitals.ts';
import type { Talk } from './talk.ts';
import { misspellings, type Vocabulary } from './vocabulary.ts';

/** What a show knows that its transcripts can be held against. */
export interface ReviewContext {
  readonly names: readonly KnownName[];
  readonly vocabulary: Vocabulary;
  /** The language spoken, as a code. */
  readonly language: string;
}

/** All remarks of one kind, the gravest kinds first. */
export interface RemarkGroup {
  /** The rule that reports them. */
  readonly rule: string;
  /** What they have in common, as a heading. */
  readonly title: string;
  readonly remarks: readonly Remark[];
}

interface Reader {
  /** The rule that reports what it finds. */
  readonly rule: string;
  readonly title: string;
  readonly find: (talk: Talk, context: ReviewContext) => readonly Remark[];
}

/** The gravest kinds first. */
const readers: readonly Reader[] = [
  { rule: 'transcript-other-voice', title: 'Words that read like another speaker', find: otherVoices },
  { rule: 'transcript-speaker-twice', title: 'The same name twice in a row', find: speakersTwice },
  { rule: 'transcript-turn-cut', title: 'Turns cut off in the middle of a sentence', find: cutTurns },
  { rule: 'transcript-own-name', title: 'Speakers who call themselves by name', find: ownNames },
  { rule: 'transcript-own-answer', title: 'Questions answered in the same turn', find: ownAnswers },
  { rule: 'vocabulary-spelling', title: 'Spellings that the show lists as wrong', find: listed },
  {
    rule: 'name-spelling',
    title: 'Names that may be misspelt',
    find: (talk, { names, vocabulary }) => nameRemarks(talk, names, vocabulary),
  },
  {
    rule: 'transcript-stray-capital',
    title: 'Capitals within a sentence',
    find: (talk, { language }) => strayCapitals(talk, language),
  },
  { rule: 'transcript-repeated-word', title: 'Words that stand there twice', find: repeatedWords },
];

/** Everything in a transcript that a person should look at, in kinds; those without a remark are left out. */
export function review(talk: Talk, context: ReviewContext): readonly RemarkGroup[] {
  return readers
    .map(({ rule, title, find }) => ({ rule, title, remarks: find(talk, context) }))
    .filter(({ remarks }) => remarks.length > 0);
}

/** What one rule has to say of a transcript. */
export function remarksOf(rule: string, talk: Talk, context: ReviewContext): readonly Remark[] {
  return readers.find((reader) => reader.rule === rule)?.find(talk, context) ?? [];
}

function listed(talk: Talk, { vocabulary }: ReviewContext): readonly Remark[] {
  return talk.flatMap(({ text }, turn) =>
    misspellings(text, vocabulary).map(({ start, end, right, replacement }) => ({
      ...{ turn, start, end, isSure: true, hint: replacement },
      message: `The show lists this as a wrong spelling of "${right}".`,
      remedy: 'Run ppod check --fix, which writes the right one everywhere, or correct it by hand.',
    })),
  );
}
