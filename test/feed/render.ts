import type { Podcast } from '../../src/model/project.ts';
import { feed } from '../../src/outputs/feed/index.ts';
import type { Output } from '../../src/outputs/output.ts';
import { all, one, parseXml, type XmlElement } from './xml-tree.ts';

/** Every file of an output, by path: its contents, or the source that it copies. */
export function render(output: Output, podcast: Podcast): Record<string, string> {
  return Object.fromEntries(
    [...output.render(podcast)].map((file) => [
      file.path,
      'copyOf' in file ? `copy of ${file.copyOf}` : Buffer.from(file.contents).toString(),
    ]),
  );
}

export function renderFeed(podcast: Podcast): string {
  return render(feed, podcast)[podcast.show.feed] ?? '';
}

export function channelOf(podcast: Podcast): XmlElement {
  return one(parseXml(renderFeed(podcast)), 'channel');
}

export function itemsOf(podcast: Podcast): readonly XmlElement[] {
  return all(channelOf(podcast), 'item');
}

export function firstItemOf(podcast: Podcast): XmlElement {
  const [item] = itemsOf(podcast);
  if (item === undefined) throw new Error('the feed has no item');
  return item;
}
