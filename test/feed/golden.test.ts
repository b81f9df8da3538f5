import { expect, test } from 'vitest';
import { richPodcast } from './podcast.ts';
import { renderFeed } from './render.ts';
import { parseXml } from './xml-tree.ts';

test('a podcast with every field filled', async () => {
  const xml = renderFeed(richPodcast());
  await expect(xml).toMatchFileSnapshot('../golden/rich-feed.xml');
  parseXml(xml);
});
