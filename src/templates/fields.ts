import { stringify } from 'yaml';
import type { z } from 'zod';

/** One line of frontmatter or several: `title: The P Pod`, quoted where YAML would read something else. */
export function yamlField(key: string, value: unknown): string {
  return stringify({ [key]: value }, { lineWidth: 0, version: '1.2' }).trimEnd();
}

/** What a key is for, as a comment, from the words that the schema itself carries. */
export function fieldComment(schema: z.ZodType): string {
  return `# ${schema.meta()?.description ?? ''}`;
}

/** A field that is not in use: explained, with an example, behind `#`. */
export function unusedField(key: string, schema: z.ZodType): string {
  const examples = schema.meta()?.['examples'];
  const example: unknown = Array.isArray(examples) ? examples[0] : undefined;
  const lines = yamlField(key, example).split('\n');
  return [fieldComment(schema), ...lines.map((line) => `#${line}`)].join('\n');
}
