import type { Rule } from '../rule.ts';
import { artwork72dpi } from './artwork-72dpi.ts';
import { artworkExtension } from './artwork-extension.ts';
import { artworkFormat } from './artwork-format.ts';
import { artworkIncomplete } from './artwork-incomplete.ts';
import { artworkMax } from './artwork-max.ts';
import { artworkMin } from './artwork-min.ts';
import { artworkNoAlpha } from './artwork-no-alpha.ts';
import { artworkNoPrivateMetadata } from './artwork-no-private-metadata.ts';
import { artworkPlaceholder } from './artwork-placeholder.ts';
import { artworkPrefer3000 } from './artwork-prefer-3000.ts';
import { artworkRgb } from './artwork-rgb.ts';
import { artworkSquare } from './artwork-square.ts';
import { artworkUrlAscii } from './artwork-url-ascii.ts';
import { artworkWeight } from './artwork-weight.ts';
import { pictureWeb } from './picture-web.ts';

/** Rules on covers and other pictures. Add a line here and a file beside it. */
const pictureRules = [
  artwork72dpi,
  artworkExtension,
  artworkFormat,
  artworkIncomplete,
  artworkMax,
  artworkMin,
  artworkNoAlpha,
  artworkNoPrivateMetadata,
  artworkPlaceholder,
  artworkRgb,
  artworkSquare,
  artworkUrlAscii,
  artworkWeight,
  pictureWeb,
];

export const artworkShowRules: readonly Rule<'show'>[] = [artworkPrefer3000, ...pictureRules.map(({ show }) => show)];
export const artworkEpisodeRules: readonly Rule<'episode'>[] = pictureRules.map(({ episode }) => episode);
