import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import S3rver from 's3rver';
import sirv from 'sirv';
import { onTestFinished } from 'vitest';
import { ppod, repository } from '../cli/project.ts';
import { serve } from '../import/server.ts';

/** What the pages speak of and a test has not: another host, a bucket, a repository far away. */
export interface StandIns {
  readonly env: Readonly<Record<string, string>>;
  /** What a page has the reader type, with what stands here for places elsewhere. */
  here(script: string): string;
  /** What was printed, with the places that the page speaks of. */
  there(printed: string): string;
}

/** Stand-ins for what `page` names, in and around `folder`. They end with the test. */
export async function standIns(page: string, folder: string): Promise<StandIns> {
  const places: [there: string, here: string][] = [];
  const env: Record<string, string> = {};
  if (page.includes('https://feeds.example.org')) {
    const address = await site(join(folder, '.old-host'));
    places.push(['https://feeds.example.org', address]);
    makeOldShow(folder, address);
  }
  if (page.includes('https://example.org/harbour/feed.xml')) {
    const live = `${await site(join(folder, 'harbour-talk/dist'), '/harbour')}/harbour/`;
    places.push(['https://example.org/harbour/feed.xml', `${live}feed.xml`]);
    // What is read there has to name addresses there; what is published keeps its own.
    places.push(['--base-url https://example.org/harbour/', `--base-url ${live}`]);
  }
  if (page.includes('https://media.example.org/')) {
    const address = await site(join(folder, '.media'));
    places.push(['https://media.example.org/', `${address}/`]);
    env['PPOD_PRIVATE_HOSTS'] = new URL(address).host;
  }
  if (page.includes('git push')) {
    env['FAR'] = join(folder, '.far.git');
    spawnSync('git', ['init', '--quiet', '--bare', env['FAR']]);
    places.push(['https://github.com/example/harbour-talk.git', '"$FAR"']);
    for (const who of ['AUTHOR', 'COMMITTER']) {
      env[`GIT_${who}_NAME`] = 'Sam Field';
      env[`GIT_${who}_EMAIL`] = 'sam@example.org';
    }
  }
  if (page.includes('rsync')) {
    env['WWW'] = join(folder, '.www/');
    mkdirSync(env['WWW']);
    places.push(['server:/var/www/harbour/', '"$WWW"']);
  }
  if (page.includes('s3://')) {
    env['AWS_ENDPOINT_URL'] = await bucket('harbour-talk', join(folder, '.bucket'));
    env['AWS_ACCESS_KEY_ID'] = 'S3RVER';
    env['AWS_SECRET_ACCESS_KEY'] = 'S3RVER';
  }
  if (page.includes('npm install --global')) {
    packInto(folder);
    env['npm_config_prefix'] = join(folder, '.npm');
    env['npm_config_offline'] = 'true';
    env['npm_config_audit'] = 'false';
    env['npm_config_update_notifier'] = 'false';
  }
  return {
    env,
    here: (script) => places.reduce((text, [there, here]) => text.replaceAll(there, here), script),
    there: (printed) => places.reduce((text, [there, here]) => text.replaceAll(here, there), printed),
  };
}

/** Harbour Talk as its old host has it, with an episode. */
function makeOldShow(folder: string, address: string): void {
  const show = join(folder, '.old-show');
  const init = [
    'init',
    '--title',
    'Harbour Talk',
    '--description',
    'Short talks about work by the water.',
    '--artwork',
  ];
  const steps = [
    [...init, join(folder, 'cover.jpg')],
    ['new', join(folder, 'interview.mp3'), '--transcript', join(folder, 'interview.txt'), '--date', '2026-03-03'],
    ['build', '--quiet', '--drafts', '--base-url', address, '--out', join(folder, '.old-host')],
  ];
  mkdirSync(show);
  for (const step of steps) {
    const { status, stderr } = ppod(show, step);
    if (status !== 0) throw new Error(stderr);
    const facts = join(show, 'show.md');
    // Before a move, people allow it.
    writeFileSync(facts, readFileSync(facts, 'utf8').replace(/^---\n(?!locked)/, '---\nlocked: false\n'));
  }
  renameSync(join(folder, '.old-host/feed.xml'), join(folder, '.old-host/harbour-talk.xml'));
}

/** A static host of `folder`, whenever that appears. */
async function site(folder: string, prefix = ''): Promise<string> {
  const types: readonly (readonly [string, string])[] = [
    ['.xml', 'application/rss+xml; charset=utf-8'],
    ['.m4a', 'audio/x-m4a'],
    ['.srt', 'application/x-subrip'],
  ];
  mkdirSync(folder, { recursive: true });
  const files = sirv(folder, {
    dev: true,
    etag: true,
    setHeaders(response, path) {
      response.setHeader('Access-Control-Allow-Origin', '*');
      const type = types.find(([ending]) => path.endsWith(ending))?.[1];
      if (type !== undefined) response.setHeader('Content-Type', type);
    },
  });
  const { base } = await serve((request, response) => {
    request.url = request.url?.slice(prefix.length);
    files(request, response, () => void response.writeHead(404).end());
  });
  return base;
}

async function bucket(name: string, directory: string): Promise<string> {
  const server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory,
    vhostBuckets: false,
    configureBuckets: [{ name }],
  });
  const { port } = await server.run();
  onTestFinished(() => server.close());
  return `http://127.0.0.1:${port}`;
}

/**
 * The package that an officer is given. It asks no registry: what it needs lies above the folder of installed packages.
 * (What npm really packs, and what that needs, is tested in test/package.)
 */
function packInto(folder: string): void {
  const inside = join(folder, '.packing/package');
  cpSync(join(repository, 'build'), join(inside, 'build'), { recursive: true });
  const { name, version, type, bin }: Record<string, unknown> = JSON.parse(
    readFileSync(join(repository, 'package.json'), 'utf8'),
  );
  writeFileSync(join(inside, 'package.json'), JSON.stringify({ name, version, type, bin }));
  const args = ['-czf', join(folder, `${name}-${version}.tgz`), '-C', join(folder, '.packing'), 'package'];
  if (spawnSync('tar', args).status !== 0) throw new Error('tar failed');
  symlinkSync(join(repository, 'node_modules'), join(folder, 'node_modules'), 'junction');
}
