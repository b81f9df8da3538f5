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

/** Everything in a transcript that a person should look at, in kinds; those without a remark are left out. */
export function review(talk: Talk, { names, vocabulary, language }: ReviewContext): readonly RemarkGroup[] {
  const groups: readonly RemarkGroup[] = [
    { rule: 'transcript-other-voice', title: 'Words that read like another speaker', remarks: otherVoices(talk) },
    { rule: 'transcript-speaker-twice', title: 'The same name twice in a row', remarks: speakersTwice(talk) },
    { rule: 'transcript-turn-cut', title: 'Turns cut off in the middle of a sentence', remarks: cutTurns(talk) },
    { rule: 'transcript-own-name', title: 'Speakers who call themselves by name', remarks: ownNames(talk) },
    { rule: 'transcript-own-answer', title: 'Questions answered in the same turn', remarks: ownAnswers(talk) },
    { rule: 'vocabulary-spelling', title: 'Spellings that the show lists as wrong', remarks: listed(talk, vocabulary) },
    { rule: 'name-spelling', title: 'Names that may be misspelt', remarks: nameRemarks(talk, names, vocabulary) },
    {
      rule: 'transcript-stray-capital',
      title: 'Capitals within a sentence',
      remarks: strayCapitals(talk, language),
    },
    { rule: 'transcript-repeated-word', title: 'Words that stand there twice', remarks: repeatedWords(talk) },
  ];
  return groups.filter(({ remarks }) => remarks.length > 0);
}

function listed(talk: Talk, vocabulary: Vocabulary): readonly Remark[] {
  return talk.flatMap(({ text }, turn) =>
    misspellings(text, vocabulary).map(({ start, end, right, replacement }) => ({
      ...{ turn, start, end, isSure: true, hint: replacement },
      message: `The show lists this as a wrong spelling of "${right}".`,
      remedy: 'Run ppod check --fix, which writes the right one everywhere, or correct it by hand.',
    })),
  );
}
