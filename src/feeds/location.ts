import type { SourceLocation } from './feed.ts';
import { childrenOf, textOf, type XmlElement } from './xml-tree.ts';

/** The place that a channel or an item is about. */
export function locationOf(element: XmlElement): SourceLocation | undefined {
  const [location] = childrenOf(element, 'podcast:location');
  const name = location === undefined ? '' : textOf(location).trim();
  if (location === undefined || name === '') return undefined;
  const { geo, osm, country } = location.attributes;
  return { name, geo, osm, country };
}
