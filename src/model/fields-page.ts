import { stringify } from 'yaml';
import { z } from 'zod';
import { episodeSchemaIn } from './episode.ts';
import { showSchema } from './show.ts';

/** `docs/fields.md`: every key of the frontmatter, from the schemas' own words. Pure. */
export function fieldsPage(): string {
  return [
    '# Every field',
    'Made from the program itself. The facts stand at the top of a file, between two lines of three dashes; what is below the second is text.',
    'Dates without an offset are in the time zone of the show. Paths begin at the folder that holds `show.md`.',
    '## show.md',
    'Below the facts stands the description of the show, in Markdown.',
    ...fieldsOf(showSchema),
    '## episodes/*.md',
    'Below the facts stand the show notes, in Markdown.',
    ...fieldsOf(episodeSchemaIn('UTC')),
  ]
    .join('\n\n')
    .concat('\n');
}

function fieldsOf(schema: z.ZodObject): readonly string[] {
  return Object.entries(schema.shape).map(([key, field]) => section(key, field));
}

function section(key: string, field: z.core.$ZodType): string {
  const { description = '', examples } = z.globalRegistry.get(field) ?? {};
  const [example]: unknown[] = Array.isArray(examples) ? examples : [];
  return [
    `### ${key}`,
    `${description}${needs(field)}`,
    `\`\`\`yaml\n${stringify({ [key]: example }, { lineWidth: 100 }).trim()}\n\`\`\``,
  ].join('\n\n');
}

/** Whether the key has to be there, and what holds when it is not. */
function needs(field: z.core.$ZodType): string {
  if (field instanceof z.ZodDefault) {
    const usual: unknown = field.def.defaultValue;
    const isEmpty = typeof usual === 'object' && usual !== null && Object.keys(usual).length === 0;
    return isEmpty ? '' : ` Without it: \`${String(usual)}\`.`;
  }
  return field instanceof z.ZodOptional ? '' : ' **Needed.**';
}
