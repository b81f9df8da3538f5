import type { KnownName } from '../correction/names.ts';
import { nameText, nearMissFinder, nearMissWords, ordinaryWords } from '../correction/near-misses.ts';
import { misspellings, type Vocabulary } from '../correction/vocabulary.ts';
import { namesFor } from './names-for.ts';
import { defineRule, type Finding, type Subjects } from './rule.ts';
import { slipsIn } from './transcript/read-through.ts';

export const nameSpelling = defineRule({
  id: 'name-spelling',
  subject: 'episode',
  severity: 'info',
  enforces: ['transcript-reviewed'],
  summary: 'A word of the notes or transcript looks or sounds like a name of the show, but is spelt otherwise.',
  why: 'Speech recognition spells names by ear. People notice their own, and a search for the right one finds nothing.',
  source: 'ppod',
  remedy: 'Correct the name if it is meant, and list the wrong spelling in show.md under vocabulary.',
  *check(entry, project) {
    yield* inNotes(entry, namesFor(entry, project), project.show.content?.vocabulary ?? {});
    yield* slipsIn('name-spelling', entry, project);
  },
});

function* inNotes(
  { frontmatter }: Subjects['episode'],
  names: readonly KnownName[],
  vocabulary: Vocabulary,
): Iterable<Finding> {
  const { body } = frontmatter;
  const notes = nameText(body);
  const find = nearMissFinder(names, ordinaryWords(notes.words));
  const listed = misspellings(body, vocabulary);
  const seen = new Set<string>();
  for (const miss of find(notes)) {
    if (seen.has(miss.words) || listed.some(({ start, end }) => start < miss.end && miss.start < end)) continue;
    seen.add(miss.words);
    yield { range: frontmatter.locateInBody(miss.start, miss.end), ...nearMissWords(miss) };
  }
}
