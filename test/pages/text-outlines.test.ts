import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { outlined } from '../../src/node/text-outlines.ts';
import { emptyFolder } from '../cli/project.ts';

const style = { points: 60, colour: '#123456', width: 500, isBold: true };
const sizeOf = (svg: string) => /width="(\d+)" height="(\d+)"/.exec(svg)?.slice(1).map(Number) ?? [];

test.each([
  'Hearing what a child is telling us',
  'Dyfodol y gwasanaethau i blant yng Nghymru – tŷ a’r ysgol',
  'Łódź, “Ωμέγα” & Привет',
])('"%s" is drawn as outlines alone', async (text) => {
  const svg = (await outlined(text, style)) ?? '';
  expect(svg).toMatch(/^<svg [^<>]*><path fill="#123456" d="[MLQCZ\d .-]+"\/><\/svg>$/);
  expect(sizeOf(svg)[0]).toBeLessThanOrEqual(style.width);
});

test('lines are as few as possible, and about as long as each other', async () => {
  const [width = 0, height] = sizeOf(
    (await outlined('Hearing what a child is telling us', { ...style, width: 800 })) ?? '',
  );
  expect(height).toBe(2 * 72);
  expect(width).toBeLessThan(560);
});

test('emoji are left out of words, and never leave nothing', async () => {
  expect(await outlined('🌊 The 👩‍👩‍👧 tide 🏴󠁧󠁢󠁥󠁮󠁧󠁿', style)).toBe(await outlined('The tide', style));
  expect(await outlined('🌊', style)).toBeUndefined();
});

test.each(['مرحبا', '港湾', 'The 港 tide', 'Z\u0351\u036b'])(
  '"%s" is left to the fonts of the machine',
  async (text) => {
    expect(await outlined(text, style)).toBeUndefined();
  },
);

test('no text breaks it, or the width', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 60 }), async (text) => {
      const svg = await outlined(text, style);
      if (svg !== undefined) expect(sizeOf(svg)[0]).toBeLessThanOrEqual(style.width + style.points / 4);
    }),
    { numRuns: 60 },
  );
});

test('a card has the same bytes on a machine with other fonts, or none', () => {
  const root = join(import.meta.dirname, '../..');
  const noFonts = join(emptyFolder(), 'fonts.conf');
  writeFileSync(noFonts, '<?xml version="1.0"?><fontconfig></fontconfig>');
  const program = `
    import { machinePorts } from './build/index.js';
    const colours = { page: '#ffffff', text: '#000000', muted: '#555555', accent: '#005ea5' };
    const card = { show: 'The Tide', title: 'Hearing what a child says', lines: ['Season 1'], artwork: 'media/the-p-pod.jpg', colours, isRightToLeft: false };
    console.log((await machinePorts('.', 0).pictures.drawCard(card)).hash);`;
  const draw = (env: NodeJS.ProcessEnv) =>
    spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
      cwd: root,
      env: { ...process.env, PPOD_CACHE: emptyFolder(), ...env },
      encoding: 'utf8',
    }).stdout;
  expect(draw({})).toMatch(/^[\da-f]{64}\n$/);
  expect(draw({ FONTCONFIG_FILE: noFonts })).toBe(draw({}));
});
