import type { Rule } from '../rule.ts';

/** The rules that look at show.md. Add a line here and a file beside it. */
export const showRules: readonly Rule<'show'>[] = [];
