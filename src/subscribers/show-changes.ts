import type { SourceFeed } from '../feeds/feed.ts';
import { htmlWords } from '../feeds/html-words.ts';
import type { Change, CompareContext } from './change.ts';
import { isSame, quote } from './wording.ts';

/** What changes for the show as a whole: its id, its address, its cover, its words. */
export function* showChanges(before: SourceFeed, after: SourceFeed, context: CompareContext): Generator<Change> {
  if (before.guid !== undefined && before.guid.toLowerCase() !== after.guid?.toLowerCase()) {
    const message = `The podcast:guid of the show was ${before.guid} and would be ${after.guid ?? 'none'}.`;
    yield { kind: 'show-guid-changed', key: 'guid', message };
  }
  yield* addressChanges(before, after, context);
  yield* coverChanges(before, after, context);
  const facts = [
    ['title', before.title, after.title],
    ['language', before.language, after.language],
    ['author', before.author, after.author],
    ['categories', before.categories.join(', '), after.categories.join(', ')],
    ['explicit', before.explicit ?? after.explicit, after.explicit],
    ['type', before.type ?? 'episodic', after.type ?? 'episodic'],
    ['complete', before.complete, after.complete],
    ['block', before.block, after.block],
  ] as const;
  for (const [key, old, now] of facts) {
    if (isSame(old, now)) continue;
    yield { kind: 'show', key, message: `The ${key} of the show was ${quote(old)} and would be ${quote(now)}.` };
  }
  if (htmlWords(before.description) !== htmlWords(after.description)) {
    yield { kind: 'show', message: 'The description of the show has other words than before.' };
  }
}

function* addressChanges(before: SourceFeed, after: SourceFeed, { address }: CompareContext): Generator<Change> {
  const [old, now] = [address ?? before.selfUrl, after.selfUrl];
  if (old === undefined || now === undefined || plainAddress(old) === plainAddress(now)) return;
  const said = [after.newFeedUrl, before.newFeedUrl].some(
    (url) => url !== undefined && plainAddress(url) === plainAddress(now),
  );
  const message = `Subscribers ask for the feed at ${old}; it would be at ${now}`;
  if (said) yield { kind: 'feed-address', key: 'newFeedUrl', message: `${message}, and says so.` };
  else yield { kind: 'feed-moved', key: 'site', message: `${message}, and nothing tells them.` };
}

function* coverChanges(before: SourceFeed, after: SourceFeed, { artworkBytes }: CompareContext): Generator<Change> {
  if (before.image !== after.image) {
    const message = `The cover was at ${before.image ?? 'no address'} and would be at ${after.image ?? 'none'}.`;
    yield { kind: 'art', key: 'artwork', message };
  } else if (artworkBytes !== undefined && artworkBytes.before !== artworkBytes.after) {
    const message = `The cover at ${after.image} has ${artworkBytes.before} bytes and would have ${artworkBytes.after}, under the same address.`;
    yield { kind: 'art-changed', key: 'artwork', message };
  }
}

/** An address as far as it decides where apps ask: apps treat http and https of the same place as one. */
function plainAddress(url: string): string {
  return url.replace(/^https?:/i, '').replace(/\/+$/, '');
}
