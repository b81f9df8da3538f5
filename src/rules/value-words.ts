import type { DataPath } from '../text/frontmatter.ts';

/** A value as a person would call it. */
export function describe(found: unknown): string {
  if (typeof found === 'string') return `"${found.length > 60 ? `${found.slice(0, 57)}…` : found}"`;
  if (typeof found === 'number') return `the number ${found}`;
  if (typeof found === 'boolean') return String(found);
  if (found === null || found === undefined) return 'nothing';
  return Array.isArray(found) ? 'a list' : 'a group of keys';
}

export function isEmpty(found: unknown): boolean {
  return (
    found === null || (typeof found === 'string' && found.trim() === '') || (Array.isArray(found) && found.length === 0)
  );
}

/** `people`, or `people, entry 2, name`. */
export function nameOf(at: DataPath): string {
  return at.map((step) => (typeof step === 'number' ? `entry ${step + 1}` : `"${step}"`)).join(', ');
}
