import { describe, expect, test } from 'vitest';
import { faultsOf } from './axe.ts';
import { describeInBrowser } from './browser.ts';
import { hostileShow } from './hostile-show.ts';
import { wholeShow } from './podcast.ts';
import { inMemory } from './site-server.ts';

const kinds = {
  'the show page': '',
  'a timed episode': 'episodes/timed/',
  'an untimed episode': 'episodes/untimed/',
  'a trailer': 'episodes/trailer/',
  'a person': 'people/ade-okoro/',
  'a withdrawn episode': 'episodes/gone/',
  'the page for lost visitors': '404.html',
};

const screens = [390, 1280].flatMap((width) =>
  (['light', 'dark'] as const).map((colorScheme) => ({ viewport: { width, height: 900 }, colorScheme })),
);

describeInBrowser('by WCAG 2.2 AA', inMemory(wholeShow()), ({ open }) => {
  describe.each(Object.entries(kinds))('%s', (_name, path) => {
    test.each(screens)('has no fault that axe can find, $viewport.width px wide and $colorScheme', async (screen) => {
      // The page's own policy refuses scripts from elsewhere, axe included.
      const page = await open(path, { ...screen, bypassCSP: true });
      expect(await faultsOf(page)).toEqual([]);
    });
  });
});

const theme = { accent: '#ffd166', background: '#1b1030' };

describeInBrowser(
  'a theme of its own',
  inMemory({ ...wholeShow(), show: { ...wholeShow().show, theme } }),
  ({ open }) => {
    test.each(['', 'episodes/timed/'])('has no fault that axe can find on "%s"', async (path) => {
      const page = await open(path, { colorScheme: 'light', bypassCSP: true });
      expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(27, 16, 48)');
      expect(await faultsOf(page)).toEqual([]);
    });
  },
);

describeInBrowser('hostile texts', inMemory(hostileShow()), ({ open }) => {
  test.each(['', 'episodes/hostile/', 'episodes/long%20words/', 'episodes/%C3%BCn%C3%AF-%25code/', 'people/person/'])(
    'keep page "%s" within the narrowest screen, without a fault',
    async (path) => {
      const page = await open(path, { viewport: { width: 320, height: 640 }, bypassCSP: true });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
      expect(await faultsOf(page)).toEqual([]);
      expect(await page.evaluate(() => document.querySelectorAll('script:not([src]):not([type])').length)).toBe(0);
    },
  );
});

describeInBrowser('a language from right to left', inMemory(hostileShow()), ({ open }) => {
  test('is set from the right, whatever stands before it', async () => {
    const page = await open('episodes/hostile/');
    const direction = (text: string) =>
      page
        .locator('[data-start]', { hasText: text })
        .evaluate((line) => getComputedStyle(line.closest('p') ?? line).direction);
    expect(await direction('مرحبا بكم في الميناء')).toBe('rtl');
    expect(await direction('<img src=x onerror=alert(1)>')).toBe('ltr');
  });
});

describeInBrowser('the keyboard', inMemory(wholeShow()), ({ open }) => {
  test('reaches everything in the order of reading, with a visible focus', async () => {
    const page = await open('episodes/timed/', { viewport: { width: 1280, height: 700 } });
    const expected = await page.locator('a[href], button, select, input, audio').count();
    const seen: string[] = [];
    for (let presses = 0; presses < expected * 4 && seen.length < expected; presses++) {
      await page.keyboard.press('Tab');
      const focus = await page.evaluate(() => {
        const element = document.activeElement;
        if (element === null || element === document.body) return undefined;
        const all = [...document.querySelectorAll('a[href], button, select, input, audio')];
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        const place = element.getBoundingClientRect();
        const top = document.elementFromPoint(place.left + place.width / 2, place.top + place.height / 2);
        return {
          order: all.indexOf(element),
          // The audio element draws the focus of its own controls.
          isMarked: element.matches('audio') || (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2),
          isUncovered: top !== null && (element.contains(top) || top.contains(element)),
        };
      });
      if (focus === undefined) break;
      expect(focus, `after ${seen.length}`).toMatchObject({ isMarked: true, isUncovered: true });
      if (seen.at(-1) !== String(focus.order)) seen.push(String(focus.order));
    }
    expect(seen.map(Number)).toEqual(Array.from({ length: expected }, (_, index) => index));
  });

  test('skips to the content, plays a chapter, skips and changes the speed', async () => {
    const page = await open('episodes/timed/');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(page.url()).toMatch(/#main$/);
    await page.getByRole('link', { name: 'The great flood' }).first().focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => (document.querySelector('audio')?.currentTime ?? 0) > 17);
    await page.getByRole('button', { name: 'Forward 15 seconds' }).focus();
    await page.keyboard.press('Space');
    await page.waitForFunction(() => (document.querySelector('audio')?.currentTime ?? 0) > 32);
    await page.getByLabel('Speed').focus();
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate(() => document.querySelector('audio')?.playbackRate)).toBe(1.25);
  });
});

describeInBrowser('on paper', inMemory(wholeShow()), ({ open }) => {
  test('the transcript stays, the player and the navigation go', async () => {
    const page = await open('episodes/timed/', { colorScheme: 'dark' });
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByText('You can see where the ink ran.').isVisible()).toBe(true);
    for (const tool of ['audio', '.masthead nav', '.neighbours', '.downloads']) {
      expect(await page.locator(tool).isVisible(), tool).toBe(false);
    }
    expect(await page.evaluate(() => getComputedStyle(document.body).color)).toBe('rgb(0, 0, 0)');
  });
});
