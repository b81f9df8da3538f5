import { ruleTexts } from '../rules/index.ts';
import { nearest } from '../text/nearest.ts';
import { exitCodes } from './exit-codes.ts';
import type { GlobalOptions } from './report.ts';
import { UsageError } from './usage-error.ts';

/** `ppod rules [ID]`: the list, or one rule's meaning, source and remedy. */
export function runRules(id: string | undefined, { format }: GlobalOptions): number {
  if (id === undefined) {
    const width = Math.max(...ruleTexts.map((text) => text.id.length));
    const lines = ruleTexts.map((text) => `${text.id.padEnd(width)}  ${text.severity.padEnd(7)}  ${text.summary}`);
    process.stdout.write(format === 'json' ? `${JSON.stringify(ruleTexts, null, 2)}\n` : `${lines.join('\n')}\n`);
    return exitCodes.done;
  }
  const text = ruleTexts.find((candidate) => candidate.id === id);
  if (text === undefined) {
    const meant = nearest(
      id,
      ruleTexts.map((known) => known.id),
    );
    throw new UsageError(
      `There is no rule "${id}".${meant === undefined ? '' : ` Did you mean "${meant}"?`} ppod rules lists them all.`,
    );
  }
  const setting = text.isEssential
    ? 'This rule cannot be switched off: without what it asks for there is nothing to publish.'
    : `To change its weight, write in show.md:\n  rules:\n    ${text.id}: off   # or info, warning, error`;
  const lines = [
    `${text.id} (${text.severity})`,
    text.summary,
    `Why: ${text.why}`,
    `Asked for by: ${text.source}`,
    `What to do: ${text.remedy}`,
    setting,
  ];
  process.stdout.write(format === 'json' ? `${JSON.stringify(text, null, 2)}\n` : `${lines.join('\n\n')}\n`);
  return exitCodes.done;
}
