import type { Diagnostic } from '../model/diagnostic.ts';
import { episodeRules, showRules } from '../rules/index.ts';

const excusable = new Set(
  [...showRules, ...episodeRules].filter(({ isEssential }) => isEssential !== true).map(({ id }) => id),
);

/**
 * The settings of `rules` under which a show is built although it has these faults: what was published for years must not stop
 * a move. Faults without which nothing could be published have none.
 */
export function excusesFor(diagnostics: readonly Diagnostic[]): Readonly<Record<string, 'warning'>> {
  const ids = diagnostics
    .filter(({ severity, rule }) => severity === 'error' && excusable.has(rule))
    .map(({ rule }) => rule);
  return Object.fromEntries([...new Set(ids)].sort().map((id) => [id, 'warning'] as const));
}
