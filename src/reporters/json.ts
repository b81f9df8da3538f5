import type { Diagnostic } from '../model/diagnostic.ts';
import { countBySeverity } from './counts.ts';
import type { Reporter } from './reporter.ts';

/** For scripts: one object, as the product contract fixes it. */
export const json: Reporter = ({ diagnostics, facts = {} }) =>
  `${JSON.stringify({ findings: diagnostics.map(plain), counts: countBySeverity(diagnostics), ...facts }, null, 2)}\n`;

function plain({ rule, severity, file, range, message, remedy }: Diagnostic) {
  const { line, column } = range.start;
  return { rule, severity, file, line, column, message, help: remedy };
}
