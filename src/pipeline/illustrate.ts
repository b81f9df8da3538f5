import type { Illustration, Illustrations, MadePicture, Waveform } from '../model/illustrations.ts';
import { palettesOf } from '../model/palette.ts';
import type { Podcast, PublishedEpisode, PublishedImage } from '../model/project.ts';
import type { Show } from '../model/show.ts';
import { isAddress } from '../model/urls.ts';
import { cardLines, isRightToLeft } from '../outputs/pages/wording.ts';
import type { LoudnessMeter, PictureSize, Pictures, Ports, SocialCard } from '../ports.ts';
import type { OnListening } from './listen.ts';

/** What draws; each may be absent, and what it would draw then is. */
interface Drawing {
  readonly pictures?: Pictures | undefined;
  readonly waveforms?: LoudnessMeter | undefined;
}

export interface IllustrateOptions {
  readonly onListening?: OnListening | undefined;
}

/** The widths, in pixels, in which pages show a cover: 128 or 208 of CSS, on screens of up to three pixels to each. */
const coverWidths = [208, 416, 624];
/** The photo of a person: 56 of CSS. */
const portraitWidths = [112, 168];

/**
 * Begins with the show's cover, which is drawn elsewhere while all the rest is read. `illustrate` asks for the same again, and is told
 * what went wrong.
 */
export async function beginToIllustrate(
  show: Show,
  { media, pictures }: Pick<Ports, 'media' | 'pictures'>,
): Promise<void> {
  if (!show.pages || pictures === undefined) return;
  try {
    const cover = await media.image(show.artwork);
    if (cover.kind === 'image') await pictures.resize(cover.path, sizesOf(cover.image, coverWidths));
  } catch {}
}

/** Between publish and render: draws what the pages show beside their words. The same podcast gets the same drawings. */
export async function illustrate(
  podcast: Podcast,
  { pictures, waveforms }: Drawing,
  { onListening }: IllustrateOptions = {},
): Promise<Podcast> {
  const { show } = podcast;
  if (!show.pages) return podcast;
  const illustrations: Illustrations = {
    copies: pictures === undefined ? new Map() : await copyPictures(podcast, pictures),
    cards: pictures === undefined || !show.socialCards ? new Map() : await drawCards(podcast, pictures),
    waveforms: waveforms === undefined || !show.waveform ? new Map() : await listenTo(podcast, waveforms, onListening),
  };
  return { ...podcast, illustrations };
}

async function copyPictures(podcast: Podcast, pictures: Pictures): Promise<Illustrations['copies']> {
  const { artwork, episodes } = podcast;
  const covers = [artwork, ...episodes.flatMap((episode) => episode.artwork ?? [])];
  // A picture that is both is a cover.
  const jobs = new Map([
    ...portraitsOf(podcast).map((image) => [image.path, { image, widths: portraitWidths }] as const),
    ...covers.map((image) => [image.path, { image, widths: coverWidths }] as const),
  ]);
  const copies = await Promise.all(
    [...jobs].map(async ([path, { image, widths }]): Promise<[string, readonly Illustration[]]> => {
      const made = await pictures.resize(image.source, sizesOf(image, widths));
      return [path, made.map((picture) => placed(picture, `${stemOf(path)}-${picture.width}`))];
    }),
  );
  return new Map(copies);
}

function portraitsOf({ hosts, pictures, episodes }: Podcast): readonly PublishedImage[] {
  const people = [...hosts, ...episodes.flatMap((episode) => episode.people)];
  const shown = new Set(people.map(({ image }) => image));
  return [...pictures, ...episodes.flatMap((episode) => episode.pictures)].filter(({ url }) => shown.has(url));
}

/** No copy is larger than the picture itself. */
function sizesOf(
  { width, height }: Pick<PublishedImage, 'width' | 'height'>,
  widths: readonly number[],
): readonly PictureSize[] {
  return widths
    .filter((copyWidth) => copyWidth < width)
    .map((copyWidth) => ({ width: copyWidth, height: Math.max(1, Math.round((height * copyWidth) / width)) }));
}

async function drawCards(podcast: Podcast, pictures: Pictures): Promise<Illustrations['cards']> {
  const cards = await Promise.all(
    podcast.episodes.map(async (episode): Promise<[string, Illustration]> => {
      const card = await pictures.drawCard(cardOf(podcast, episode));
      return [episode.slug, placed(card, 'card')];
    }),
  );
  return new Map(cards);
}

function cardOf({ show, artwork }: Podcast, episode: PublishedEpisode): SocialCard {
  const { page, text, muted, accent } = palettesOf(show.theme).light;
  return {
    show: show.title,
    title: episode.frontmatter.title,
    lines: cardLines(episode),
    artwork: (episode.artwork ?? artwork).source,
    colours: { page, text, muted, accent },
    isRightToLeft: isRightToLeft(show.language),
  };
}

async function listenTo(
  { episodes }: Podcast,
  meter: LoudnessMeter,
  onListening: OnListening | undefined,
): Promise<Illustrations['waveforms']> {
  // Other kinds are decoded by a program that every machine has in another version, or not at all.
  const audible = episodes.filter(
    ({ enclosure }) => enclosure.audio.container === 'mp3' && !isAddress(enclosure.source),
  );
  let done = 0;
  const found = await Promise.all(
    audible.map(async ({ slug, enclosure }): Promise<readonly [string, Waveform][]> => {
      const loudness = await meter.measure(enclosure.source, enclosure.audio);
      onListening?.(++done, audible.length, enclosure.source);
      if (loudness.kind !== 'measured') return [];
      const { peaks, secondsPerPeak } = loudness.report.waveform;
      return [[slug, { peaks, seconds: peaks.length * secondsPerPeak }]];
    }),
  );
  return new Map(found.flat());
}

const extensions = { avif: 'avif', webp: 'webp', jpeg: 'jpg', png: 'png' } as const;

/** A name that changes with the content, so that browsers may keep the file for ever. */
function placed(picture: MadePicture, name: string): Illustration {
  const { format, width, height, hash } = picture;
  const path = `assets/${name}.${hash.slice(0, 10)}.${extensions[format]}`;
  return { format, width, height, hash, path, read: () => picture.read() };
}

function stemOf(path: string): string {
  return path.replace(/^.*\//, '').replace(/\.[^.]*$/, '');
}
