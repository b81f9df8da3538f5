import { expect, test } from 'vitest';
import { known } from '../../src/correction/names.ts';
import { review } from '../../src/correction/review.ts';
import { reviewPage } from '../../src/correction/review-page.ts';
import { faultsOf } from '../pages/axe.ts';
import { describeInBrowser } from '../pages/browser.ts';
import { talkFrom } from './talks.ts';

const hostile = '<script>document.title = "taken"</script><img src=x onerror=alert(1)>';

const talk = talkFrom(`WEBVTT

00:01.000 --> 00:04.000
<v Sam Field>Welcome to Peapod, with Alex Ridell and &lt;b&gt;. ${hostile.replaceAll('<', '&lt;')}

00:05.000 --> 00:09.000
<v Alex Riddell>Thanks, Alex. It is early when the tide

01:10.000 --> 01:12.000
<v Sam Field>is high. Do you like it, Alex? Yes, I do.
`);

const groups = review(talk, {
  names: [known('Riddell', 'the people of the episode')],
  vocabulary: { 'The P Pod': ['Peapod'] },
  language: 'en-GB',
});

const html = reviewPage({
  title: `The tide ${hostile}`,
  source: 'episodes/tide.transcript.vtt',
  language: 'en-GB',
  talk,
  groups,
  others: [{ line: 3, message: `Found ${hostile}`, remedy: 'Look.' }],
  hasLines: true,
});

test('every finding is in the list and in its place, each with a link to the other', () => {
  const listed = [...html.matchAll(/<li id="f(\d+)" value="\1"><a href="#p\1">/g)].map(([, number]) => number);
  const placed = [...html.matchAll(/id="p(\d+)" href="#f\1"/g)].map(([, number]) => number);
  expect(groups.map(({ rule }) => rule)).toEqual([
    ...['transcript-turn-cut', 'transcript-own-name', 'transcript-own-answer', 'vocabulary-spelling', 'name-spelling'],
  ]);
  expect(listed).toEqual(groups.flatMap(({ remarks }) => remarks).map((_, index) => String(index + 1)));
  expect(placed.toSorted()).toEqual(listed);
});

test('the suggestion stands beside the words, and the place has its time and line', () => {
  expect(html).toContain('<mark>Peapod</mark> <ins lang="en-GB">The P Pod</ins>');
  expect(html).toContain('<mark>Ridell</mark> <ins lang="en-GB">Riddell?</ins>');
  expect(html).toMatch(/0:05, turn 2, line 7<\/a> <q><b>Thanks, Alex<\/b>/);
});

test('the transcript keeps its words, in their order', () => {
  const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'));
  const words = main
    .replace(/<h3>.*?<\/h3>|(?: (?=<ins))?<(a|ins|h2) [^>]*>.*?<\/\1>|<h2>.*?<\/h2>/g, '')
    .replace(/<[^>]+>/g, '');
  const spoken = words.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
  expect(spoken.replace(/\s+/g, ' ').trim()).toBe(talk.map(({ text }) => text).join(' '));
});

test('where nothing was found the page says so', () => {
  const page = reviewPage({
    title: 'A',
    source: 'a.txt',
    language: 'en',
    talk,
    groups: [],
    others: [],
    hasLines: true,
  });
  expect(page).toContain('Nothing was found that looks wrong.');
  expect(page).not.toContain('<mark>');
});

const site = { site: 'https://example.org/', files: new Map([['review.html', Buffer.from(html)]]) };

describeInBrowser('the review page', site, (visit) => {
  test.each(['light', 'dark'] as const)('can be used by everybody, in the %s', async (colorScheme) => {
    const page = await visit.open('review.html', { bypassCSP: true, colorScheme });
    expect(await faultsOf(page)).toEqual([]);
  });

  test('runs nothing that a transcript or a title brings along, and fits a telephone', async () => {
    const page = await visit.open('review.html', { viewport: { width: 320, height: 600 } });
    expect(await page.title()).toMatch(/^The tide </);
    expect(await page.locator('script, img').count()).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await page
      .getByRole('link', { name: /^0:01, turn 1/ })
      .first()
      .click();
    expect(page.url()).toMatch(/#p\d+$/);
  });
});
