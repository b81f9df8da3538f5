import { expect, test } from 'vitest';
import { asArgument, canAsk } from '../../src/cli/terminal.ts';

const [terminal, pipe] = [{ isTTY: true }, {}];

test('a person is asked only at a terminal, and never in a job', () => {
  expect(canAsk({ stdin: terminal, stderr: terminal }, {})).toBe(true);
  expect(canAsk({ stdin: pipe, stderr: terminal }, {})).toBe(false);
  expect(canAsk({ stdin: terminal, stderr: pipe }, {})).toBe(false);
  expect(canAsk({ stdin: terminal, stderr: terminal }, { CI: 'true' })).toBe(false);
  expect(canAsk({ stdin: terminal, stderr: terminal }, { TERM: 'dumb' })).toBe(false);
});

test('a path is written as it has to be typed', () => {
  expect(asArgument('my-show/ab.c')).toBe('my-show/ab.c');
  expect(asArgument('my show')).toBe('"my show"');
  expect(asArgument('a$(b)')).toBe('"a\\$(b)"');
});
