import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import opentype, { type Font } from 'opentype.js';
import { escapeAttribute } from '../text/xml.ts';

export interface TextStyle {
  /** The size of the font, at 72 to the inch pixels. */
  readonly points: number;
  readonly colour: string;
  /** Pixels. */
  readonly width: number;
  readonly isBold?: boolean;
}

const lineHeight = 1.2;
/** Where letters stand in their line: room for accents above, and for what reaches below. */
const baseline = 0.92;

/**
 * A text in lines of at most `width`, as an SVG of nothing but outlines: the same on every machine, whatever fonts it has.
 * `undefined` when the font lacks one of the letters. It is Roboto, which has those of Latin, Greek and Cyrillic scripts.
 */
export async function outlined(text: string, style: TextStyle): Promise<string | undefined> {
  const { points, colour, isBold = false } = style;
  const font = await fontOf(isBold ? 'Roboto-Bold' : 'Roboto-Regular');
  const letters = withoutEmoji(text.normalize('NFC'), font);
  // Marks that no letter was made with would have to be placed.
  const isDrawable = !/\p{M}/u.test(letters) && Array.from(letters).every((letter) => font.hasChar(letter));
  if (letters === '' || !isDrawable) return undefined;
  const measure = (line: string) => font.getAdvanceWidth(line, points);
  const lines = balancedLines(letters, style, remembering(measure));
  const path = lines
    .map((line, index) => font.getPath(line, 0, points * (baseline + index * lineHeight), points).toPathData(2))
    .join('');
  const width = Math.max(1, Math.ceil(Math.max(...lines.map(measure))));
  const height = Math.ceil(points * lineHeight * lines.length);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><path fill="${escapeAttribute(colour)}" d="${path}"/></svg>`;
}

/** Emoji look different everywhere, or are missing; the words say it without. */
function withoutEmoji(text: string, font: Font): string {
  const kept = text.replace(emoji, (letter) => (font.hasChar(letter) ? letter : ''));
  return kept.replace(/\s+/g, ' ').trim();
}

/** Pictures, flags, skin tones, and what joins them. */
const emoji =
  /\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\u200D|\uFE0F|[\u{E0020}-\u{E007F}]/gu;

/** Pixels. */
type Measure = (text: string) => number;

function remembering(measure: Measure): Measure {
  const known = new Map<string, number>();
  return (text) => {
    const width = known.get(text) ?? measure(text);
    known.set(text, width);
    return width;
  };
}

/** As few lines as possible, then as equal in length as possible. */
function balancedLines(text: string, { width, points }: TextStyle, measure: Measure): readonly string[] {
  const words = text.split(' ').flatMap((word) => piecesWithin(word, width, measure));
  const widest = Math.max(...words.map(measure));
  let lines = linesWithin(words, width, measure);
  for (let narrower = width - points / 2; narrower >= widest; narrower -= points / 2) {
    const tried = linesWithin(words, narrower, measure);
    if (tried.length > lines.length) break;
    lines = tried;
  }
  return lines;
}

function linesWithin(words: readonly string[], width: number, measure: Measure): readonly string[] {
  const lines: string[][] = [];
  let room = 0;
  for (const word of words) {
    const needed = measure(' ') + measure(word);
    if (needed > room) {
      lines.push([]);
      room = width + measure(' ');
    }
    lines.at(-1)?.push(word);
    room -= needed;
  }
  return lines.map((line) => line.join(' '));
}

/** A word that is longer than a line, in pieces so long that none has room beside another. */
function piecesWithin(word: string, width: number, measure: Measure): readonly string[] {
  if (measure(word) <= width) return [word];
  const pieces: string[] = [''];
  let room = width;
  for (const letter of word) {
    const needed = measure(letter);
    if (needed > room) {
      pieces.push('');
      room = width;
    }
    pieces.push((pieces.pop() ?? '') + letter);
    room -= needed;
  }
  return pieces;
}

const require = createRequire(import.meta.url);
const fonts = new Map<string, Promise<Font>>();

function fontOf(face: string): Promise<Font> {
  const known = fonts.get(face) ?? load(face);
  fonts.set(face, known);
  return known;
}

async function load(face: string): Promise<Font> {
  const folder = dirname(require.resolve('roboto-fontface/package.json'));
  const bytes = await readFile(join(folder, 'fonts/roboto', `${face}.woff`));
  return opentype.parse(new Uint8Array(bytes).buffer);
}
