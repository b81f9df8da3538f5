import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { completionScript, shells } from '../../src/cli/completion.ts';
import { createProgram } from '../../src/cli/program.ts';
import { emptyFolder, ppod } from '../cli/project.ts';

const script = (shell: (typeof shells)[number]) =>
  completionScript(
    shell,
    createProgram('1', () => {}),
  );
const hasShell = (shell: string) => spawnSync(shell, ['-c', 'exit 0']).status === 0;

test.skipIf(!hasShell('bash')).each([
  [['ppod', 'chec'], ['check']],
  [['ppod', '--format', 'js'], ['json']],
  [['ppod', '-C', 'check', 'buil'], ['build']],
  [['ppod', 'build', '--as'], ['--as-of']],
  [['ppod', 'check', '--strict', '--form'], ['--format']],
  [['ppod', 'build', '--out', 'x'], []],
  [['ppod', 'completion', 'zs'], ['zsh']],
])('bash: %j offers %j', (words, offered) => {
  const file = join(emptyFolder(), 'completion.bash');
  writeFileSync(file, script('bash'));
  const typed = `source "$0"; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _ppod; echo "\${COMPREPLY[*]}"`;
  const { stdout, stderr } = spawnSync('bash', ['-c', typed, file, ...words], { encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(stdout.split('\n').filter((word) => word !== '')).toEqual(offered);
});

test.skipIf(!hasShell('fish')).each([
  ['ppod chec', ['check']],
  ['ppod --format js', ['json']],
  ['ppod -C episodes buil', ['build']],
  ['ppod build --as', ['--as-of']],
  ['ppod check --strict --form', ['--format']],
  ['ppod completion zs', ['zsh']],
])('fish: %s offers %j', (line, offered) => {
  const file = join(emptyFolder(), 'completion.fish');
  writeFileSync(file, script('fish'));
  const { stdout, stderr } = spawnSync('fish', ['-c', `source $argv[1]; complete -C ${JSON.stringify(line)}`, file], {
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  // Each with its explanation behind a tab.
  expect(stdout.split('\n').flatMap((row) => row.split('\t')[0] || [])).toEqual(offered);
});

test.each(['zsh', 'fish'] as const)(
  '%s: the script names every command and option, and the shell takes it',
  (shell) => {
    const text = script(shell);
    for (const word of ['transcript', 'as-of', 'strict', 'json github']) expect(text).toContain(word);
    if (!hasShell(shell)) return;
    const file = join(emptyFolder(), `completion.${shell}`);
    writeFileSync(file, text);
    expect(spawnSync(shell, ['-n', file], { encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' });
  },
);

test('ppod completion prints the script, and knows three shells', () => {
  const folder = emptyFolder();
  for (const shell of shells) expect(ppod(folder, ['completion', shell])).toMatchObject({ status: 0, stderr: '' });
  expect(ppod(folder, ['completion', 'tcsh'])).toMatchObject({ status: 2, stdout: '' });
});
