import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { expect, test } from 'vitest';

/** The floors of the house, ground first. A folder imports only from lower floors, never sideways. */
const floors: readonly (readonly string[])[] = [
  ['text'],
  ['model'],
  ['media', 'transcripts', 'feeds'],
  ['alignment', 'correction'],
  ['ports.ts'],
  ['rules', 'outputs', 'reporters', 'importers', 'subscribers', 'verification', 'templates'],
  ['pipeline', 'node'],
  ['cli', 'index.ts'],
  ['main.ts'],
];

/** Node's own modules that compute and touch nothing. */
const pureModules = /'node:(?!util'|crypto'|zlib'|buffer')/;

const src = join(import.meta.dirname, '../src');
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((name) => name.split(sep).join('/'))
  .filter((name) => /\.tsx?$/.test(name));
const floorOf = (room: string) => floors.findIndex((floor) => floor.includes(room));
const roomOf = (file: string) => file.split('/')[0] ?? file;

test.each(files)('%s imports only from lower floors', (file) => {
  const text = readFileSync(join(src, file), 'utf8');
  for (const [, target = ''] of text.matchAll(/(?:from|import\() ?'(\.[^']+)'/g)) {
    const room = roomOf(
      relative(src, join(src, file, '..', target))
        .split(sep)
        .join('/'),
    );
    if (room !== roomOf(file)) expect(floorOf(room), `${file} -> ${target}`).toBeLessThan(floorOf(roomOf(file)));
  }
});

test.each(files.filter((file) => !/^(?:node|cli)\/|^main\.ts$/.test(file)))('%s touches no machine', (file) => {
  const text = readFileSync(join(src, file), 'utf8');
  expect(text).not.toMatch(pureModules);
  expect(text).not.toMatch(/\bprocess\.|Date\.now|new Date\(\)/);
});
