import type { Diagnostic, Severity } from '../model/diagnostic.ts';
import { encodePath } from '../model/urls.ts';
import type { Reporter } from './reporter.ts';

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

/** SARIF 2.1.0, for code-scanning services. */
export const sarif: Reporter = ({ diagnostics, rules: texts }) => {
  const ids = [...new Set(diagnostics.map(({ rule }) => rule))].sort();
  const rules = ids.map((id) => {
    const text = texts.get(id);
    return {
      id,
      ...(text === undefined
        ? {}
        : {
            shortDescription: { text: text.summary },
            fullDescription: { text: text.why },
            help: { text: text.remedy },
          }),
    };
  });
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'ppod', rules } },
        columnKind: 'utf16CodeUnits',
        results: diagnostics.map((diagnostic) => result(diagnostic, ids)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
};

function result({ rule, severity, file, range: { start }, message, remedy }: Diagnostic, ids: readonly string[]) {
  const artifactLocation = { uri: encodePath(file), uriBaseId: '%SRCROOT%' };
  const region = { startLine: start.line, startColumn: start.column };
  return {
    ruleId: rule,
    ruleIndex: ids.indexOf(rule),
    level: levels[severity],
    message: { text: `${message} ${remedy}` },
    locations: [{ physicalLocation: { artifactLocation, region } }],
  };
}
