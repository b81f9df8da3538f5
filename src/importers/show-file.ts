import { validate as isUuid } from 'uuid';
import type { SourceFeed } from '../feeds/feed.ts';
import { showSchema } from '../model/show.ts';
import { htmlToMarkdown } from './html-to-markdown.ts';
import type { Notices } from './notices.ts';
import { presentCategory } from './old-categories.ts';
import { importedPeople } from './people.ts';

export interface ShowOptions {
  /** The address that the new pages will have; without it the one of the show's website is taken. */
  readonly site?: string | undefined;
  /** Where the feed is today. */
  readonly address: string | undefined;
  /** The show's id where the feed has none. */
  readonly guid: string | undefined;
  /** The cover: its path in the project. */
  readonly artwork: string;
}

type Fields = Readonly<Record<string, unknown>>;

/** The frontmatter of show.md for a feed, and its body. What does not fit is named in `notices`. */
export function showFields(feed: SourceFeed, options: ShowOptions, notices: Notices): { fields: Fields; body: string } {
  const site = options.site ?? siteOf(feed, notices);
  const explicit = feed.explicit ?? feed.items.some((item) => item.explicit === true);
  if (feed.explicit === undefined)
    notices.add('person', `The feed does not say whether the show is explicit; explicit: ${explicit} was assumed.`);
  const { markdown, kept, dropped } = htmlToMarkdown(feed.description, feed.link);
  for (const tag of [...kept, ...dropped])
    notices.add('odd', `The description of the show holds the HTML tag <${tag}>.`);
  if (feed.hub !== undefined)
    notices.add('missing', `The old host told the hub ${feed.hub} of new episodes; ppod tells none.`);
  const unfit = feed.podroll.filter((other) => !isWhole(other)).length;
  if (unfit > 0)
    notices.add('missing', `${unfit} of ${feed.podroll.length} recommended shows have no proper id or address.`);
  const fields = {
    title: oneLine(feed.title) || 'Untitled show',
    site,
    language: given(feed.language, 'en', 'language', notices),
    author: given(feed.author ?? feed.owner.name, oneLine(feed.title) || 'Unknown', 'author', notices),
    categories: categoriesOf(feed, notices),
    artwork: options.artwork,
    explicit,
    ...optionalFields(feed),
    ...addressFields(site, options.address),
    guid: feed.guid ?? options.guid,
  };
  return { fields: fitting(fields, notices), body: markdown };
}

function optionalFields(feed: SourceFeed): Fields {
  const { name, email } = feed.owner;
  const { geo, osm, country } = feed.location ?? {};
  return {
    email,
    publishEmail: email === undefined ? undefined : true,
    owner: name === feed.author ? undefined : name,
    type: feed.type === 'serial' ? 'serial' : undefined,
    copyright: feed.copyright,
    license: feed.license,
    hosts: importedPeople(feed.people),
    locked: feed.locked,
    medium: feed.medium === 'podcast' ? undefined : feed.medium,
    funding: feed.funding.map(({ url, text }) => ({ url, text: text === '' ? 'Give' : text.slice(0, 128) })),
    complete: feed.complete || undefined,
    block: feed.block || undefined,
    location: feed.location === undefined ? undefined : defined({ name: feed.location.name, geo, osm, country }),
    seasons: seasonsOf(feed),
    txt: feed.texts.filter(({ text }) => text !== '').map(defined),
    comments: feed.areCommentsOff ? false : undefined,
    podroll: feed.podroll.filter(isWhole).map(defined),
    updateFrequency: updateFrequencyOf(feed),
  };
}

/** The feed keeps its address where it can; where it moves, it says so to apps that still ask at the old one. */
function addressFields(site: string, address: string | undefined): Fields {
  const base = site.endsWith('/') ? site : `${site}/`;
  if (address === undefined) return {};
  const rest = address.startsWith(base) ? address.slice(base.length) : '';
  if (/^[A-Za-z0-9_-][A-Za-z0-9._-]*$/.test(rest)) return { feed: rest };
  return { newFeedUrl: `${base}feed.xml` };
}

function siteOf(feed: SourceFeed, notices: Notices): string {
  const site = (feed.link ?? 'https://podcast.example.org/').replace(/^http:/i, 'https:').replace(/[?#].*$/s, '');
  notices.add(
    'person',
    `site is ${site}, the address of the show's website today. Change it to where the new pages and the feed will be.`,
  );
  return site;
}

function categoriesOf({ categories }: SourceFeed, notices: Notices): readonly string[] {
  const present = categories.flatMap((name) => {
    const now = presentCategory(name);
    if (now === undefined) notices.add('missing', `Apple has no category "${name}".`);
    else if (now !== name) notices.add('odd', `The category "${name}" is "${now}" today.`);
    return now ?? [];
  });
  const chosen = [...new Set(present)];
  for (const name of chosen.slice(3))
    notices.add('missing', `Directories take three categories; "${name}" was left out.`);
  if (chosen.length > 0) return chosen.slice(0, 3);
  notices.add(
    'person',
    'No category of the feed exists at Apple; "Society & Culture" was taken. Choose one that fits.',
  );
  return ['Society & Culture'];
}

function isWhole({ feedGuid, feedUrl }: SourceFeed['podroll'][number]): boolean {
  return isUuid(feedGuid) && (feedUrl === undefined || feedUrl.startsWith('https://'));
}

function seasonsOf({ items }: SourceFeed): Readonly<Record<string, string>> | undefined {
  const names = items.flatMap(({ season, seasonName }) =>
    season === undefined || seasonName === undefined || seasonName.trim() === ''
      ? []
      : [[String(season), seasonName.trim()] as const],
  );
  return names.length === 0 ? undefined : Object.fromEntries(names);
}

function updateFrequencyOf({ updateFrequency }: SourceFeed): Fields | undefined {
  if (updateFrequency === undefined) return undefined;
  const { text, rrule, dtstart, complete } = updateFrequency;
  return defined({ text, rrule, dtstart, complete: complete === undefined ? undefined : complete === 'true' });
}

function given(value: string | undefined, otherwise: string, key: string, notices: Notices): string {
  const text = oneLine(value ?? '');
  if (text !== '') return text;
  notices.add('person', `The feed names no ${key}; ${key}: ${otherwise} was written.`);
  return otherwise;
}

/** Without the fields that show.md could not hold: each is named, none is lost in silence. */
function fitting(fields: Fields, notices: Notices): Fields {
  const kept = defined(fields);
  const result = showSchema.safeParse(kept);
  const wrong = new Set(result.success ? [] : result.error.issues.map(({ path }) => String(path[0])));
  for (const key of wrong)
    notices.add(
      'missing',
      `What the feed says as ${key}, ${JSON.stringify(kept[key])}, does not fit and was left out.`,
    );
  return Object.fromEntries(Object.entries(kept).filter(([key]) => !wrong.has(key)));
}

export function defined(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
