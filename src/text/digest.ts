import { hash } from 'node:crypto';

/**
 * A short name for `parts` in their order: as good as no other parts have the same. (128 bits of SHA-256, in 22 signs.)
 */
export function digestOf(...parts: readonly (string | Uint8Array)[]): string {
  const [first = '', ...rest] = parts.map((part) => hash('sha256', part, 'base64url').slice(0, 22));
  return rest.length === 0 ? first : hash('sha256', [first, ...rest].join(' '), 'base64url').slice(0, 22);
}
