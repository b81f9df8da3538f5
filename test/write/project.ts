import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import type { OutputFile } from '../../src/outputs/output.ts';

/** What a build is to write: a text, or `=media/x.mp3` for a copy. */
export type Plan = Readonly<Record<string, string>>;

export function outputs(plan: Plan): OutputFile[] {
  return Object.entries(plan).map(([path, value]) =>
    value.startsWith('=') ? { path, copyOf: value.slice(1) } : { path, contents: value },
  );
}

/** A plan whose feed names every other file of it. */
export function podcast(name: string, files: Plan): Plan {
  return { 'feed.xml': `<rss name="${name}">\n${Object.keys(files).join('\n')}\n</rss>\n`, ...files };
}

export function namedBy(feed: string): string[] {
  return feed.split('\n').slice(1, -2);
}

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ppod-write-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A show project with `files`, removed when the test ends. */
export function project(files: Readonly<Record<string, string>> = {}): string {
  const root = temporaryFolder();
  for (const [path, text] of Object.entries({ 'show.md': '---\n---\n', 'episodes/one.md': '', ...files })) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

/** Every file and empty folder below `folder`, with a digest of its bytes. */
export function tree(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true, encoding: 'utf8' });
  const found = entries.map((entry): [string, string] => {
    const path = join(entry.parentPath, entry.name);
    const name = relative(folder, path).split(sep).join('/');
    if (entry.isDirectory()) return [`${name}/`, readdirSync(path).length === 0 ? 'empty' : 'folder'];
    return [name, createHash('sha256').update(readFileSync(path)).digest('hex')];
  });
  return Object.fromEntries(found.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Compiles the writer, so that another process can run it, and answers where. */
export async function compileWriter(folder: string): Promise<string> {
  const repository = join(import.meta.dirname, '../..');
  const options = '--ignoreConfig --noCheck --module nodenext --target es2023 --rewriteRelativeImportExtensions';
  await run(
    [
      join(repository, 'node_modules/typescript/bin/tsc'),
      ...options.split(' '),
      ...['--rootDir', join(repository, 'src'), '--outDir', folder, join(repository, 'src/node/dist-folder.ts')],
    ],
    {},
  );
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  return join(folder, 'node/dist-folder.js');
}

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly output: string;
}

/** Runs `build-process.mjs` with a plan. */
export function buildInProcess(
  writer: string,
  root: string,
  plan: Plan,
  env: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  return run(
    [fileURLToPath(new URL('./build-process.mjs', import.meta.url)), writer, root, JSON.stringify(outputs(plan))],
    env,
  );
}

function run(args: readonly string[], env: Readonly<Record<string, string>>): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.on('data', (data: Buffer) => {
      output += data.toString();
    });
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal, output }));
  });
}
