import { styleText } from 'node:util';
import type { Diagnostic, Severity } from '../model/diagnostic.ts';
import { hanging } from '../text/wrap.ts';
import { codeFrame } from './code-frame.ts';
import { countLine } from './counts.ts';
import type { Reporter } from './reporter.ts';

type Style = Parameters<typeof styleText>[0];
type Paint = (style: Style, words: string) => string;

const styles: Readonly<Record<Severity, Style>> = {
  error: ['red', 'bold'],
  warning: ['yellow', 'bold'],
  info: ['cyan', 'bold'],
};
const frameIndent = '    ';
const labels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

/** For people at a terminal: what is wrong, where, what to do; colour only underlines what the words say. */
export const text: Reporter = ({ diagnostics, sources, color, columns }) => {
  const paint: Paint = (style, words) => (color ? styleText(style, words, { validateStream: false }) : words);
  const hidden = hiddenLines(diagnostics);
  const frameWidth = columns === undefined ? undefined : columns - frameIndent.length - 1;
  const frameOf = ({ file, range }: Diagnostic) =>
    hidden.has(`${file}:${range.start.line}`) ? undefined : codeFrame(sources.get(file) ?? '', range, frameWidth);
  const blocks = diagnostics.map((diagnostic) => block(diagnostic, { frame: frameOf(diagnostic), paint, columns }));
  const end = diagnostics.length === 0 ? 'Nothing to complain about.' : countLine(diagnostics);
  return `${[...blocks, [end, ...whereToBegin(diagnostics, columns)].join('\n')].join('\n\n')}\n`;
};

/** More findings than a person takes in at one look. */
const many = 12;

/** What to mend first, where the list is so long that nobody would see it: the rules broken most often. */
function whereToBegin(diagnostics: readonly Diagnostic[], columns: number | undefined): readonly string[] {
  const isOf = (wanted: Severity) => diagnostics.filter(({ severity }) => severity === wanted);
  const [word, worst] = isOf('error').length > 0 ? ['errors', isOf('error')] : ['warnings', isOf('warning')];
  if (diagnostics.length <= many || worst.length === 0) return [];
  const counts = new Map<string, number>();
  for (const { rule } of worst) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  const rules = [...counts].sort(([, a], [, b]) => b - a).map(([rule, count]) => `${rule} (${count})`);
  const more = rules.length > 3 ? `, and ${rules.length - 3} more` : '';
  return hanging('', `Begin with the ${word}: ${rules.slice(0, 3).join(', ')}${more}.`, columns);
}

/** `file:line` of what no report may repeat, on account of whichever finding. */
function hiddenLines(diagnostics: readonly Diagnostic[]): ReadonlySet<string> {
  const hiding = diagnostics.filter(({ hidesSource }) => hidesSource === true);
  return new Set(
    hiding.flatMap(({ file, range: { start, end } }) =>
      Array.from({ length: end.line - start.line + 1 }, (_, index) => `${file}:${start.line + index}`),
    ),
  );
}

interface Look {
  readonly frame: ReturnType<typeof codeFrame>;
  readonly paint: Paint;
  readonly columns: number | undefined;
}

function block({ rule, severity, file, range, message, remedy }: Diagnostic, { frame, paint, columns }: Look): string {
  const { line, column } = range.start;
  return [
    `${paint('bold', `${file}:${line}:${column}`)}  ${paint(styles[severity], labels[severity])}  ${paint('dim', rule)}`,
    ...hanging('  ', message, columns),
    ...(frame === undefined
      ? []
      : [paint('dim', `${frameIndent}${frame.line}`), paint(styles[severity], `${frameIndent}${frame.mark}`)]),
    hanging('  → ', remedy, columns)
      .join('\n')
      .replace('→', (arrow) => paint('green', arrow)),
  ].join('\n');
}
