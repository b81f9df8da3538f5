import { identityOf, type SourceFeed, type SourceItem } from '../feeds/feed.ts';
import type { Change, CompareContext } from './change.ts';
import { dateChanges, itemChanges } from './item-changes.ts';
import { byIdentity, type ItemPair, pairItems } from './pairs.ts';
import { showChanges } from './show-changes.ts';
import { nameOf } from './wording.ts';

/** What subscribers of the feed `before` would see if it became `after`: the show first, then item by item. Pure. */
export function compareFeeds(before: SourceFeed, after: SourceFeed, context: CompareContext): readonly Change[] {
  const { kept, renamed, lost, added } = pairItems(before, after);
  const { retired } = context;
  const isMeant = (item: SourceItem) => retired.has(identityOf(item) ?? '');
  return [
    ...showChanges(before, after, context),
    ...shrinking(before, after, lost.filter((item) => !isMeant(item)).length),
    ...lost.map((item) => (isMeant(item) ? withdrawal(item) : loss(item))),
    ...renamed.map(renaming),
    ...kept.flatMap((pair) => [...itemChanges(pair), ...dateChanges(pair, kept)]),
    ...added.map(addition),
  ];
}

function shrinking(before: SourceFeed, after: SourceFeed, lost: number): Change[] {
  const [old, now] = [byIdentity(before).size, byIdentity(after).size];
  if (lost === 0 || now >= old) return [];
  return [{ kind: 'feed-shrinking', message: `The feed shrinks from ${episodes(old)} to ${now}.` }];
}

function loss(before: SourceItem): Change {
  return { kind: 'item-lost', before, message: `Subscribers lose ${nameOf(before)}.` };
}

function withdrawal(before: SourceItem): Change {
  return { kind: 'withdrawn', before, key: 'withdrawn', message: `${nameOf(before)} is withdrawn.` };
}

function addition(after: SourceItem): Change {
  return { kind: 'item-added', after, message: `${nameOf(after)} is new.` };
}

function renaming({ before, after }: ItemPair): Change {
  const message = `${nameOf(after)} had the guid "${identityOf(before)}" and would have "${identityOf(after)}".`;
  return { kind: 'guid-changed', before, after, key: 'guid', message };
}

function episodes(count: number): string {
  return `${count} ${count === 1 ? 'episode' : 'episodes'}`;
}
