import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { text } from '../../src/reporters/text.ts';
import { LineIndex } from '../../src/text/positions.ts';

const source = `audio: media/a recording with a very long name, ${'and more '.repeat(20)}.mp3`;

const finding = (rule: string, severity: Diagnostic['severity'] = 'error'): Diagnostic => ({
  rule,
  severity,
  file: 'episodes/a.md',
  range: new LineIndex(source).range(7, source.length),
  message: 'This is not a file that anybody could listen to, wherever they are.',
  remedy: 'Export it again from the program in which it was recorded.',
});

const print = (diagnostics: readonly Diagnostic[], columns?: number) =>
  text({ diagnostics, sources: new Map([['episodes/a.md', source]]), color: false, columns, rules: new Map() });

test('no line is wider than the terminal, and no word is lost', () => {
  fc.assert(
    fc.property(fc.integer({ min: 40, max: 200 }), (columns) => {
      const printed = print([finding('audio-missing')], columns);
      for (const line of printed.split('\n')) expect(line.length).toBeLessThanOrEqual(columns);
      expect(printed.replace(/\s+/g, ' ')).toContain(finding('').message);
      expect(printed.replace(/\s+/g, ' ')).toContain(`→ ${finding('').remedy}`);
    }),
  );
});

test('for programs every sentence is one line', () => {
  expect(print([finding('audio-missing')])).toContain(`\n  ${finding('').message}\n`);
});

test('a long list ends with where to begin: what stops the build, the most frequent first', () => {
  const many = (count: number, rule: string, severity?: Diagnostic['severity']) =>
    Array.from({ length: count }, () => finding(rule, severity));
  const warnings = many(20, 'audio-bitrate', 'warning');
  expect(print([...many(2, 'guid-missing'), ...many(30, 'audio-missing'), ...warnings])).toMatch(
    /\n32 errors, 20 warnings\nBegin with the errors: audio-missing \(30\), guid-missing \(2\)\.\n$/,
  );
  expect(print(warnings)).toMatch(/\nBegin with the warnings: audio-bitrate \(20\)\.\n$/);
  expect(print(many(3, 'guid-missing'))).toMatch(/\n3 errors, 0 warnings\n$/);
});
