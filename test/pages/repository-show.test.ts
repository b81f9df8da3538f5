import { expect, test } from 'vitest';
import { faultsOf } from './axe.ts';
import { describeInBrowser } from './browser.ts';
import { repositoryShow } from './repository-show.ts';

const show = await repositoryShow();
const pages = [...show.files.keys()]
  .filter((path) => path.endsWith('.html'))
  .map((path) => path.replace(/(^|\/)index\.html$/, '$1'));
const screens = [
  { width: 390, colorScheme: 'dark' },
  { width: 1280, colorScheme: 'light' },
] as const;

describeInBrowser('the show of this repository', show, ({ open }) => {
  test.each(pages)('"%s" has no fault that axe can find', async (path) => {
    for (const { width, colorScheme } of screens) {
      const page = await open(path, { viewport: { width, height: 900 }, colorScheme, bypassCSP: true });
      expect(await faultsOf(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    }
  });

  test.each(show.podcast.episodes.map(({ slug }) => slug))('the audio of "%s" plays from its middle', async (slug) => {
    const page = await open(`episodes/${slug}/`);
    await page.getByRole('button', { name: 'Forward 15 seconds' }).click();
    await page.evaluate(() => document.querySelector('audio')?.play());
    await page.waitForFunction(() => (document.querySelector('audio')?.currentTime ?? 0) > 15.2);
  });
});
