import { expect, test } from 'vitest';
import { fixProject } from '../../src/pipeline/fix.ts';
import type { SpellingAnswer, SpellingQuestion } from '../../src/pipeline/spelling-questions.ts';
import { listedSpellings } from '../../src/rules/listed-spellings.ts';
import { parseFrontmatter } from '../../src/text/frontmatter.ts';
import { episodeText, memoryPorts, showText } from '../reading/memory-project.ts';

const guests = 'guests:\n  - name: Anna Riddell\n  - name: Ben Oyelaran\n';
const talk = 'Anna Riddell: I am Anna Ridell, hello.\n\nBen Oyelaran: And I heard of Anna Ridell before.\n';
const files = {
  'episodes/a.md': episodeText.replace('---\nHow', `${guests}---\nHow`),
  'episodes/a.transcript.txt': talk,
  'episodes/b.md': episodeText
    .replace('guid: tides', 'guid: ebb')
    .replace('---\nHow', `${guests}---\nAnna Ridell comes back. How`),
};

/** What the files say after a person answered every question so, and what was asked. */
async function fixed(answer: (question: SpellingQuestion) => SpellingAnswer, project: Record<string, string> = files) {
  const questions: SpellingQuestion[] = [];
  const outcome = await fixProject(memoryPorts(project), {
    ask: async (question) => {
      questions.push(question);
      return answer(question);
    },
  });
  const texts = new Map(outcome.files.map(({ file, after }) => [file, new TextDecoder().decode(after)]));
  return { questions, texts, diagnostics: outcome.diagnostics };
}

test('each near miss is asked about once in each file, with its places, and No leaves all as it is', async () => {
  const { questions, texts, diagnostics } = await fixed(() => 'no');
  expect(questions).toMatchObject([
    {
      ...{ wrong: 'Ridell', right: 'Riddell', file: 'episodes/a.transcript.txt' },
      places: [
        { line: 1, words: 'Anna Riddell: I am Anna Ridell, hello.' },
        { line: 3, words: 'Ben Oyelaran: And I heard of Anna Ridell before.' },
      ],
    },
    { file: 'episodes/b.md', places: [{ words: 'Anna Ridell comes back. How the tide sets the timet' }] },
  ]);
  expect(texts.size).toBe(0);
  expect(diagnostics.filter(({ rule }) => rule === 'name-spelling')).toHaveLength(2);
});

test('Yes puts it right in that file alone', async () => {
  const { texts } = await fixed(({ file }) => (file.endsWith('.txt') ? 'yes' : 'no'));
  expect([...texts]).toEqual([['episodes/a.transcript.txt', talk.replaceAll('Ridell', 'Riddell')]]);
});

test('Always puts it right in every file without another question, and lists it in show.md', async () => {
  const { questions, texts, diagnostics } = await fixed(() => 'always');
  expect(questions).toHaveLength(1);
  expect([...texts.keys()]).toEqual(['episodes/a.transcript.txt', 'episodes/b.md', 'show.md']);
  expect(texts.get('episodes/b.md')).toContain('Anna Riddell comes back.');
  expect(texts.get('show.md')).toBe(showText.replace('---\nTalks', 'vocabulary:\n  Riddell: [Ridell]\n---\nTalks'));
  expect(diagnostics.filter(({ rule }) => rule === 'name-spelling')).toEqual([]);
});

test('where nobody can be asked, near misses stay findings', async () => {
  const { files: changed, diagnostics } = await fixProject(memoryPorts(files));
  expect(changed).toEqual([]);
  expect(diagnostics.some(({ rule }) => rule === 'name-spelling')).toBe(true);
});

test.each([
  ['title: a\n', 'title: a\nvocabulary:\n  Riddell: [Ridell]\n'],
  [
    'vocabulary:\n  Riddell: [Riddle] # hers\nemail: a@b.c\n',
    'vocabulary:\n  Riddell: [Riddle, Ridell] # hers\nemail: a@b.c\n',
  ],
  [
    'vocabulary:\n  # names\n  Riddell:\n    - Riddle\n',
    'vocabulary:\n  # names\n  Riddell:\n    - Riddle\n    - Ridell\n',
  ],
  ['vocabulary:\n  Riddell: Riddle\n', 'vocabulary:\n  Riddell: [Riddle, Ridell]\n'],
  ['vocabulary: { The P Pod: [PPod] }\n', 'vocabulary: {The P Pod: [PPod], Riddell: [Ridell]}\n'],
])('a spelling is added to %j', (before, after) => {
  const text = `---\n${before}---\n\nAbout.\n`;
  const fix = listedSpellings({ frontmatter: parseFrontmatter(text) }, { Riddell: ['Ridell'] });
  expect(fix && text.slice(0, fix.start) + fix.replacement + text.slice(fix.end)).toBe(`---\n${after}---\n\nAbout.\n`);
});
