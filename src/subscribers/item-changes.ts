import type { SourceItem } from '../feeds/feed.ts';
import { htmlWords } from '../feeds/html-words.ts';
import { formatIso } from '../text/dates.ts';
import type { Change } from './change.ts';
import type { ItemPair } from './pairs.ts';
import { isSame, nameOf, quote } from './wording.ts';

/** What changes for one episode, its date apart. */
export function* itemChanges(pair: ItemPair): Generator<Change> {
  yield* permalinkChanges(pair);
  yield* audioChanges(pair);
  yield* wordChanges(pair);
  yield* numberChanges(pair);
  yield* extraChanges(pair);
}

function* permalinkChanges({ before, after }: ItemPair): Generator<Change> {
  if (before.guid === undefined || before.isPermaLink === after.isPermaLink) return;
  const [was, is] = before.isPermaLink
    ? ['counted as a web address', 'would not']
    : ['was only an id', 'would count as a web address'];
  const message = `The guid of ${nameOf(after)} ${was} and now ${is}.`;
  yield { kind: 'permalink-changed', before, after, key: 'guid', message };
}

function* wordChanges({ before, after }: ItemPair): Generator<Change> {
  if (!isSame(before.title, after.title)) {
    const message = `${nameOf(before)} would be called ${quote(after.title)}.`;
    yield { kind: 'title', before, after, key: 'title', message };
  }
  if (ownWords(before) !== ownWords(after)) {
    yield { kind: 'notes', before, after, message: `The notes of ${nameOf(after)} have other words than before.` };
  }
}

/** The notes without the chapters as lines, which ppod and others add to their end. */
function ownWords({ notes, chapters }: SourceItem): string {
  const words = htmlWords(notes);
  const [first] = chapters;
  const end = first === undefined ? -1 : words.lastIndexOf(`(00:00) ${htmlWords(first.title)}`);
  return end === -1 ? words : words.slice(0, end).trim();
}

function* numberChanges({ before, after }: ItemPair): Generator<Change> {
  const facts = [
    ['season', before.season, after.season],
    ['episode', before.episode, after.episode],
    ['type', before.type ?? 'full', after.type ?? 'full'],
  ] as const;
  for (const [key, old, now] of facts) {
    if (isSame(old, now)) continue;
    const message = `${nameOf(after)}: ${key} was ${quote(old)} and would be ${quote(now)}.`;
    yield { kind: 'numbers', before, after, key, message };
  }
}

function* extraChanges({ before, after }: ItemPair): Generator<Change> {
  if (before.explicit !== undefined && before.explicit !== after.explicit) {
    const [was, is] = [before.explicit ? '' : 'not ', after.explicit === true ? '' : 'not '];
    yield {
      kind: 'explicit',
      before,
      after,
      key: 'explicit',
      message: `${nameOf(after)} was ${was}explicit and would ${is}be.`,
    };
  }
  const gone = [
    [before.transcripts.length > 0 && after.transcripts.length === 0, 'transcript'],
    [hasChapters(before) && !hasChapters(after), 'chapters'],
  ] as const;
  for (const [isGone, key] of gone) {
    if (isGone)
      yield { kind: 'chapters', before, after, key, message: `${nameOf(after)} would no longer have its ${key}.` };
  }
}

function hasChapters({ chaptersUrl, chapters }: SourceItem): boolean {
  return chaptersUrl !== undefined || chapters.length > 0;
}

function* audioChanges({ before, after }: ItemPair): Generator<Change> {
  const [old, now] = [before.enclosures[0], after.enclosures[0]];
  const items = { before, after, key: 'audio' };
  if (old === undefined || now === undefined) return;
  if (old.url !== now.url) {
    yield {
      ...items,
      kind: 'audio-address',
      message: `The audio of ${nameOf(after)} was at ${old.url} and would be at ${now.url}.`,
    };
  } else if (old.length !== undefined && now.length !== undefined && old.length !== now.length) {
    const message = `The audio of ${nameOf(after)} has ${old.length} bytes and would have ${now.length}, under the same address.`;
    yield { ...items, kind: 'audio-changed', message };
  }
}

const day = 24 * 60 * 60 * 1000;

/** A date does harm when it moves forward by a day or more, or past an episode that came out later. */
export function* dateChanges({ before, after }: ItemPair, kept: readonly ItemPair[]): Generator<Change> {
  if (before.date === undefined || after.date === undefined) return;
  const [old, now] = [before.date.epochMilliseconds, after.date.epochMilliseconds];
  if (old === now) return;
  const overtakes = kept.some((other) => {
    const [otherOld, otherNow] = [other.before.date?.epochMilliseconds, other.after.date?.epochMilliseconds];
    return otherOld !== undefined && otherNow !== undefined && otherOld > old && otherNow < now;
  });
  const isHarm = now > old && (overtakes || now - old >= day);
  const message = `${nameOf(after)} came out on ${formatIso(before.date)}; now its date would be ${formatIso(after.date)}${isHarm ? ', so that it shows as new' : ''}.`;
  yield { kind: isHarm ? 'date-moved' : 'date', before, after, key: 'date', message };
}
