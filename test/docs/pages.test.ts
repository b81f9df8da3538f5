import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { emptyFolder, repository } from '../cli/project.ts';
import { isAsShown, stepsOf } from './page.ts';

const docs = join(repository, 'docs');
const pages = readdirSync(docs).filter((name) => name.endsWith('.md'));
const generated = ['commands.md', 'fields.md', 'rules.md'];

/**
 * Where every page begins: a folder that holds what the officer has (a recording, its transcript, a pasted page), and in
 * `harbour-talk` the show that docs/getting-started.md makes, unless the page makes it itself.
 */
function scratch(makesShow: boolean): { folder: string; run: (script: string) => { text: string; status: number } } {
  const folder = emptyFolder();
  const bin = join(folder, '.bin');
  mkdirSync(bin);
  writeFileSync(
    join(bin, 'ppod'),
    `#!/bin/sh\nexec "${process.execPath}" "${join(repository, 'build/main.js')}" "$@"\n`,
  );
  chmodSync(join(bin, 'ppod'), 0o755);
  copyFileSync(join(repository, 'media/making-time-to-reflect.mp3'), join(folder, 'interview.mp3'));
  copyFileSync(join(repository, 'episodes/making-time-to-reflect.transcript.txt'), join(folder, 'interview.txt'));
  copyFileSync(join(repository, 'media/the-p-pod.jpg'), join(folder, 'cover.jpg'));
  let place = folder;
  const run = (script: string) => {
    const tail = `\nresult=$?\npwd > "${join(bin, 'place')}"\nexit $result`;
    const { stdout, status } = spawnSync('sh', ['-c', `exec 2>&1\n${script}${tail}`], {
      cwd: place,
      encoding: 'utf8',
      env: { PATH: `${bin}:${process.env['PATH']}`, HOME: folder, LANG: 'C.UTF-8', PPOD_CACHE: join(folder, '.cache') },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    if (existsSync(join(bin, 'place'))) place = readFileSync(join(bin, 'place'), 'utf8').trim();
    return { text: stdout, status: status ?? -1 };
  };
  if (!makesShow) {
    const init = stepsOf(readFileSync(join(docs, 'getting-started.md'), 'utf8')).find(({ script }) =>
      script.includes('ppod init'),
    );
    expect(run(init?.script ?? 'exit 9').status).toBe(0);
    expect(run('cd harbour-talk').status).toBe(0);
  }
  return { folder, run };
}

describe.each(pages.filter((name) => !generated.includes(name)))('docs/%s', (name) => {
  const markdown = readFileSync(join(docs, name), 'utf8');
  const steps = stepsOf(markdown);

  // The pages' commands are the same everywhere; the shell that types them here is not.
  test.skipIf(steps.length === 0 || process.platform === 'win32')(
    'does what it says',
    () => {
      const { run } = scratch(steps.some(({ script }) => script.includes('ppod init')));
      for (const { script, output, line } of steps) {
        const { text, status } = run(script);
        expect(status, `line ${line}: ${script}\n${text}`).toBeLessThan(2);
        if (output !== undefined)
          expect(isAsShown(output, text), `line ${line} shows\n${output}\nbut it was\n${text}`).toBe(true);
      }
    },
    120_000,
  );

  test('links only to pages that are there', () => {
    const targets = [...markdown.matchAll(/\]\((?!https?:|mailto:|#)([^)#]+)/g)].map(([, target = '']) => target);
    for (const target of targets) expect(existsSync(join(docs, dirname(name), target)), target).toBe(true);
  });

  test('names only commands and options that ppod has', () => {
    const help = readFileSync(join(docs, 'commands.md'), 'utf8');
    for (const [, command = '', rest = ''] of markdown.matchAll(/\bppod ([a-z]+)\b([^`\n]*)/g)) {
      if (!markdown.includes(`\`ppod ${command}`) && !/^\s*ppod /m.test(markdown)) continue;
      const section = help.split(`## ppod ${command}\n`)[1]?.split('\n## ')[0];
      if (section === undefined) continue;
      for (const [flag] of rest.matchAll(/(?<=\s)--[a-z][a-z-]+/g))
        expect(section, `ppod ${command} ${flag}`).toContain(flag);
    }
  });
});

test('a page that shows something else fails', () => {
  expect(isAsShown('Made "…" in x.\n…\nDone.', 'Made "A talk" in x.\na\nb\nDone.\n')).toBe(true);
  expect(isAsShown('Made "…" in x.', 'Made "A talk" in y.')).toBe(false);
  expect(isAsShown('One.\n…', 'Two.\nOne.')).toBe(false);
  expect(stepsOf('```sh\na\n```\n\n```text\nb\n```\n<!-- test: c -->\n```console\nd\n```\n')).toEqual([
    { script: 'a\n', output: 'b\n', line: 1 },
    { script: 'c', output: undefined, line: 8 },
  ]);
});
