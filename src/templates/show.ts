import { type Show, showSchema } from '../model/show.ts';
import { fieldComment, unusedField, yamlField } from './fields.ts';
import type { TemplateFile } from './template.ts';

/** What `ppod init` asks for: the facts that a show cannot be published without, and those that most shows have. */
export interface ShowAnswers
  extends Pick<Show, 'title' | 'site' | 'language' | 'author' | 'categories' | 'artwork' | 'timezone'> {
  /** Markdown. */
  readonly description: string;
  readonly email: string | undefined;
  /** The names of those who present the show. */
  readonly hosts: readonly string[];
  /** The permanent id of the show. */
  readonly guid: string;
}

/** Most shows come to want these sooner or later. */
const later = ['advisory', 'footer', 'links', 'vocabulary', 'license', 'type', 'location', 'theme'] as const;

/** `show.md`, with a comment for each field that says what it is for. */
export function showFile({ description, email, hosts, ...facts }: ShowAnswers): TemplateFile {
  const known = {
    title: facts.title,
    site: facts.site,
    language: facts.language,
    author: facts.author,
    categories: facts.categories,
    artwork: facts.artwork,
    explicit: false,
    timezone: facts.timezone,
    guid: facts.guid,
    copyright: facts.author,
    email,
    hosts: hosts.length === 0 ? undefined : hosts.map((name) => ({ name, role: 'Host' })),
  } as const satisfies Partial<Record<keyof typeof showSchema.shape, unknown>>;
  const fields = Object.entries(known).map(([key, value]) => {
    const schema = showSchema.shape[key as keyof typeof known]; // Object.entries forgets the names of keys.
    return value === undefined ? unusedField(key, schema) : `${fieldComment(schema)}\n${yamlField(key, value)}`;
  });
  const contents = [
    '---',
    '# The facts of the show. Lines that begin with # are notes for you; ppod does not read them.',
    ...fields,
    '',
    '# Take away the # of a line below to use it. Every field is explained in docs/fields.md of ppod.',
    ...later.map((key) => unusedField(key, showSchema.shape[key])),
    '---',
    '',
    description,
    '',
  ].join('\n');
  return { path: 'show.md', contents };
}
