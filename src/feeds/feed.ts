import type { Chapter } from '../model/chapter.ts';
import type { ZonedInstant } from '../text/dates.ts';

/** A podcast feed as others wrote it: what it says, not what it should. Addresses are absolute where the feed's own address is known. */
export interface SourceFeed {
  readonly title: string;
  readonly link: string | undefined;
  /** Where the feed says it is (`atom:link rel="self"`). */
  readonly selfUrl: string | undefined;
  readonly newFeedUrl: string | undefined;
  /** The next page, or the archive before this one, of the same feed (RFC 5005). */
  readonly nextPageUrl: string | undefined;
  /** HTML. */
  readonly description: string;
  readonly language: string | undefined;
  readonly author: string | undefined;
  readonly owner: { readonly name: string | undefined; readonly email: string | undefined };
  readonly copyright: string | undefined;
  /** Apple's, from the most fitting on: `Education > Courses`, as the feed spells them. */
  readonly categories: readonly string[];
  readonly image: string | undefined;
  readonly explicit: boolean | undefined;
  readonly type: string | undefined;
  readonly complete: boolean;
  readonly block: boolean;
  readonly guid: string | undefined;
  /** Whether other hosts are asked not to import the feed; absent when it does not say. */
  readonly locked: boolean | undefined;
  readonly medium: string | undefined;
  readonly funding: readonly { readonly url: string; readonly text: string }[];
  readonly license: string | undefined;
  readonly location: SourceLocation | undefined;
  readonly people: readonly SourcePerson[];
  readonly texts: readonly { readonly purpose: string | undefined; readonly text: string }[];
  readonly podroll: readonly {
    readonly feedGuid: string;
    readonly feedUrl: string | undefined;
    readonly title: string | undefined;
  }[];
  readonly updateFrequency: Readonly<Record<string, string>> | undefined;
  readonly hub: string | undefined;
  /** Whether apps are asked to show no public comments. */
  readonly areCommentsOff: boolean;
  readonly items: readonly SourceItem[];
  /** Tags of the channel that none of these fields holds, by name, each once. */
  readonly otherTags: readonly string[];
  /** What is odd about the file itself, in plain words. */
  readonly oddities: readonly string[];
}

export interface SourceItem {
  /** 1 for the first of the feed. */
  readonly position: number;
  readonly title: string;
  /** Trimmed: apps do not tell ids apart by the space around them. */
  readonly guid: string | undefined;
  /** Whether the guid counts as a web address: so unless the feed says `isPermaLink="false"`. */
  readonly isPermaLink: boolean;
  readonly date: ZonedInstant | undefined;
  /** As written. */
  readonly dateText: string | undefined;
  /** The first is what apps play. */
  readonly enclosures: readonly SourceEnclosure[];
  readonly link: string | undefined;
  /** HTML, or plain text. */
  readonly notes: string;
  readonly summary: string | undefined;
  /** Seconds. */
  readonly duration: number | undefined;
  readonly season: number | undefined;
  readonly seasonName: string | undefined;
  readonly episode: number | undefined;
  readonly episodeName: string | undefined;
  readonly type: string | undefined;
  readonly explicit: boolean | undefined;
  readonly block: boolean;
  readonly image: string | undefined;
  readonly people: readonly SourcePerson[];
  readonly transcripts: readonly SourceTranscript[];
  /** The address of a JSON chapters file. */
  readonly chaptersUrl: string | undefined;
  /** Chapters that stand in the feed itself (Podlove Simple Chapters). */
  readonly chapters: readonly Chapter[];
  readonly soundbites: readonly { readonly start: number; readonly duration: number; readonly title: string }[];
  readonly location: SourceLocation | undefined;
  readonly license: string | undefined;
  readonly tags: readonly string[];
  readonly otherTags: readonly string[];
}

export interface SourceEnclosure {
  readonly url: string;
  /** Bytes; absent when the feed has none, or 0. */
  readonly length: number | undefined;
  readonly type: string | undefined;
}

export interface SourceTranscript {
  readonly url: string;
  readonly type: string | undefined;
  readonly language: string | undefined;
}

export interface SourcePerson {
  readonly name: string;
  readonly role: string | undefined;
  readonly group: string | undefined;
  readonly image: string | undefined;
  readonly url: string | undefined;
}

export interface SourceLocation {
  readonly name: string;
  readonly geo: string | undefined;
  readonly osm: string | undefined;
  readonly country: string | undefined;
}

/**
 * What apps know an episode by: its guid, or, where the feed gives none, the address of its audio.
 * `undefined` for an item that apps do not show, because it has no audio.
 */
export function identityOf({ guid, enclosures }: SourceItem): string | undefined {
  const [enclosure] = enclosures;
  return enclosure === undefined ? undefined : (guid ?? enclosure.url);
}
