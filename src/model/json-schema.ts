import { z } from 'zod';
import { episodeSchemaIn } from './episode.ts';
import { showSchema } from './show.ts';

/** A JSON Schema (draft 7, which editors know best) of the facts in show.md. */
export function showJsonSchema(): Readonly<Record<string, unknown>> {
  return jsonSchema(showSchema, 'The facts in show.md');
}

/** A JSON Schema of the facts in an episode's file. */
export function episodeJsonSchema(): Readonly<Record<string, unknown>> {
  return jsonSchema(episodeSchemaIn('UTC'), "The facts in an episode's file");
}

function jsonSchema(schema: z.ZodType, title: string): Readonly<Record<string, unknown>> {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input', target: 'draft-7', unrepresentable: 'any' });
  return { $schema, title, ...rest };
}
