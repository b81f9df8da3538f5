import type { Rule } from '../rule.ts';
import { audioCopy } from './audio-copy.ts';
import { audioElsewhere } from './audio-elsewhere.ts';
import { audioHost } from './audio-host.ts';
import { audioMissing } from './audio-missing.ts';
import { audioShared } from './audio-shared.ts';
import { audioTruncated } from './audio-truncated.ts';
import { audioUnreadable } from './audio-unreadable.ts';
import { channelSerialNumbers } from './channel-serial-numbers.ts';
import { chaptersFileUnreadable } from './chapters-file-unreadable.ts';
import { dateImplausible } from './date-implausible.ts';
import { dateOrder } from './date-order.ts';
import { enclosureTypeMatches } from './enclosure-type-matches.ts';
import { enclosureUrlAscii } from './enclosure-url-ascii.ts';
import { episodeArtworkMissing } from './episode-artwork-missing.ts';
import { episodeLicense } from './episode-license.ts';
import { episodeScheduled } from './episode-scheduled.ts';
import { episodeSkipped } from './episode-skipped.ts';
import { episodeUnnumbered } from './episode-unnumbered.ts';
import { guestUnlisted } from './guest-unlisted.ts';
import { guidDuplicate } from './guid-duplicate.ts';
import { guidMissing } from './guid-missing.ts';
import { itemAlternateEnclosure } from './item-alternate-enclosure.ts';
import { itemContentNotice } from './item-content-notice.ts';
import { itemDescription } from './item-description.ts';
import { itemDescriptionBytes } from './item-description-bytes.ts';
import { itemDescriptionHtml } from './item-description-html.ts';
import { itemDescriptionLinks } from './item-description-links.ts';
import { itemDescriptionSafe } from './item-description-safe.ts';
import { itemEpisodeUnique } from './item-episode-unique.ts';
import { itemGuidOpaque } from './item-guid-opaque.ts';
import { itemGuidTrimmed } from './item-guid-trimmed.ts';
import { itemLink } from './item-link.ts';
import { itemPodcastSoundbite } from './item-podcast-soundbite.ts';
import { itemPubdateDistinct } from './item-pubdate-distinct.ts';
import { itemTitleCapitals } from './item-title-capitals.ts';
import { itemTitleNoNumbers } from './item-title-no-numbers.ts';
import { itemTitleNoShowName } from './item-title-no-show-name.ts';
import { itemTitlePlain } from './item-title-plain.ts';
import { itemTitleShort } from './item-title-short.ts';
import { itemTitleUnique } from './item-title-unique.ts';
import { itemTrailerSemantics } from './item-trailer-semantics.ts';
import { linkBrokenMarkdown } from './link-broken-markdown.ts';
import { linkEmpty } from './link-empty.ts';
import { linkInsecure } from './link-insecure.ts';
import { linkProtocolMissing } from './link-protocol-missing.ts';
import { linkTargetMissing } from './link-target-missing.ts';
import { linkUnsafe } from './link-unsafe.ts';
import { personGroup } from './person-group.ts';
import { personRole } from './person-role.ts';
import { personTwice } from './person-twice.ts';
import { placeholderText } from './placeholder-text.ts';
import { seasonSkipped } from './season-skipped.ts';
import { slugDuplicate } from './slug-duplicate.ts';
import { slugPlain } from './slug-plain.ts';
import { speechBounds } from './speech-bounds.ts';
import { summaryPlain } from './summary-plain.ts';
import { tagsTidy } from './tags-tidy.ts';
import { transcriptMissingFile } from './transcript-missing-file.ts';
import { transcriptUnreadable } from './transcript-unreadable.ts';
import { waiveReason } from './waive-reason.ts';

/** The rules that look at one episode. Add a line here and a file beside it. */
export const episodeRules: readonly Rule<'episode'>[] = [
  audioCopy,
  audioElsewhere,
  audioHost,
  audioMissing,
  audioShared,
  audioTruncated,
  audioUnreadable,
  channelSerialNumbers,
  chaptersFileUnreadable,
  dateImplausible,
  dateOrder,
  enclosureTypeMatches,
  enclosureUrlAscii,
  episodeArtworkMissing,
  episodeLicense,
  episodeScheduled,
  episodeSkipped,
  episodeUnnumbered,
  guestUnlisted,
  guidDuplicate,
  guidMissing,
  itemAlternateEnclosure,
  itemContentNotice,
  itemDescriptionBytes,
  itemDescriptionHtml,
  itemDescriptionLinks,
  itemDescriptionSafe,
  itemDescription,
  itemEpisodeUnique,
  itemGuidOpaque,
  itemGuidTrimmed,
  itemLink,
  itemPodcastSoundbite,
  itemPubdateDistinct,
  itemTitleCapitals,
  itemTitleNoNumbers,
  itemTitleNoShowName,
  itemTitlePlain,
  itemTitleShort,
  itemTitleUnique,
  itemTrailerSemantics,
  linkBrokenMarkdown,
  linkEmpty,
  linkInsecure,
  linkProtocolMissing,
  linkTargetMissing,
  linkUnsafe,
  personGroup,
  personRole,
  personTwice,
  placeholderText,
  seasonSkipped,
  slugDuplicate,
  slugPlain,
  speechBounds,
  summaryPlain,
  tagsTidy,
  transcriptMissingFile,
  transcriptUnreadable,
  waiveReason,
];
