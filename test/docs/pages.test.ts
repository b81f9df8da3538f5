import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { emptyFolder, repository } from '../cli/project.ts';
import { isAsShown, stepsOf } from './page.ts';
import { standIns } from './stand-ins.ts';

const docs = join(repository, 'docs');
const pages = readdirSync(docs).filter((name) => name.endsWith('.md'));
const generated = ['commands.md', 'fields.md', 'rules.md'];

/**
 * Where every page begins: a folder that holds what the officer has (a recording, its transcript, a pasted page), and in
 * `harbour-talk` the show that docs/getting-started.md makes, unless the page makes it itself.
 */
async function scratch(page: string): Promise<Scratch> {
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
  const { env, here, there } = await standIns(page, folder);
  const path = [join(folder, '.npm/bin'), bin, process.env['PATH']].join(':');
  let place = folder;
  const run = async (script: string) => {
    const tail = `\nresult=$?\npwd > "${join(bin, 'place')}"\nexit $result`;
    const { text, status } = await typed(`exec 2>&1\ntrap : INT\n${here(script)}${tail}`, place, {
      ...{ PATH: path, HOME: folder, LANG: 'C.UTF-8', PPOD_CACHE: join(folder, '.cache') },
      ...env,
    });
    if (existsSync(join(bin, 'place'))) place = readFileSync(join(bin, 'place'), 'utf8').trim();
    return { text: there(text), status };
  };
  if (!page.includes('ppod init') && !page.includes('ppod import')) {
    const init = stepsOf(readFileSync(join(docs, 'getting-started.md'), 'utf8')).find(({ script }) =>
      script.includes('ppod init'),
    );
    expect((await run(init?.script ?? 'exit 9')).status).toBe(0);
    expect((await run('cd harbour-talk')).status).toBe(0);
  }
  return { run };
}

interface Scratch {
  run(script: string): Promise<{ text: string; status: number }>;
}

/** Lines for a shell as a person at it would run them: what goes on until Ctrl-C gets Ctrl-C. */
async function typed(script: string, cwd: string, env: NodeJS.ProcessEnv): Promise<{ text: string; status: number }> {
  const shell = spawn('sh', ['-c', script], { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  onTestFinished(() => {
    // The group, in which a preview may still be at work.
    if (shell.exitCode === null && shell.pid !== undefined) process.kill(-shell.pid, 'SIGKILL');
  });
  let text = '';
  shell.stdout.setEncoding('utf8').on('data', (part: string) => {
    text += part;
    // A terminal sends it to every program of the line, of which this number names the first.
    if (part.includes('Ctrl-C ends it') && shell.pid !== undefined) process.kill(-shell.pid, 'SIGINT');
  });
  const [status] = await once(shell, 'close');
  return { text, status: typeof status === 'number' ? status : -1 };
}

/** Programs of other people that a page may use, and a machine may lack. */
const lacks = (script: string) =>
  ['git', 'rsync', 'espeak-ng'].some(
    (program) =>
      (script.startsWith(`${program} `) || (program === 'espeak-ng' && script.includes('ppod align'))) &&
      spawnSync(program, ['--version']).error !== undefined,
  );

/** Pages that show nothing to type: an index, a text to adapt, how something works and what was measured. */
const sessionless = ['README.md', 'accessibility-statement.md', 'alignment.md', 'performance.md'];

describe.each(pages.filter((name) => !generated.includes(name)))('docs/%s', (name) => {
  const markdown = readFileSync(join(docs, name), 'utf8');
  const steps = stepsOf(markdown);

  // The pages' commands are the same everywhere; the shell that types them here is not.
  test.skipIf(steps.length === 0 || process.platform === 'win32')(
    'does what it says',
    async () => {
      const { run } = await scratch(steps.map(({ script }) => script).join('\n'));
      for (const { script, output, line } of steps) {
        if (lacks(script)) continue;
        const { text, status } = await run(script);
        expect(status, `line ${line}: ${script}\n${text}`).toBeLessThan(2);
        if (output !== undefined)
          expect(isAsShown(output, text), `line ${line} shows\n${output}\nbut it was\n${text}`).toBe(true);
      }
    },
    120_000,
  );

  test('shows what to type in a way that is tried', () => {
    // Commands stand in blocks marked sh, which are run; in others only what is written into files, or printed.
    const others = [...markdown.matchAll(/^```(?!sh$|text$|yaml$|markdown$)(\S+)$/gm)].map(([, form]) => form);
    expect(others).toEqual([]);
    expect(steps.some(({ script }) => script.includes('ppod '))).toBe(!sessionless.includes(name));
  });

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

test('every picture is shown somewhere, said in words, and soon there', () => {
  const shown = pages.flatMap((name) => [
    ...readFileSync(join(docs, name), 'utf8').matchAll(/!\[(?<words>[^\]]*)\]\(pictures\/(?<file>[^)]+)\)/g),
  ]);
  const files = readdirSync(join(docs, 'pictures')).sort();
  expect(shown.map(({ groups }) => groups?.['file']).sort()).toEqual(files);
  for (const { groups } of shown) expect(groups?.['words']).toMatch(/^.{30,}$/);
  for (const file of files) expect(statSync(join(docs, 'pictures', file)).size, file).toBeLessThan(60_000);
});

test('a page that shows something else fails', () => {
  expect(isAsShown('Made "…" in x.\n…\nDone.', 'Made "A talk" in x.\na\nb\nDone.\n')).toBe(true);
  expect(isAsShown('Made "…" in x.', 'Made "A talk" in y.')).toBe(false);
  expect(isAsShown('One.\n…', 'Two.\nOne.')).toBe(false);
  expect(stepsOf('```sh\na\n```\n\n```text\nb\n```\n<!-- test: c -->\n```yaml\nd: e\n```\n')).toEqual([
    { script: 'a\n', output: 'b\n', line: 1 },
    { script: 'c', output: undefined, line: 8 },
  ]);
});
