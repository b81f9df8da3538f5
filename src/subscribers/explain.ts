import { identityOf } from '../feeds/feed.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { guidFromSlug } from '../model/guids.ts';
import { type Entry, type EpisodeEntry, type Podcast, type Project, stateOf } from '../model/project.ts';
import { slugOf } from '../model/slug.ts';
import { LineIndex } from '../text/positions.ts';
import type { Change } from './change.ts';
import { changeKinds } from './kinds.ts';

/** Puts a change where its cause is: the file, and the line of the key, that a person would have edited. */
export function explainChange(change: Change, project: Project, podcast: Podcast): Diagnostic {
  const { kind, after, before } = change;
  if (after === undefined && before === undefined) return at(project.show, change);
  if (after === undefined) return explainLoss(change, project, podcast.guid);
  const file = podcast.episodes.find(({ guid }) => guid.trim() === identityOf(after))?.file;
  const entry = project.episodes.find((episode) => episode.file === file);
  if (entry === undefined) return at(project.show, change);
  if (kind !== 'guid-changed') return at(entry, change);
  const old = before === undefined ? '' : identityOf(before);
  const cause =
    entry.content?.guid === undefined
      ? ' The file has no line guid:, and its name or the address of the feed has changed.'
      : '';
  return at(entry, change, { cause, remedy: `Write guid: ${old} into this file.` });
}

function explainLoss(change: Change, project: Project, showGuid: string): Diagnostic {
  const identity = change.before === undefined ? undefined : identityOf(change.before);
  const entry = project.episodes.find(
    ({ content, slug }) => (content?.guid?.trim() ?? guidFromSlug(slug, showGuid)) === identity,
  );
  if (entry?.content === undefined) return explainMissingFile(change, project);
  if (change.kind === 'withdrawn') return at(entry, change);
  const state = stateOf(entry.content, project.asOf);
  if (state === 'draft') {
    return at(
      entry,
      { ...change, key: 'draft' },
      { cause: ' It is marked as a draft.', remedy: 'Remove draft: true.' },
    );
  }
  const cause = ' Its date lies in the future.';
  return at(entry, { ...change, key: 'date' }, { cause, remedy: 'Put back the date on which it came out.' });
}

/** The page of an episode carries the name of the file that it was made from. */
function explainMissingFile(change: Change, project: Project): Diagnostic {
  const { before } = change;
  const [, slug] = /\/episodes\/([^/]+)\/?$/.exec(before?.link ?? '') ?? [];
  const there = project.episodes.find(({ file }) => slug !== undefined && slugOf(file) === decode(slug));
  if (there !== undefined) return at(there, { ...change, key: 'guid' }, { cause: ' Its guid is in no file.' });
  const cause = ` No file in episodes/ has its guid, "${before === undefined ? '' : identityOf(before)}".`;
  const file = slug === undefined ? project.show.file : `episodes/${decode(slug)}.md`;
  return { ...at(project.show, change, { cause }), file, range: new LineIndex('').range(0, 0) };
}

function decode(slug: string): string {
  try {
    return decodeURIComponent(slug);
  } catch {
    return slug;
  }
}

function at(
  entry: Entry<unknown> | EpisodeEntry,
  { kind, message, key }: Change,
  { cause = '', remedy = changeKinds[kind].remedy }: { cause?: string; remedy?: string } = {},
): Diagnostic {
  const range = entry.frontmatter.locate(key === undefined ? [] : [key]);
  const severity = changeKinds[kind].isHarm ? 'error' : 'info';
  return { rule: `diff-${kind}`, severity, file: entry.file, range, message: message + cause, remedy };
}
