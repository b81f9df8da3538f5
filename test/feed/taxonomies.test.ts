import { describe, expect, test } from 'vitest';
import { categories, formatCategory, parseCategory, suggestCategory } from '../../src/model/categories.ts';
import { findRole, roleGroups, suggestGroup, suggestRole } from '../../src/model/roles.ts';

describe("Apple's categories", () => {
  test('are 19 with 91 subcategories, each read as it is written', () => {
    const all = Object.entries(categories).flatMap(([parent, children]) =>
      children.map((child) => ({ parent, child })),
    );
    expect([Object.keys(categories).length, all.length]).toEqual([19, 91]);
    for (const category of all) expect(parseCategory(formatCategory(category))).toEqual(category);
    expect(new Set(all.map(({ child }) => child)).size).toBe(91);
  });

  test.each([
    'government',
    'Kids and Family',
    'Kids & Family > Courses',
    'Arts > Books > Old',
    '',
    '> Books',
    'constructor',
  ])('do not include %j', (text) => {
    expect(parseCategory(text)).toBeUndefined();
  });

  test.each([
    ['goverment', 'Government'],
    ['Kids and Family', 'Kids & Family'],
    ['Kids & family > parenting', 'Kids & Family > Parenting'],
    ['Parenting', 'Kids & Family > Parenting'],
    ['Business > Courses', 'Education > Courses'],
    ['Education > Zymurgy', 'Education'],
    ['society and culture > documentry', 'Society & Culture > Documentary'],
    ['Gardening for goats', undefined],
  ])('suggest for %j: %j', (text, suggestion) => {
    expect(suggestCategory(text)).toBe(suggestion);
  });
});

describe('roles', () => {
  test('are 63 in 11 groups', () => {
    expect([Object.values(roleGroups).flat().length, Object.keys(roleGroups).length]).toEqual([63, 11]);
  });

  test('are found whatever their case, with the group they belong to', () => {
    expect(findRole('co-host')).toEqual({ role: 'Co-Host', group: 'Cast' });
    expect(findRole('Editor')).toEqual({ role: 'Editor', group: 'Writing' });
    expect(findRole('editor', 'VIDEO post-production')).toEqual({ role: 'Editor', group: 'Video Post-Production' });
    expect(findRole('guest', 'writing')).toBeUndefined();
    expect(findRole('lamp lighter')).toBeUndefined();
  });

  test('and groups are suggested for near misses', () => {
    expect(suggestRole('interveiwer')).toBeUndefined();
    expect(suggestRole('Narator')).toBe('Narrator');
    expect(suggestGroup('Audio Postproduction')).toBe('Audio Post-Production');
  });
});
