import type { SourceFeed } from '../feeds/feed.ts';
import { readFeed } from '../feeds/read-feed.ts';
import { compareDiagnostics, type Diagnostic } from '../model/diagnostic.ts';
import { guidFromSlug } from '../model/guids.ts';
import { type Podcast, type Project, stateOf } from '../model/project.ts';
import { feed } from '../outputs/feed/index.ts';
import type { CompareContext } from '../subscribers/change.ts';
import { compareFeeds } from '../subscribers/compare.ts';
import { explainChange } from '../subscribers/explain.ts';

export interface DiffOptions extends Omit<CompareContext, 'retired'> {
  /** Kinds of harm that are meant, and then only a warning. */
  readonly allow?: readonly string[];
}

/**
 * What subscribers of the feed `before` would notice if `podcast` were published: harm as errors, other changes as notes, each at
 * the line that causes it. Pure.
 */
export function diffWithFeed(
  { project, podcast }: { readonly project: Project; readonly podcast: Podcast },
  before: SourceFeed,
  { allow = [], ...context }: DiffOptions = {},
): readonly Diagnostic[] {
  const after = publishedFeed(podcast);
  const allowed = new Set(allow.map((kind) => `diff-${kind}`));
  return compareFeeds(before, after, { ...context, retired: retiredGuids(project, podcast) })
    .map((change) => explainChange(change, project, podcast))
    .map((found): Diagnostic => (allowed.has(found.rule) ? { ...found, severity: 'warning' } : found))
    .sort(compareDiagnostics);
}

/** The feed that a build would write, read back as apps read it. */
function publishedFeed(podcast: Podcast): SourceFeed {
  const text = [...feed.render(podcast)].map((file) => ('contents' in file ? String(file.contents) : '')).join('');
  const read = readFeed(text, podcast.feedUrl);
  if (read === undefined) throw new Error('ppod could not read the feed that it wrote');
  return read;
}

function retiredGuids({ episodes, asOf }: Project, { guid: showGuid }: Podcast): ReadonlySet<string> {
  return new Set(
    episodes.flatMap(({ content, slug }) =>
      content !== undefined && stateOf(content, asOf) === 'withdrawn'
        ? [content.guid?.trim() ?? guidFromSlug(slug, showGuid)]
        : [],
    ),
  );
}
