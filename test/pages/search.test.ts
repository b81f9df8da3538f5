import { HtmlValidate } from 'html-validate';
import { expect, test } from 'vitest';
import type { Podcast } from '../../src/model/project.ts';
import { searchIndexer } from '../../src/node/search-indexer.ts';
import { renderAll } from '../../src/pipeline/build.ts';
import { faultsOf } from './axe.ts';
import { describeInBrowser } from './browser.ts';
import { hostileShow } from './hostile-show.ts';
import { wholeShow } from './podcast.ts';
import { inMemory, type PublishedSite } from './site-server.ts';

const show = searchable(wholeShow());
const site = await indexed(show);

describeInBrowser('the search', site, ({ open }) => {
  test('leads from a word of a transcript to the moment at which it is said', async () => {
    const page = await open('');
    await page.getByRole('link', { name: 'Search' }).click();
    await page.getByLabel('Words from the notes').pressSequentially('Ink ran');
    await page.keyboard.press('Enter');
    await page.getByText('2 episodes found for “Ink ran”.').waitFor();
    const passage = page.locator('.results li li', { hasText: '0:21' });
    expect(await passage.locator('mark').allTextContents()).toEqual(['ink', 'ran.']);
    await passage.getByRole('link').click();
    expect(page.url()).toMatch(/\/the-tide\/episodes\/timed\/#t=21$/);
    expect(await page.evaluate(() => document.querySelector('audio')?.currentTime)).toBe(21);
    expect(await page.locator('[data-start][aria-current]').textContent()).toBe(
      'It is the page for the spring of the great flood.',
    );
  });

  test('is found again by its address, and searches while somebody types', async () => {
    const page = await open('search/?q=eleven');
    await page.getByText('2 episodes found for “eleven”.').waitFor();
    await page.getByLabel('Words from the notes').fill('archive');
    await page.getByText('3 episodes found for “archive”.').waitFor();
    expect(page.url()).toMatch(/\?q=archive$/);
    await page.getByLabel('Words from the notes').fill('');
    await page.waitForFunction(() => document.querySelector('.results')?.childElementCount === 0);
    expect(await page.getByRole('status').textContent()).toBe('');
  });

  test('leads to a chapter where the transcript has no times', async () => {
    const page = await open('search/?q=all');
    const item = page.locator('.results > li', { hasText: 'About untimed' });
    await item.waitFor();
    expect(await item.getByRole('link', { name: '0:00' }).getAttribute('href')).toMatch(/episodes\/untimed\/#t=0$/);
    await page.goto(page.url().replace('q=all', 'q=archive'));
    await item.waitFor();
    expect(await item.locator('.time').count()).toBe(0);
  });

  test('shows the words of an untimed transcript without inventing a moment', async () => {
    const page = await open('search/?q=eleven');
    const item = page.locator('.results > li', { hasText: 'About untimed' });
    await item.waitFor();
    expect(await item.locator('.time').count()).toBe(0);
    expect(await item.locator('li').first().textContent()).toContain('for eleven years.');
  });

  test('finds nothing of a withdrawn episode, of the player, of other pages or of what stands under every episode', async () => {
    const page = await open('search/');
    for (const word of ['gone', 'Download', 'Speed', 'Contact', 'describes', 'stand']) {
      await page.getByLabel('Words from the notes').fill(word);
      await page.getByText(`0 episodes found for “${word}”.`).waitFor();
    }
  });

  test('takes what is typed for words and nothing else', async () => {
    const words = '<img src=x onerror=alert(1)>';
    const page = await open(`search/?q=${encodeURIComponent(words)}`);
    await page.getByText(`found for “${words}”.`).waitFor();
    expect(await page.locator('main img').count()).toBe(0);
  });

  test('says without JavaScript where else to look', async () => {
    const page = await open('search/', { javaScriptEnabled: false });
    expect(await page.getByText('The search needs JavaScript').isVisible()).toBe(true);
    expect(await page.locator('form').isVisible()).toBe(false);
  });

  test.each([
    { width: 390, colorScheme: 'light' },
    { width: 1280, colorScheme: 'dark' },
  ] as const)('has no fault that axe can find, $width px wide and $colorScheme', async ({ width, colorScheme }) => {
    const page = await open('search/?q=the', { viewport: { width, height: 900 }, colorScheme, bypassCSP: true });
    await page.locator('.results > li').first().waitFor();
    expect(await faultsOf(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  });
});

describeInBrowser('the search of hostile texts', await indexed(searchable(hostileShow())), ({ open }) => {
  test('shows them as the texts that they are, and leads to addresses of any letters', async () => {
    const page = await open('search/?q=alert');
    const item = page.locator('.results > li').first();
    await item.waitFor();
    expect(await page.locator('.results img, .results script').count()).toBe(0);
    await item.getByRole('link').first().click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(page.url()).toContain('/episodes/');
  });
});

test('the page of the search is valid HTML', async () => {
  const html = Buffer.from(site.files.get('search/index.html') ?? '').toString();
  const validator = new HtmlValidate({
    extends: ['html-validate:recommended', 'html-validate:document'],
    rules: { 'void-style': ['error', { style: 'selfclosing' }], 'require-sri': ['error', { target: 'crossorigin' }] },
  });
  const { results } = await validator.validateString(html);
  expect(results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([]);
  expect(html).toContain("script-src 'self' 'wasm-unsafe-eval'; connect-src 'self';");
  expect(Buffer.from(site.files.get('index.html') ?? '').toString()).not.toContain('wasm');
});

test('the index is the same for the same show, and holds nothing that nobody needs', async () => {
  const indexOf = ({ files }: PublishedSite) => [...files].filter(([path]) => path.startsWith('search/pagefind/'));
  expect(indexOf(await indexed(show))).toEqual(indexOf(site));
  const names = indexOf(site).map(([path]) => path.replace(/^search\/pagefind\//, ''));
  expect(names.filter((name) => /\.css$|ui\.js$|highlight|playground/.test(name))).toEqual([]);
  expect(names.filter((name) => name.startsWith('fragment/'))).toHaveLength(3);
});

test('the feed comes after the index, for nothing may be named before it is there', async () => {
  const paths: string[] = [];
  for await (const { path } of await renderAll(show, { search: searchIndexer })) paths.push(path);
  expect(paths.at(-1)).toBe('feed.xml');
  expect(paths.findIndex((path) => path.startsWith('search/pagefind/'))).toBeGreaterThan(0);
});

function searchable(podcast: Podcast): Podcast {
  return { ...podcast, show: { ...podcast.show, search: true } };
}

async function indexed(podcast: Podcast): Promise<PublishedSite> {
  const { site, files } = inMemory(podcast);
  const all = new Map(files);
  for await (const file of await renderAll(podcast, { search: searchIndexer })) {
    if ('contents' in file && file.path !== podcast.show.feed) all.set(file.path, Buffer.from(file.contents));
  }
  return { site, files: all };
}
