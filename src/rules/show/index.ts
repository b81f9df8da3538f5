import type { Rule } from '../rule.ts';
import { artworkMissing } from './artwork-missing.ts';
import { audioOnlyStated } from './audio-only-stated.ts';
import { audioUnconfirmed } from './audio-unconfirmed.ts';
import { audioUnheard } from './audio-unheard.ts';
import { categoryUnknown } from './category-unknown.ts';
import { channelAuthorClean } from './channel-author-clean.ts';
import { channelCategoryFirst } from './channel-category-first.ts';
import { channelComplete } from './channel-complete.ts';
import { channelCopyright } from './channel-copyright.ts';
import { channelDescriptionBytes } from './channel-description-bytes.ts';
import { channelDescriptionReal } from './channel-description-real.ts';
import { channelDescriptionRequired } from './channel-description-required.ts';
import { channelLanguageValid } from './channel-language-valid.ts';
import { channelNewFeedUrl } from './channel-new-feed-url.ts';
import { channelOwnerPrivacy } from './channel-owner-privacy.ts';
import { channelPodcastLicense } from './channel-podcast-license.ts';
import { channelPodcastLocation } from './channel-podcast-location.ts';
import { channelPodcastPerson } from './channel-podcast-person.ts';
import { channelPodcastPersonPair } from './channel-podcast-person-pair.ts';
import { channelPodcastSocial } from './channel-podcast-social.ts';
import { channelPodcastUpdatefrequency } from './channel-podcast-updatefrequency.ts';
import { channelTitleNoStuffing } from './channel-title-no-stuffing.ts';
import { channelTitlePlain } from './channel-title-plain.ts';
import { channelTitleShort } from './channel-title-short.ts';
import { descriptionLinks } from './description-links.ts';
import { feedName } from './feed-name.ts';
import { fileStray } from './file-stray.ts';
import { hostMissing } from './host-missing.ts';
import { hostingNoTrackers } from './hosting-no-trackers.ts';
import { itemExplicitChannel } from './item-explicit-channel.ts';
import { noPublishedEpisode } from './no-published-episode.ts';
import { publishEmailAlone } from './publish-email-alone.ts';
import { searchImpossible } from './search-impossible.ts';
import { showGuidMissing } from './show-guid-missing.ts';
import { showHidden } from './show-hidden.ts';
import { socialCardsImpossible } from './social-cards-impossible.ts';
import { themeColour } from './theme-colour.ts';
import { themeContrast } from './theme-contrast.ts';
import { themeStylesheetMissing } from './theme-stylesheet-missing.ts';
import { vocabularyContradiction } from './vocabulary-contradiction.ts';

/** The rules that look at show.md. Add a line here and a file beside it. */
export const showRules: readonly Rule<'show'>[] = [
  artworkMissing,
  audioOnlyStated,
  audioUnconfirmed,
  audioUnheard,
  categoryUnknown,
  channelAuthorClean,
  channelCategoryFirst,
  channelComplete,
  channelCopyright,
  channelDescriptionBytes,
  channelDescriptionReal,
  channelDescriptionRequired,
  channelLanguageValid,
  channelNewFeedUrl,
  channelOwnerPrivacy,
  channelPodcastLicense,
  channelPodcastLocation,
  channelPodcastPersonPair,
  channelPodcastPerson,
  channelPodcastSocial,
  channelPodcastUpdatefrequency,
  channelTitleNoStuffing,
  channelTitlePlain,
  channelTitleShort,
  descriptionLinks,
  feedName,
  fileStray,
  hostMissing,
  hostingNoTrackers,
  itemExplicitChannel,
  noPublishedEpisode,
  publishEmailAlone,
  searchImpossible,
  showGuidMissing,
  showHidden,
  socialCardsImpossible,
  themeColour,
  themeContrast,
  themeStylesheetMissing,
  vocabularyContradiction,
];
