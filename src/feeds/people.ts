import type { SourcePerson } from './feed.ts';
import { absolute } from './values.ts';
import { childrenOf, textOf, type XmlElement } from './xml-tree.ts';

/** The people whom a channel or an item names. */
export function peopleOf(element: XmlElement, base: string | undefined): readonly SourcePerson[] {
  return childrenOf(element, 'podcast:person').flatMap((person) => {
    const name = textOf(person).trim();
    const { role, group, img, href } = person.attributes;
    if (name === '') return [];
    return [{ name, role: filled(role), group: filled(group), image: absolute(img, base), url: absolute(href, base) }];
  });
}

function filled(text: string | undefined): string | undefined {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? undefined : trimmed;
}
