import type { Rule } from '../rule.ts';

/** The rules that look at one episode. Add a line here and a file beside it. */
export const episodeRules: readonly Rule<'episode'>[] = [];
