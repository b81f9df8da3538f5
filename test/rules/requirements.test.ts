import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { episodeRules, ruleTexts, showRules } from '../../src/rules/index.ts';
import { requirements } from '../../src/rules/requirements.ts';
import { enforcersOf } from '../../src/rules/rules-page.ts';

const root = join(import.meta.dirname, '../..');
const catalogue = join(root, '../shared/design/rules.json');

describe('every published requirement', () => {
  test.skipIf(!existsSync(catalogue))('is accounted for, with its level', () => {
    // The catalogue's own shape: a list of rules with id and level.
    const { rules } = JSON.parse(readFileSync(catalogue, 'utf8')) as { rules: { id: string; level: string }[] };
    expect(requirements.map(({ id, level }) => ({ id, level }))).toEqual(rules.map(({ id, level }) => ({ id, level })));
  });

  test('that nothing else meets is enforced by a rule', () => {
    const open = requirements.filter(
      (requirement) => requirement.met.by === 'rules' && enforcersOf(requirement).length === 0,
    );
    expect(open.map(({ id }) => id)).toEqual([]);
  });

  test.each(requirements.flatMap(({ id, met }) => (met.by === 'writer' ? [{ id, test: met.test }] : [])))(
    '$id is held by a test that exists',
    ({ test: named }) => {
      const [, file = '', name = ''] = /^(\S+) (.+)$/.exec(named) ?? [];
      const text = readFileSync(join(root, 'test', `${file}.test.ts`), 'utf8');
      expect(text.includes(`'${name}`) || text.includes(`"${name}`)).toBe(true);
    },
  );
});

describe('every rule', () => {
  const known = new Set(requirements.map(({ id }) => id));

  test.each(ruleTexts.map((text) => [text.id, text] as const))('%s is described for people', (id, text) => {
    expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    for (const sentence of [text.summary, text.why, text.remedy]) {
      expect(sentence).toMatch(/^[\p{Lu}<"a-z].*\.$/su);
      expect(sentence).not.toMatch(/\binvalid\b|Error:|\bnull\b|undefined/i);
    }
    expect(text.source).not.toBe('');
    expect(text.enforces.filter((requirement) => !known.has(requirement))).toEqual([]);
  });

  test('has an id of its own among its kind', () => {
    for (const ids of [ruleTexts, showRules, episodeRules].map((list) => list.map(({ id }) => id))) {
      expect(ids).toEqual([...new Set(ids)]);
    }
  });

  test.each(
    ['show', 'episode'].flatMap((folder) =>
      readdirSync(join(root, 'src/rules', folder)).filter((name) => name !== 'index.ts'),
    ),
  )('of %s is in the list of its folder', (name) => {
    expect(ruleTexts.map(({ id }) => `${id}.ts`)).toContain(name);
  });
});
