import { identityOf, type SourceFeed, type SourceItem } from '../feeds/feed.ts';

/** Episodes as apps see them, before and after. */
export interface Pairs {
  /** Known by the same guid. */
  readonly kept: readonly ItemPair[];
  /** Plainly the same episode, under another guid. */
  readonly renamed: readonly ItemPair[];
  readonly lost: readonly SourceItem[];
  readonly added: readonly SourceItem[];
}

export interface ItemPair {
  readonly before: SourceItem;
  readonly after: SourceItem;
}

/** Pairs the episodes of two states of a feed: by guid, then what is left by audio address, or by title and date. */
export function pairItems(before: SourceFeed, after: SourceFeed): Pairs {
  const old = byIdentity(before);
  const fresh = byIdentity(after);
  const kept: ItemPair[] = [];
  const renamed: ItemPair[] = [];
  const lost: SourceItem[] = [];
  const added = new Set([...fresh].filter(([identity]) => !old.has(identity)).map(([, item]) => item));
  const again = new Map([...added].flatMap((item) => looks(item).map((look) => [look, item] as const)));
  for (const [identity, item] of old) {
    const same = fresh.get(identity);
    if (same !== undefined) {
      kept.push({ before: item, after: same });
      continue;
    }
    const alike = looks(item)
      .map((look) => again.get(look))
      .find((candidate) => candidate !== undefined && added.has(candidate));
    if (alike === undefined) lost.push(item);
    else {
      renamed.push({ before: item, after: alike });
      added.delete(alike);
    }
  }
  return { kept, renamed, lost, added: [...added] };
}

/** Every episode that apps show, by what they know it by. Of two with the same guid they show one. */
export function byIdentity({ items }: SourceFeed): ReadonlyMap<string, SourceItem> {
  const found = new Map<string, SourceItem>();
  for (const item of items) {
    const identity = identityOf(item);
    if (identity !== undefined && !found.has(identity)) found.set(identity, item);
  }
  return found;
}

/** By what a person would know an episode again. */
function looks({ title, date, enclosures }: SourceItem): readonly string[] {
  const address = enclosures.slice(0, 1).map(({ url }) => `audio ${url}`);
  return date === undefined ? address : [...address, `${date.epochMilliseconds} ${title}`];
}
