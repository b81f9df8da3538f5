import type { Memory } from '../ports.ts';

/**
 * What `make` answers, or answered an earlier time under the same digest. `what` names the thing in words, one for each; `digest` stands
 * for everything that `make` goes by. The answer must be something that JSON can hold.
 */
export function remembered<T>(memory: Memory | undefined, what: string, digest: string, make: () => T): T {
  const known = memory?.get(what, digest);
  // A memory gives back what was put into it by the same code.
  if (known !== undefined) return known as T;
  const value = make();
  memory?.set(what, digest, value);
  return value;
}
