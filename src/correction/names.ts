import type { Person } from '../model/person.ts';
import { splitSentences } from '../transcripts/sentences.ts';
import { withoutAddresses } from './addresses.ts';
import { type Heard, heard, leastLetters, lettersOf } from './sound.ts';
import { isCapital, wordsOf } from './words.ts';

/** A right spelling that recognised speech is held against. */
export interface KnownName extends Heard {
  /** As it should be written. */
  readonly name: string;
  readonly wordCount: number;
  /** Where it is known from, for a person: "the people of the episode". */
  readonly from: string;
  /** True where it was only met in a text, which may be wrong itself. */
  readonly isMet: boolean;
}

/** The names of people, each word of them too, and of the organisations for which they speak. */
export function namesOfPeople(people: readonly Person[], from: string): readonly KnownName[] {
  return people.flatMap(({ name, organisation }) => [
    ...wordsOf(name).map(({ text }) => known(text, from)),
    ...(organisation === undefined ? [] : [known(organisation, from)]),
  ]);
}

/** A name as it stands, without its article: "The P Pod" may be "our P Pod" in a sentence. */
export function known(name: string, from: string, isMet = false): KnownName {
  const words = wordsOf(name.replace(/^the\s+(?=\S)/i, '')).map(({ text }) => text);
  return { name, wordCount: words.length, from, isMet, ...heard(words) };
}

/** Words with a capital within the sentences of notes in Markdown: most often names. */
export function namesInText(text: string, from: string): readonly KnownName[] {
  const lines = withoutAddresses(text).split('\n');
  const found = lines
    .flatMap((line) => splitSentences(line))
    .flatMap((sentence) =>
      wordsOf(sentence.text)
        .slice(1)
        .filter((word) => isCapital(word.text) && lettersOf(word.text).length > leastLetters),
    );
  return [...new Set(found.map((word) => word.text.replace(/['’]s$/, '')))].map((name) => known(name, from, true));
}
