import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { describeInBrowser } from './browser.ts';
import { hostileShow } from './hostile-show.ts';
import { wholeShow } from './podcast.ts';
import { inMemory } from './site-server.ts';

const timed = 'episodes/timed/';

describeInBrowser('the player', inMemory(wholeShow()), ({ open }) => {
  test('fetches no audio before a listener asks for it', async () => {
    const page = await open(timed);
    expect(await page.evaluate(() => document.querySelector('audio')?.networkState)).not.toBe(2);
    expect(await page.evaluate(() => document.querySelector('audio')?.readyState)).toBe(0);
  });

  test('plays from a chapter, and marks the chapter and the line that is on', async () => {
    const page = await open(timed);
    await page.getByRole('link', { name: 'The great flood', exact: false }).first().click();
    await waitForTime(page, 17, 20);
    expect(await isPlaying(page)).toBe(true);
    expect(await page.locator('.chapters [aria-current]').textContent()).toContain('The great flood');
    await page.waitForFunction(() => document.querySelector('[data-start][aria-current]') !== null);
    expect(await currentLine(page)).toMatch(/^(?:Nobody|Then let us)/);
    expect(page.url()).toMatch(/#t=17$/);
  });

  test('follows the words, and keeps them in view', async () => {
    const page = await open(timed, { viewport: { width: 1280, height: 400 } });
    await page.getByRole('link', { name: 'Play from 0:03' }).click();
    await page.waitForFunction(() => document.querySelector('[aria-current][data-start="6"]') !== null);
    expect(await currentLine(page)).toBe('Today we talk about the tide tables, and about who still reads them.');
    await page.waitForFunction(() => {
      const place = document.querySelector('[data-start][aria-current]')?.getBoundingClientRect();
      return place !== undefined && place.top >= 0 && place.bottom <= innerHeight;
    });
  });

  test('stops following when the listener scrolls elsewhere', async () => {
    const page = await open(timed);
    await page.getByRole('link', { name: 'Play from 0:03' }).click();
    await page.waitForFunction(() => document.querySelector('audio')?.paused === false);
    await page.locator('[data-start]').first().dispatchEvent('wheel', { deltaY: 200 });
    await page.waitForFunction(() => !document.querySelector<HTMLInputElement>('[name=follow]')?.checked);
  });

  test('plays the line that is clicked', async () => {
    const page = await open(timed);
    await page.getByText('You can see where the ink ran.').click();
    await waitForTime(page, 24, 27);
    expect(await isPlaying(page)).toBe(true);
  });

  test('skips 15 seconds either way, and never before the start', async () => {
    const page = await open(timed);
    await page.getByRole('button', { name: 'Forward 15 seconds' }).click();
    await page.getByRole('button', { name: 'Forward 15 seconds' }).click();
    expect(await time(page)).toBe(30);
    for (let presses = 0; presses < 3; presses++) await page.getByRole('button', { name: 'Back 15 seconds' }).click();
    expect(await time(page)).toBe(0);
  });

  test('remembers the speed and the place', async () => {
    const page = await open(timed);
    await page.getByLabel('Speed').selectOption('1.5');
    await page.getByText('You can see where the ink ran.').click();
    await waitForTime(page, 24, 30);
    await page.evaluate(() => document.querySelector('audio')?.pause());
    const stopped = Math.floor(await time(page));
    await page.goto(page.url().replace(/#.*/, ''));
    await page.reload();
    expect(await page.getByLabel('Speed').inputValue()).toBe('1.5');
    expect(await page.evaluate(() => document.querySelector('audio')?.playbackRate)).toBe(1.5);
    expect(await time(page)).toBe(stopped);
    expect(await page.getByRole('status').textContent()).toBe(`Continues at 0:${stopped}, where you stopped.`);
  });

  test('opens at the moment that the address names, silent', async () => {
    const page = await open(`${timed}#t=0:21`, { viewport: { width: 390, height: 500 } });
    expect(await time(page)).toBe(21);
    expect(await isPlaying(page)).toBe(false);
    expect(await currentLine(page)).toBe('It is the page for the spring of the great flood.');
    await page.waitForFunction(() => scrollY > 0);
    expect(await page.getByText('It is the page for the spring').isVisible()).toBe(true);
  });

  test('works where the browser keeps nothing', async () => {
    const page = await open('404.html');
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('no storage', 'SecurityError');
        },
      });
    });
    await page.goto(page.url().replace('404.html', timed));
    await page.getByRole('button', { name: 'Forward 15 seconds' }).click();
    expect(await time(page)).toBe(15);
  });

  test('moves without gliding for those who asked for less motion', async () => {
    const page = await open('404.html', { reducedMotion: 'reduce', viewport: { width: 390, height: 400 } });
    await page.addInitScript(() => {
      Element.prototype.scrollIntoView = (options) => {
        document.body.dataset['behavior'] = typeof options === 'object' ? options.behavior : '';
      };
    });
    await page.goto(page.url().replace('404.html', `${timed}#t=21`));
    await page.waitForFunction(() => document.body.dataset['behavior'] === 'auto');
  });

  test('offers no following where nothing is timed', async () => {
    const page = await open('episodes/untimed/');
    expect(await page.getByRole('button', { name: 'Forward 15 seconds' }).isVisible()).toBe(true);
    expect(await page.getByLabel('Follow the words').count()).toBe(0);
  });
});

