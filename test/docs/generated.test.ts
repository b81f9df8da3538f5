import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { commandsPage } from '../../src/cli/commands-page.ts';
import { createProgram } from '../../src/cli/program.ts';
import { fieldsPage } from '../../src/model/fields-page.ts';
import { episodeJsonSchema, showJsonSchema } from '../../src/model/json-schema.ts';
import { rulesPage } from '../../src/rules/rules-page.ts';
import { repository } from '../cli/project.ts';

const read = (path: string) => readFileSync(join(repository, path), 'utf8');
const program = () => createProgram('', () => {});

const json = (value: unknown) => `${JSON.stringify(value, undefined, 2)}\n`;

test.each([
  ['docs/commands.md', () => commandsPage(program())],
  ['docs/fields.md', fieldsPage],
  ['docs/rules.md', rulesPage],
  ['schemas/show.schema.json', () => json(showJsonSchema())],
  ['schemas/episode.schema.json', () => json(episodeJsonSchema())],
])('%s is what npm run docs writes', async (path, written) => {
  await expect(written()).toMatchFileSnapshot(join(repository, path));
});

test('every command has a description, examples and exit statuses', () => {
  const sections = commandsPage(program()).split(/^## /m).slice(1);
  expect(sections.length).toBeGreaterThan(8);
  for (const section of sections) {
    expect(section).toMatch(/^ppod [a-z]+\n\n[A-Z][^\n]*\.\n/);
    expect(section).toMatch(/\nExamples:\n {2}\S/);
    expect(section).toContain('Exit status:\n  0  done');
  }
});

test('every field is explained and shown', () => {
  const sections = fieldsPage().split(/^### /m).slice(1);
  expect(sections.length).toBeGreaterThan(60);
  for (const section of sections) expect(section).toMatch(/^(\w+)\n\n\S[^\n]{10,}\n\n```yaml\n\1:/);
});

// Draft 7, which editors know best. Formats are ppod's own to check.
const ajv = new Ajv({ strict: false, validateFormats: false });
const facts = (file: string): unknown => parse(read(file).split(/^---$/m)[1] ?? '');

test('the schemas take this repository’s own show', () => {
  const isShow = ajv.compile(showJsonSchema());
  expect(isShow(facts('show.md')), JSON.stringify(isShow.errors)).toBe(true);
  const isEpisode = ajv.compile(episodeJsonSchema());
  for (const name of readdirSync(join(repository, 'episodes')).filter((file) => file.endsWith('.md'))) {
    expect(isEpisode(facts(`episodes/${name}`)), JSON.stringify(isEpisode.errors)).toBe(true);
  }
});

test('the schemas refuse what ppod check refuses', () => {
  const isEpisode = ajv.compile(episodeJsonSchema());
  const episode = { title: 'A talk', date: '2026-03-01', audio: 'media/a.mp3' };
  expect(isEpisode(episode)).toBe(true);
  expect(isEpisode({ ...episode, giud: 'x' })).toBe(false);
  expect(isEpisode({ ...episode, season: 'one' })).toBe(false);
  expect(isEpisode({ title: 'A talk' })).toBe(false);
});
