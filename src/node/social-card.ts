import type { SocialCard } from '../ports.ts';
import { cleanLine, escapeAttribute, escapeText } from '../text/xml.ts';
import { sharp } from './sharp.ts';
import { outlined, type TextStyle } from './text-outlines.ts';

/** For letters that our own font lacks. Widespread, so that machines that have them agree; or what the machine calls sans. */
const fonts = 'DejaVu Sans, Liberation Sans, Arial, sans';
const margin = 70;
const artworkSize = 430;
const textLeft = margin + artworkSize + 60;
/** Sizes in points, at 72 to the inch pixels; the largest in which a title fits is used. */
const titleSizes = [60, 54, 48, 40, 34, 28];

interface Size {
  readonly width: number;
  readonly height: number;
}

interface Drawn extends Size {
  readonly data: Buffer;
}

/** A word; nothing where letters cannot be drawn. */
export async function drawWord(): Promise<readonly Uint8Array[]> {
  const { data, width } = await drawText('Ag', { points: 40, colour: '#000000', width: 200 });
  return width > 10 ? [data] : [];
}

/** The show's name above, the title, its number and guests, beside the artwork; as a PNG. */
export async function drawCard(card: SocialCard, artworkFile: string, size: Size): Promise<Buffer> {
  const width = size.width - textLeft - margin;
  const { colours, isRightToLeft } = card;
  const mirror = (left: number, ownWidth: number) => (isRightToLeft ? size.width - left - ownWidth : left);
  const artwork = await sharp(artworkFile, { autoOrient: true })
    .resize(artworkSize, artworkSize, { fit: 'cover' })
    .flatten({ background: colours.page })
    .png()
    .toBuffer();
  const show = await drawFitting(card.show, { sizes: [28, 24], colour: colours.accent, width, height: 80 });
  const below = await Promise.all(
    card.lines.map((line) => drawFitting(line, { sizes: [28, 24, 20], colour: colours.muted, width, height: 74 })),
  );
  const belowHeight = below.reduce((total, line) => total + line.height + 16, 0);
  const titleHeight = size.height - 2 * margin - show.height - belowHeight - 40;
  const title = await drawFitting(card.title, {
    sizes: titleSizes,
    colour: colours.text,
    width,
    height: titleHeight,
    isBold: true,
  });
  const column = [show, title, ...below];
  const gaps = [28, 28, ...below.map(() => 16)];
  let top = Math.round((size.height - show.height - title.height - belowHeight - 56 + 16) / 2);
  const texts = column.map((text, index) => {
    const place = { input: text.data, left: mirror(textLeft, text.width), top };
    top += text.height + (gaps[index] ?? 0);
    return place;
  });
  const band = { width: 18, height: size.height, channels: 3, background: colours.accent } as const;
  return await sharp({ create: { ...size, channels: 3, background: colours.page } })
    .composite([
      { input: { create: band }, left: mirror(0, band.width), top: 0 },
      { input: artwork, left: mirror(margin, artworkSize), top: Math.round((size.height - artworkSize) / 2) },
      ...texts,
    ])
    .png({ compressionLevel: 9, palette: false })
    .toBuffer();
}

/** In the largest of the sizes in which the text fits; one that fits in none is made smaller as a picture. */
async function drawFitting(
  text: string,
  style: Omit<TextStyle, 'points'> & { readonly sizes: readonly number[]; readonly height: number },
): Promise<Drawn> {
  let drawn: Drawn | undefined;
  for (const points of style.sizes) {
    drawn = await drawText(text, { ...style, points });
    if (drawn.height <= style.height && drawn.width <= style.width) return drawn;
  }
  if (drawn === undefined) throw new Error('a text needs a size to be drawn in');
  const { data, info } = await sharp(drawn.data)
    .resize({ width: style.width, height: style.height, fit: 'inside' })
    .png()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

async function drawText(text: string, style: TextStyle): Promise<Drawn> {
  const line = cleanLine(text);
  const outlines = await outlined(line, style);
  const picture = outlines === undefined ? inFontsOfTheMachine(line, style) : sharp(Buffer.from(outlines));
  const { data, info } = await picture.png().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** Lays words out within the width, in their own direction. The text holds no markup. */
function inFontsOfTheMachine(text: string, { points, colour, width, isBold = false }: TextStyle) {
  const markup = `<span foreground="${escapeAttribute(colour)}"${isBold ? ' weight="bold"' : ''}>${escapeText(text)}</span>`;
  return sharp({ text: { text: markup, font: `${fonts} ${points}`, width, dpi: 72, rgba: true, wrap: 'word-char' } });
}
