import type { Surroundings } from '../rule.ts';
import { subscriberNumber } from './phone-numbers.ts';

const known = new WeakMap<Surroundings, ReadonlySet<string>>();

/** Tells what the show says may be public: its `allow` list, and its own address when that is published. */
export function allowedIn(project: Surroundings): (words: string) => boolean {
  const allowed = known.get(project) ?? listOf(project);
  known.set(project, allowed);
  return (words) => keysOf(words).some((key) => allowed.has(key));
}

function listOf({ show: { content } }: Surroundings): ReadonlySet<string> {
  const own = content?.publishEmail === true && content.email !== undefined ? [content.email] : [];
  return new Set([...(content?.allow ?? []), ...own].flatMap(keysOf));
}

/** An entry without case and spacing, and, for a telephone number, without country code and leading zero. */
function keysOf(words: string): readonly string[] {
  const plain = words
    .toLowerCase()
    .replace(/^mailto:|^tel:/, '')
    .replace(/[^\p{L}\p{N}@+]/gu, '');
  const number = /^[\d\s+().-]+$/.test(words) ? subscriberNumber(words) : undefined;
  // YAML reads a number that is not in quotes without its leading zero.
  return [plain, plain.replace(/^0+/, ''), ...(number === undefined ? [] : [number])];
}
