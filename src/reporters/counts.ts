import type { Diagnostic, Severity } from '../model/diagnostic.ts';

export function countBySeverity(diagnostics: readonly Diagnostic[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of diagnostics) counts[severity]++;
  return counts;
}

/** "2 errors, 1 warning": the last line of a report. */
export function countLine(diagnostics: readonly Diagnostic[]): string {
  const { error, warning, info } = countBySeverity(diagnostics);
  const parts = [plural(error, 'error'), plural(warning, 'warning')];
  if (info > 0) parts.push(plural(info, 'note'));
  return parts.join(', ');
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
