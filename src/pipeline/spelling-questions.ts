import type { Diagnostic, Fix } from '../model/diagnostic.ts';
import type { Project } from '../model/project.ts';
import { listedSpellings } from '../rules/listed-spellings.ts';
import { spellingFixes } from '../rules/vocabulary-spelling.ts';
import { LineIndex } from '../text/positions.ts';
import { sourcesOf } from './sources.ts';

/** A near miss of a name that the show does not list, as a person is asked about it. */
export interface SpellingQuestion {
  readonly wrong: string;
  readonly right: string;
  readonly file: string;
  /** Every place in the file, the first one first: the number of its line, and the words around it. */
  readonly places: readonly { readonly line: number; readonly words: string }[];
}

/** `always`: in this file and in every other, now and later, for show.md is to list it. */
export type SpellingAnswer = 'yes' | 'always' | 'no';

export type AskSpelling = (question: SpellingQuestion, project: Project) => Promise<SpellingAnswer>;

/** A repair, the file to be repaired, and the rule that asks for it. */
export type Proposal = Fix & { readonly file: string; readonly rule: string };

/** Asks about each near miss once. @param asked those that were asked about before; the new ones are added */
export async function askedProposals(
  project: Project,
  diagnostics: readonly Diagnostic[],
  ask: AskSpelling,
  asked: Set<string>,
): Promise<readonly Proposal[]> {
  const proposals: Proposal[] = [];
  const listed: Record<string, string[]> = {};
  const offered = diagnostics.flatMap(({ file, offers = [] }) => offers.map((offer) => ({ file, ...offer })));
  for (const { file, wrong, right } of offered) {
    const name = [file, wrong, right].join('\n');
    const fixes = spellingFixes(project, file, { [right]: [wrong] });
    if (asked.has(name) || fixes.length === 0 || listed[right]?.includes(wrong)) continue;
    asked.add(name);
    const answer = await ask({ wrong, right, file, places: placesIn(project, file, fixes) }, project);
    if (answer === 'always') listed[right] = [...(listed[right] ?? []), wrong];
    if (answer !== 'no') proposals.push(...fixes.map((fix) => ({ ...fix, file, rule })));
  }
  const list = Object.keys(listed).length === 0 ? undefined : listedSpellings(project.show, listed);
  return list === undefined ? proposals : [...proposals, { ...list, file: project.show.file, rule }];
}

const rule = 'name-spelling';

/** So many letters on each side of the place are shown. */
const aroundLetters = 40;

function placesIn(project: Project, file: string, fixes: readonly Fix[]): SpellingQuestion['places'] {
  const text = sourcesOf(project).find((source) => source.file === file)?.text ?? '';
  const lines = new LineIndex(text);
  return fixes
    .toSorted((a, b) => a.start - b.start)
    .map(({ start, end }) => {
      const before = text.slice(Math.max(0, start - aroundLetters), start).replace(/^.*\n/s, '');
      const after = text.slice(end, end + aroundLetters).replace(/\n.*$/s, '');
      return { line: lines.position(start).line, words: `${before}${text.slice(start, end)}${after}`.trim() };
    });
}
