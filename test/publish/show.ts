import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { formatManifest } from '../../src/node/dist-manifest.ts';
import { bucket, type Store } from './store.ts';

const repository = join(import.meta.dirname, '../..');

export const site = 'https://example.org/podcast/';

/** An episode as the feed has it; its files are `media/<name>.mp3` and those in `episodes/<name>/`. */
export function feedOf(names: readonly string[]): string {
  const items = names.map(
    (name) => `<item><title>${name}</title>
<enclosure url="${site}media/${name}.mp3" length="9" type="audio/mpeg"/>
<podcast:transcript url="${site}episodes/${name}/transcript.vtt" type="text/vtt"/>
<podcast:chapters url="${site}episodes/${name}/chapters.json" type="application/json+chapters"/></item>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><atom:link href="${site}feed.xml" rel="self" type="application/rss+xml"/>
<itunes:image href="${site}media/cover-0123abcd.jpg"/>
${items.join('\n')}
</channel></rss>
`;
}

export type Files = Readonly<Record<string, string | Uint8Array>>;

/** A whole dist/ of these episodes. */
export function filesOf(names: readonly string[], more: Files = {}): Files {
  const episodes = names.flatMap((name) => [
    [`media/${name}.mp3`, `sound of ${name}`],
    [`episodes/${name}/index.html`, `<h1>${name}</h1>`],
    [`episodes/${name}/transcript.vtt`, `WEBVTT\n\n${name}`],
    [`episodes/${name}/chapters.json`, `{"title":"${name}"}`],
  ]);
  return {
    ...Object.fromEntries(episodes),
    'media/cover-0123abcd.jpg': 'picture',
    'assets/style.0123456789.css': 'body{}',
    'index.html': names.join(', '),
    'sitemap.xml': '<urlset/>',
    'robots.txt': 'User-agent: *',
    _headers: '/feed.xml',
    '.nojekyll': '',
    'feed.xml': feedOf(names),
    ...more,
  };
}

/** A project whose dist/ is a finished build of `files`; removed when the test ends. */
export function project(files: Files): string {
  const root = mkdtempSync(join(tmpdir(), 'ppod tést '));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  rebuild(root, files);
  return root;
}

/** Puts another build in the place of dist/. */
export function rebuild(root: string, files: Files): void {
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  for (const [path, contents] of Object.entries({
    ...files,
    '.ppod/manifest.json': formatManifest(Object.keys(files)),
  })) {
    mkdirSync(dirname(join(root, 'dist', path)), { recursive: true });
    writeFileSync(join(root, 'dist', path), contents);
  }
}

export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export const keys = { AWS_ACCESS_KEY_ID: 'S3RVER', AWS_SECRET_ACCESS_KEY: 'S3RVER' };

/** Runs the compiled `ppod publish` as a process of its own. */
export function publish(
  root: string,
  store: Store,
  {
    dest = `s3://${bucket}/show`,
    flags = [],
    env = keys,
    onStart,
  }: {
    readonly dest?: string;
    readonly flags?: readonly string[];
    readonly env?: Readonly<Record<string, string>>;
    readonly onStart?: (child: ChildProcess) => void;
  } = {},
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [join(repository, 'build/main.js'), 'publish', dest, '--endpoint', store.endpoint, ...flags],
      { cwd: root, env: { PATH: process.env['PATH'], HOME: root, PPOD_CACHE: join(root, 'cache'), ...env } },
    );
    onStart?.(child);
    const ended = { stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      ended.stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      ended.stderr += text;
    });
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, ...ended }));
  });
}
