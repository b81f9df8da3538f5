/** What a kind of change means to those who subscribed. Printed by `ppod diff`, and the words that `--allow` takes. */
interface KindText {
  readonly isHarm: boolean;
  /** What happened, in one sentence. */
  readonly summary: string;
  /** What a subscriber notices. */
  readonly why: string;
  /** What to do, as an order. */
  readonly remedy: string;
}

const kindTexts = {
  'item-lost': {
    isHarm: true,
    summary: 'An episode is no longer in the feed.',
    why: 'Apps drop it from their lists, and links to it lead nowhere.',
    remedy: 'Bring the episode back; to take one down on purpose, set withdrawn in its file.',
  },
  'guid-changed': {
    isHarm: true,
    summary: 'An episode has another guid than before.',
    why: 'Apps take it for a new episode: everybody gets it again, and what they had heard counts as unheard.',
    remedy: 'Give it back the guid that was published.',
  },
  'permalink-changed': {
    isHarm: true,
    summary: 'The guid of an episode counted as a web address and no longer does, or the other way round.',
    why: 'Some apps then take the episode for a new one.',
    remedy: 'Set guidIsPermaLink in the episode as it was.',
  },
  'date-moved': {
    isHarm: true,
    summary: 'The date of an episode that was out has moved forward.',
    why: 'An old episode shows at the top of the list as if it were new.',
    remedy: 'Put the first date back.',
  },
  'audio-changed': {
    isHarm: true,
    summary: 'The audio is other than before, under the same address.',
    why: 'Apps that have half of the old file join it to half of the new one; caches go on serving the old.',
    remedy: 'Give the new audio file a new name, and write that name into the episode.',
  },
  'show-guid-changed': {
    isHarm: true,
    summary: 'The show has another podcast:guid than before.',
    why: 'Directories and apps take it for another show.',
    remedy: 'Put the guid that was published into show.md.',
  },
  'feed-moved': {
    isHarm: true,
    summary: 'The feed has another address, and nothing tells subscribers so.',
    why: 'Apps go on asking at the old address, and get no more episodes.',
    remedy: 'Set newFeedUrl in show.md to the new address, and let the old address redirect there for good (301).',
  },
  'feed-shrinking': {
    isHarm: true,
    summary: 'The feed holds fewer episodes than before.',
    why: 'A feed that shrinks by itself is most often one that was built from half of its files.',
    remedy: 'Make sure that all episode files are there.',
  },
  'art-changed': {
    isHarm: true,
    summary: 'The cover is another picture under the same address.',
    why: 'Directories keep pictures by their address and go on showing the old one.',
    remedy: 'Publish the new picture under a new name.',
  },
  withdrawn: {
    isHarm: false,
    summary: 'An episode is withdrawn, as its file says.',
    why: 'It goes from the feed; a short notice stays at the address of its page.',
    remedy: 'Nothing, if that is meant.',
  },
  'item-added': {
    isHarm: false,
    summary: 'An episode is new.',
    why: 'Subscribers get it.',
    remedy: 'Nothing, if that is meant.',
  },
  'feed-address': {
    isHarm: false,
    summary: 'The feed moves to another address, and says so.',
    why: 'Apps follow newFeedUrl and redirects, each in its own time.',
    remedy: 'Let the old address redirect to the new one for good (301), and keep it for a year or longer.',
  },
  title: change('A title is other than before.'),
  notes: change('The notes are other than before.'),
  numbers: change('Season, number or type of an episode is other than before.'),
  date: change('The date of an episode is other than before, but it does not show as new.'),
  explicit: change('The mark for explicit content is other than before.'),
  'audio-address': change('The audio is at another address than before.'),
  art: change('The cover is at another address than before.'),
  chapters: change('Chapters or transcript came or went.'),
  show: change('What the feed says of the show is other than before.'),
} satisfies Readonly<Record<string, KindText>>;

function change(summary: string): KindText {
  return { isHarm: false, summary, why: 'Apps show the new state.', remedy: 'Nothing, if that is meant.' };
}

export type ChangeKind = keyof typeof kindTexts;

export const changeKinds: Readonly<Record<ChangeKind, KindText>> = kindTexts;

/** The kinds that do harm to subscribers: what `--allow` takes. */
export const harmKinds: readonly string[] = Object.entries(changeKinds)
  .filter(([, { isHarm }]) => isHarm)
  .map(([kind]) => kind);
