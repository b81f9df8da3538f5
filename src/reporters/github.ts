import type { Severity } from '../model/diagnostic.ts';
import type { Reporter } from './reporter.ts';

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/** For GitHub Actions: one workflow command a finding, shown in the pull request. */
export const github: Reporter = ({ diagnostics }) =>
  diagnostics
    .map(({ rule, severity, file, range: { start }, message, remedy }) => {
      const at = `file=${property(file)},line=${start.line},col=${start.column}`;
      return `::${commands[severity]} ${at},title=${property(rule)}::${data(`${message} ${remedy}`)}\n`;
    })
    .join('');

const data = (value: string) => value.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (value: string) => data(value).replaceAll(':', '%3A').replaceAll(',', '%2C');
