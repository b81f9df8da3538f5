import { episodeRules, ruleTexts, showRules } from './index.ts';
import { type Met, type Requirement, requirements } from './requirements.ts';
import type { RuleText } from './rule.ts';

/** docs/rules.md: every rule in its own words, then how the published requirements are met. */
export function rulesPage(): string {
  const parts = [introduction, ...groups().map(groupSection), accounting()];
  return `${parts.join('\n\n').trim()}\n`;
}

const introduction = `# The rules of ppod check

<!-- Made from src/rules by npm run docs. Change the rules there, not this page. -->

Each rule has a name. \`ppod rules\` lists them and \`ppod rules NAME\` explains one.

- An **error** stops \`ppod build\`. A **warning** does not, except with \`--strict\`. A **note** tells you something.
- To give a rule another weight for the whole show, write in show.md:

  \`\`\`yaml
  rules:
    item-title-no-numbers: off   # or info, warning, error
  \`\`\`

- To let one episode break a rule, write in the episode's file, with the reason:

  \`\`\`yaml
  waive:
    item-title-no-numbers: The title of the report that it is about begins with a number
  \`\`\`

- A rule that is marked as essential cannot be switched off: without what it asks for there is nothing to publish.`;

interface Group {
  readonly title: string;
  readonly texts: readonly RuleText[];
}

function groups(): readonly Group[] {
  const ofShow = new Set(showRules.map(({ id }) => id));
  const ofEpisodes = new Set(episodeRules.map(({ id }) => id));
  const themes: readonly { readonly title: string; readonly has: (id: string) => boolean }[] = [
    { title: 'Artwork and other pictures', has: (id) => /^(?:artwork|picture|episode-artwork)-/.test(id) },
    { title: 'Audio', has: (id) => /^(?:audio|enclosure|speech)-/.test(id) },
    { title: 'Transcripts', has: (id) => /^(?:transcript|vtt|srt)-/.test(id) },
    { title: 'Chapters', has: (id) => id.startsWith('chapters-') },
    { title: 'What must not be published', has: (id) => /^(?:privacy|private|never)-/.test(id) },
    { title: 'The show', has: (id) => ofShow.has(id) },
    { title: 'Links and notes', has: (id) => /^(?:link|item-description)-?/.test(id) && id !== 'item-link' },
    { title: 'Episodes', has: (id) => ofEpisodes.has(id) },
    { title: 'Reading the files', has: () => true },
  ];
  const found = themes.map(({ title }) => ({ title, texts: [] as RuleText[] }));
  for (const text of ruleTexts) {
    found[themes.findIndex(({ has }) => has(text.id))]?.texts.push(text);
  }
  return found.filter(({ texts }) => texts.length > 0);
}

function groupSection({ title, texts }: Group): string {
  return [`## ${title}`, ...texts.map(ruleSection)].join('\n\n');
}

const weights = { error: 'Error', warning: 'Warning', info: 'Note' } as const;

function ruleSection({ id, severity, summary, why, source, remedy, isEssential }: RuleText): string {
  const setting = isEssential
    ? 'Essential: it cannot be switched off.'
    : `To switch it off, write \`${id}: off\` under \`rules\` in show.md.`;
  return [
    `### ${id}`,
    `**${weights[severity]}.** ${summary}`,
    `- Why: ${why}\n- Asked for by: ${source}\n- What to do: ${remedy}\n- ${setting}`,
  ].join('\n\n');
}

const kinds: readonly { readonly by: Met['by']; readonly title: string }[] = [
  { by: 'rules', title: 'Enforced by a rule' },
  { by: 'writer', title: 'Guaranteed: what ppod writes cannot break it, and a test holds it to that' },
  { by: 'option', title: 'Offered: a key that you may use' },
  { by: 'verify', title: 'Seen only on the live site: left to `ppod verify`' },
  { by: 'person', title: 'Left to a person' },
  { by: 'nobody', title: 'Left out' },
];

const levels = ['must', 'should', 'may'] as const;

/** How many requirements of each level are met in each way, and what each rests on. */
function accounting(): string {
  const heading = `## The published requirements

Directories, apps and the law ask ${requirements.length} things of a podcast. This is how ppod meets them. Several are both enforced by a
rule and guaranteed; each is counted once, under the rule.

| | ${levels.join(' | ')} |
|---|${levels.map(() => '--:').join('|')}|`;
  const rows = kinds.map(({ by, title }) => {
    const counts = levels.map(
      (level) => requirements.filter((requirement) => requirement.level === level && wayOf(requirement) === by).length,
    );
    return `| ${title} | ${counts.join(' | ')} |`;
  });
  const table = [
    '| requirement | level | what is asked for, and by whom | how it is met |\n|---|---|---|---|',
    ...requirements.map(
      (requirement) =>
        `| ${requirement.id} | ${requirement.level} | ${requirement.title} (${requirement.source}) | ${meansOf(requirement)} |`,
    ),
  ];
  return [[heading, ...rows].join('\n'), table.join('\n')].join('\n\n');
}

/** The ids of the rules that enforce a requirement. */
export function enforcersOf({ id }: Requirement): readonly string[] {
  return ruleTexts.filter(({ enforces }) => enforces.includes(id)).map((text) => text.id);
}

function wayOf(requirement: Requirement): Met['by'] {
  return enforcersOf(requirement).length > 0 ? 'rules' : requirement.met.by;
}

function meansOf(requirement: Requirement): string {
  const rules = enforcersOf(requirement).map((id) => `rule [${id}](#${id})`);
  return [...rules, ...otherMeans(requirement.met)].join('; ');
}

function otherMeans(met: Met): readonly string[] {
  switch (met.by) {
    case 'rules':
      return [];
    case 'writer':
      return [`guaranteed: test/${met.test.replace(/^(\S+) /, '$1.test.ts, "')}…"`];
    case 'option':
      return [`key \`${met.key}\``];
    case 'verify':
      return ['`ppod verify`'];
    case 'person':
      return [`a person: ${met.why}`];
    case 'nobody':
      return [`left out: ${met.why}`];
  }
}