describeInBrowser('an episode page without JavaScript', inMemory(wholeShow()), ({ open }) => {
  test('has audio controls, and chapters that lead to their words', async () => {
    const page = await open(timed, { javaScriptEnabled: false, viewport: { width: 390, height: 400 } });
    expect(await page.locator('audio[controls]').isVisible()).toBe(true);
    expect(await page.locator('.player-tools').isVisible()).toBe(false);
    await page.getByRole('link', { name: 'The great flood' }).first().click();
    const heading = await page.getByRole('heading', { name: 'The great flood' }).boundingBox();
    expect(heading?.y).toBeGreaterThanOrEqual(0);
    expect(heading?.y).toBeLessThan(400);
  });
});

function time(page: Page): Promise<number> {
  return page.evaluate(() => document.querySelector('audio')?.currentTime ?? Number.NaN);
}

function isPlaying(page: Page): Promise<boolean> {
  return page.evaluate(() => document.querySelector('audio')?.paused === false);
}

function currentLine(page: Page): Promise<string | null> {
  return page.locator('[data-start][aria-current]').textContent();
}

async function waitForTime(page: Page, from: number, to: number): Promise<void> {
  await page.waitForFunction(
    ([start, end]) => {
      const now = document.querySelector('audio')?.currentTime ?? -1;
      return now > (start ?? 0) && now < (end ?? 0);
    },
    [from, to],
  );
}

describeInBrowser('the feed', inMemory(wholeShow()), ({ open }) => {
  test('can be read in a browser: the show and its episodes, without the rest', async () => {
    const page = await open('feed.xml');
    const shown = await page.evaluate(() =>
      [...document.querySelectorAll('*')]
        .filter((element) => element.children.length === 0 && element.getClientRects().length > 0)
        .map(({ textContent }) => textContent),
    );
    expect(shown).toEqual([
      'The feed',
      'https://podcast.example.org/the-tide/',
      ...['Episode timed', 'Episode untimed', 'Episode trailer'],
    ]);
  });

  const address = 'https://podcast.example.org/the-tide/feed.xml';

  test('has an address that can be copied', async () => {
    const page = await open('', { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.getByRole('button', { name: 'Copy the address' }).click();
    await page.getByText('Copied.').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(address);
  });

  test('has an address that can be selected where copying is forbidden', async () => {
    const page = await open('', { permissions: [] });
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
    });
    await page.getByRole('button', { name: 'Copy the address' }).click();
    await page.getByText('Press Ctrl+C').waitFor();
    expect(await page.evaluate(() => getSelection()?.toString())).toBe(address);
  });
});

describeInBrowser('a transcript of four hours', inMemory(hostileShow()), ({ open }) => {
  test('follows too', async () => {
    const page = await open('episodes/four%20hours/');
    await page.getByRole('link', { name: 'Play from 0:48', exact: true }).click();
    await page.waitForFunction(() => document.querySelector('[aria-current][data-start="48"]') !== null);
  });
});
