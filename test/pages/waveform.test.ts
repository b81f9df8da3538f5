import { HtmlValidate } from 'html-validate';
import { expect, test } from 'vitest';
import type { Illustration } from '../../src/model/illustrations.ts';
import type { Podcast } from '../../src/model/project.ts';
import { describeInBrowser } from './browser.ts';
import { wholeShow } from './podcast.ts';
import { renderPages } from './render.ts';
import { inMemory } from './site-server.ts';

const plain = wholeShow();
const peaks = Array.from({ length: 600 }, (_, index) => Math.abs(Math.sin(index / 9)));
const waveforms = new Map([['timed', { peaks, seconds: 60 }]]);
const drawn: Podcast = { ...plain, illustrations: { copies: new Map(), cards: new Map(), waveforms } };

describeInBrowser('the drawing of the sound', inMemory(drawn), ({ open }) => {
  test('plays from where it is clicked', async () => {
    const page = await open('episodes/timed/');
    const { width } = (await page.locator('.waveform').boundingBox()) ?? { width: 0 };
    await page.locator('.waveform').click({ position: { x: width / 2, y: 10 } });
    await page.waitForFunction(() => document.querySelector('audio')?.paused === false);
    const seconds = await page.evaluate(() => document.querySelector('audio')?.currentTime ?? 0);
    expect(seconds).toBeGreaterThan(29.5);
    expect(seconds).toBeLessThan(35);
  });

  test('marks each chapter where it begins', async () => {
    const page = await open('episodes/timed/');
    const place = await page.locator('.waveform .marks').evaluate((marks) => {
      const { left, width } = marks.closest('svg')?.getBoundingClientRect() ?? { left: 0, width: 1 };
      return (marks.getBoundingClientRect().left - left) / width;
    });
    expect(place).toBeCloseTo(17.9 / 60, 2);
  });
});

test('pages with drawings and resized covers are valid HTML', async () => {
  const copy = (format: Illustration['format'], width: number): Illustration => ({
    ...{ format, width, height: width, hash: 'ab', path: `assets/cover ${width}.${format}` },
    read: () => new Uint8Array(),
  });
  const copies = (['avif', 'webp', 'jpeg'] as const).flatMap((format) => [copy(format, 208), copy(format, 416)]);
  const byPath = new Map([[plain.artwork.path, copies]]);
  const pages = renderPages({ ...plain, illustrations: { copies: byPath, cards: new Map(), waveforms } });
  const validator = new HtmlValidate({
    extends: ['html-validate:recommended', 'html-validate:document'],
    rules: {
      'void-style': ['error', { style: 'selfclosing' }],
      'require-sri': ['error', { target: 'crossorigin' }],
      'valid-id': ['error', { relaxed: true }],
    },
  });
  for (const path of ['index.html', 'episodes/timed/index.html']) {
    const { results } = await validator.validateString(pages.get(path) ?? '');
    expect(results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([]);
  }
});
