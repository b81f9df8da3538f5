import type { ImageInfo } from '../../model/media.ts';

/** What a picture's header says. */
export type ImageFacts = Omit<ImageInfo, 'format' | 'mimeType'>;

/** Where a format says no more: no transparency, eight bits, nothing private. */
export const plainImage = {
  colourSpace: 'unknown',
  hasAlpha: false,
  bitsPerChannel: undefined,
  density: undefined,
  isComplete: true,
  privateMetadata: [],
} as const satisfies Omit<ImageFacts, 'width' | 'height'>;
