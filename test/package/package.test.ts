import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { emptyFolder, repository } from '../cli/project.ts';
import { serve } from '../import/server.ts';

/** The package as npm would publish it, unpacked in a folder without the repository's own files. */
function unpacked(): string {
  const folder = emptyFolder();
  const args = ['pack', '--ignore-scripts', '--json', '--pack-destination', folder];
  const packed = spawnSync('npm', args, { cwd: repository, encoding: 'utf8' });
  expect(packed.status, packed.stderr).toBe(0);
  const [tarball = ''] = readdirSync(folder);
  expect(spawnSync('tar', ['-xzf', tarball], { cwd: folder }).status).toBe(0);
  // What npm would install beside it; the registry is not asked.
  symlinkSync(join(repository, 'node_modules'), join(folder, 'node_modules'), 'junction');
  return folder;
}

test('the packed program makes and builds a show in an empty folder', () => {
  const folder = unpacked();
  const { bin }: { bin: { ppod: string } } = JSON.parse(readFileSync(join(folder, 'package/package.json'), 'utf8'));
  const work = join(folder, 'Mein Ördner');
  mkdirSync(work);
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [join(folder, 'package', bin.ppod), ...args], {
      cwd: work,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: process.env['PATH'], PPOD_CACHE: join(folder, 'cache') },
    });
  for (const args of [
    ['init', 'show'],
    ['-C', 'show', 'check'],
    ['-C', 'show', 'build'],
    ['-C', 'show', 'status'],
  ]) {
    const { status, stderr } = run(...args);
    expect(status, stderr).toBe(0);
  }
  expect(existsSync(join(work, 'show/dist/feed.xml'))).toBe(true);
  expect(run('--version').stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test('npm create ppod makes a show without anything installed', async () => {
  const folder = emptyFolder();
  for (const name of ['.', 'create-ppod']) {
    const packed = spawnSync('npm', ['pack', '--ignore-scripts', '--pack-destination', folder, join(repository, name)]);
    expect(packed.status, String(packed.stderr)).toBe(0);
  }
  // What else npm would fetch; Node looks for it in the folders above.
  symlinkSync(join(repository, 'node_modules'), join(folder, 'node_modules'), 'junction');
  const { base } = await registry(folder);
  const work = join(folder, 'work');
  mkdirSync(work);
  const child = spawn('npm', ['create', '--yes', 'ppod', 'my show', '--', '--title', 'Harbour Talk', '--yes'], {
    cwd: work,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      HOME: folder,
      npm_config_cache: join(folder, 'cache'),
      npm_config_registry: base,
      npm_config_audit: 'false',
      npm_config_update_notifier: 'false',
    },
  });
  const [stderr, [code]] = await Promise.all([text(child.stderr), once(child, 'close')]);
  expect(code, stderr).toBe(0);
  expect(stderr).toContain('Made the show "Harbour Talk"');
  expect(stderr).toMatch(/\n {2}npx ppod check\n/);
  expect(existsSync(join(work, 'my show/show.md'))).toBe(true);
});

/** A registry that has the packages in `folder`, and asks for nothing beside them. */
async function registry(folder: string): Promise<{ base: string }> {
  const packages = ['ppod', 'create-ppod'].map((name) => {
    const { version, bin }: { version: string; bin: unknown } = JSON.parse(
      readFileSync(join(repository, name === 'ppod' ? '.' : name, 'package.json'), 'utf8'),
    );
    const tarball = `${name}-${version}.tgz`;
    const bytes = readFileSync(join(folder, tarball));
    return { name, version, bin, tarball, bytes };
  });
  const served = await serve((request, response) => {
    const wanted = request.url?.slice(1);
    const found = packages.find(({ name, tarball }) => wanted === name || wanted === tarball);
    if (found === undefined) response.writeHead(404).end();
    else if (wanted === found.tarball) response.end(found.bytes);
    else response.end(JSON.stringify(listing(found)));
  });
  const listing = ({ name, version, bin, tarball, bytes }: (typeof packages)[number]) => {
    const integrity = `sha512-${createHash('sha512').update(bytes).digest('base64')}`;
    const dependencies = name === 'ppod' ? {} : { ppod: version };
    const dist = { tarball: `${served.base}/${tarball}`, integrity };
    return {
      name,
      'dist-tags': { latest: version },
      versions: { [version]: { name, version, bin, dependencies, dist } },
    };
  };
  return served;
}

test('create-ppod hands over to the ppod of its own version', () => {
  const read = (path: string): unknown => JSON.parse(readFileSync(join(repository, path, 'package.json'), 'utf8'));
  const { version, engines } = z.object({ version: z.string(), engines: z.unknown() }).parse(read('.'));
  expect(read('create-ppod')).toMatchObject({ version, engines, dependencies: { ppod: version } });
});

test('it carries the program, its documentation and its licence, and nothing else', () => {
  const tops = readdirSync(join(unpacked(), 'package')).sort();
  expect(tops).toEqual(['CHANGELOG.md', 'LICENSE', 'README.md', 'build', 'docs', 'package.json', 'schemas']);
});

const built = join(repository, 'build');
const code = readdirSync(built)
  .filter((name) => name.endsWith('.js'))
  .map((name) => readFileSync(join(built, name), 'utf8'))
  .join('\n');
const packageOf = (path: string) => /^(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? '';

test('it asks for nothing but what npm installs with it', () => {
  const { dependencies, optionalDependencies, peerDependencies } = z
    .record(z.string(), z.unknown())
    .parse(JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')));
  const installed = Object.keys(Object.assign({}, dependencies, optionalDependencies, peerDependencies));
  const asked = [...code.matchAll(/^(?:import|export) .*from "([^".][^"]*)";$|\bimport\("([^".][^"]*)"\)/gm)];
  const packages = new Set(asked.map(([, from, late]) => packageOf(from ?? late ?? '')));
  expect([...packages].filter((name) => !isBuiltin(name) && !installed.includes(name))).toEqual([]);
  expect([...packages]).toContain('sirv');
});

test('it comes with the licence of every package whose code is in it', () => {
  const notices = readFileSync(join(built, 'THIRD-PARTY-NOTICES.txt'), 'utf8').split(/^-{80}\n/m);
  for (const name of ['sanitize-html', 'htmlparser2', 'zod', 'commander', 'music-metadata', 'strtok3']) {
    const notice = notices.find((text) => text.trimStart().startsWith(`${name} `));
    expect(notice).toContain('Permission is hereby granted');
  }
});
