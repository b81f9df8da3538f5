import { z } from 'zod';

import { nearest } from '../text/nearest.ts';

export interface FieldsRead<T> {
  /** `undefined` when nothing can be made of the data. */
  readonly content: T | undefined;
  /** Whether the data fitted the schema as it was. */
  readonly isSound: boolean;
  /** The top-level keys that could not be used, or were meant by a misspelt one. */
  readonly substituted: readonly string[];
}

/**
 * Reads frontmatter data by its schema. Keys that cannot be used are left out, or, where the schema needs them, given the
 * example of their own `.meta()`: so one fault does not hide the others. Findings about them come from the schema alone.
 */
export function readFields<S extends z.ZodType>(schema: S, data: unknown): FieldsRead<z.output<S>> {
  const parsed = schema.safeParse(data);
  if (parsed.success) return { content: parsed.data, isSound: true, substituted: [] };
  if (!(schema instanceof z.ZodObject) || typeof data !== 'object' || data === null) {
    return { content: undefined, isSound: false, substituted: [] };
  }
  const known = Object.keys(schema.shape);
  const faulty = new Set(parsed.error.issues.flatMap(({ path }) => (path.length > 0 ? [String(path[0])] : [])));
  const usable = Object.entries(data).filter(([key]) => known.includes(key) && !faulty.has(key));
  const examples = [...faulty].flatMap((key) => exampleOf(key, schema.shape[key]));
  const repaired = schema.safeParse(Object.fromEntries([...usable, ...examples]));
  const meant = Object.keys(data).flatMap((key) => (known.includes(key) ? [] : (nearest(key, known) ?? [])));
  return { content: repaired.data, isSound: false, substituted: [...faulty, ...meant] };
}

function exampleOf(key: string, field: z.core.$ZodType | undefined): (readonly [string, unknown])[] {
  if (field === undefined || field instanceof z.ZodOptional || field instanceof z.ZodDefault) return [];
  const examples: unknown = z.globalRegistry.get(field)?.['examples'];
  return Array.isArray(examples) ? [[key, examples[0]]] : [];
}
