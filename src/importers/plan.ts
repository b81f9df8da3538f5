import { identityOf, type SourceFeed } from '../feeds/feed.ts';
import { planEpisode } from './episode-file.ts';
import { FileNames } from './file-names.ts';
import { markdownFile } from './markdown-file.ts';
import { Notices } from './notices.ts';
import { type Download, type PlannedFile, pictureAt, titleOf } from './planned-file.ts';
import { showFields } from './show-file.ts';

export interface ImportOptions {
  readonly site?: string | undefined;
  /** Where the feed is today, when known. */
  readonly address: string | undefined;
  /** The show's id where the feed has none of its own. */
  readonly guid: string | undefined;
  /** A cover that is in the project already: its path. */
  readonly artwork?: string | undefined;
  /** False: the audio stays where it is, and is named by its address. */
  readonly withAudio: boolean;
  /** Milliseconds since 1970: what is dated later is named. */
  readonly now: number;
}

/** Severities by rule id, as `rules` in show.md sets them. */
type RuleSettings = Readonly<Record<string, 'warning'>>;

export interface ImportPlan {
  /** `show.md`. What the old show did that ppod calls an error can be set down to a warning. */
  readonly show: { readonly downloads: readonly Download[]; render(rules: RuleSettings): string };
  readonly episodes: readonly PlannedFile[];
  readonly notices: Notices;
}

/** Turns a feed into the files of a show project, and the list of what to fetch for them. Pure. */
export function planImport(feed: SourceFeed, options: ImportOptions): ImportPlan {
  const notices = new Notices();
  const names = new FileNames();
  for (const oddity of feed.oddities) notices.add('odd', oddity);
  nameOtherTags(feed, notices);
  if (feed.nextPageUrl !== undefined) {
    notices.add(
      'missing',
      `The feed goes on at ${feed.nextPageUrl}. Import it by its address, not from a file, to get the rest.`,
    );
  }
  const cover = planCover(feed, options, names, notices);
  const artwork = options.artwork ?? cover?.path ?? 'media/cover.jpg';
  const { fields, body } = showFields(feed, { ...options, artwork }, notices);
  const explicit = fields['explicit'] === true;
  const pictures = new Map<string, Download>();
  const taken = new Set<string>();
  const episodes = feed.items.flatMap((item) => {
    const identity = identityOf(item);
    if (identity === undefined) {
      notices.add('missing', 'The item has no audio. Apps do not show it, and it was not imported.', titleOf(item));
      return [];
    }
    const isRepeated = taken.has(identity);
    taken.add(identity);
    return [planEpisode(item, { feed, identity, isRepeated, explicit, names, pictures, notices, ...options })];
  });
  if ([feed, ...feed.items].some(({ people }) => people.some(({ image }) => image !== undefined))) {
    notices.add(
      'person',
      'Photos of people stay where they are today. Put copies into media/ and name those, before the old account ends.',
    );
  }
  const downloads = cover === undefined ? [] : [cover];
  const show = { downloads, render: (rules: RuleSettings) => markdownFile({ ...fields, ...rulesField(rules) }, body) };
  return { show, episodes, notices };
}

function planCover(
  feed: SourceFeed,
  { artwork }: ImportOptions,
  names: FileNames,
  notices: Notices,
): Download | undefined {
  if (artwork !== undefined) return undefined;
  if (feed.image === undefined) {
    notices.add('person', 'The feed has no cover. Put a square JPEG or PNG into media/ as cover.jpg.');
    return undefined;
  }
  return pictureAt(feed.image, names, undefined);
}

function rulesField(rules: RuleSettings): { rules?: RuleSettings } {
  return Object.keys(rules).length === 0 ? {} : { rules };
}

/** Tags that hosts add for purposes of their own, or that ppod has no field for. */
function nameOtherTags({ otherTags, items }: SourceFeed, notices: Notices): void {
  if (otherTags.length > 0)
    notices.add('missing', `Tags of the show that ppod has no field for: ${otherTags.join(', ')}.`);
  const counts = new Map<string, number>();
  for (const tag of items.flatMap((item) => item.otherTags)) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  if (counts.size === 0) return;
  const list = [...counts].map(([tag, count]) => `${tag} (${count})`).join(', ');
  notices.add('missing', `Tags of episodes that ppod has no field for: ${list}.`);
}
