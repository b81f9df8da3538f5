import type { Show } from '../../model/show.ts';

type Colour = readonly [red: number, green: number, blue: number];

/** Every colour of the pages, as `#rrggbb`. */
export interface Palette {
  readonly page: string;
  /** Boxes that stand out from the page. */
  readonly surface: string;
  readonly text: string;
  /** Dates, lengths, roles. */
  readonly muted: string;
  /** The edges of fields and buttons. */
  readonly edge: string;
  /** Hairlines that carry no meaning. */
  readonly rule: string;
  /** Links and buttons. */
  readonly accent: string;
  /** Text on the accent. */
  readonly onAccent: string;
  /** Behind the line that is being spoken. */
  readonly mark: string;
}

const paper = '#fcfbf8';
const ink = '#1d1f21';
const night = '#15191c';
const moonlight = '#e9e7e1';
const petrol = '#0b5566';

/** WCAG 2.2, SC 1.4.3: text on its background, at least. */
export const minimumContrast = 4.5;

/**
 * The colours of the pages in daylight and in the dark. An accent alone is lightened for the dark until it can be
 * read there; a background or a text colour of the show's own holds in both, for nobody can guess its counterpart.
 */
export function palettesOf(theme: Show['theme']): { readonly light: Palette; readonly dark: Palette } {
  const accent = readColour(theme?.accent) ?? petrol;
  const page = readColour(theme?.background);
  const text = readColour(theme?.text);
  if (page === undefined && text === undefined) {
    return {
      light: palette(paper, ink, accent),
      dark: palette(
        night,
        moonlight,
        towards(accent, '#ffffff', (colour) => contrast(colour, night) >= 7),
      ),
    };
  }
  const ground = page ?? furtherFrom(text ?? ink, paper, night);
  const own = palette(ground, text ?? furtherFrom(ground, ink, moonlight), accent);
  return { light: own, dark: own };
}

/**
 * The contrast of two colours by WCAG 2.2, from 1 to 21; the order does not matter.
 * `undefined` when one is not a colour of the form `#rgb` or `#rrggbb`.
 */
export function contrastRatio(a: string, b: string): number | undefined {
  const [first, second] = [readColour(a), readColour(b)];
  return first === undefined || second === undefined ? undefined : contrast(first, second);
}

/** A pair of theme colours that cannot be told apart well enough. */
export interface WeakPair {
  readonly key: 'accent' | 'text';
  /** As the pages would use them. */
  readonly colour: string;
  readonly background: string;
  readonly ratio: number;
}

/** The pairs of a theme below the minimum contrast of 4.5, in daylight; empty for a theme that can be read. */
export function weakPairs(theme: Show['theme']): readonly WeakPair[] {
  const { light } = palettesOf(theme);
  return (['text', 'accent'] as const).flatMap((key) => {
    const ratio = contrast(light[key], light.page);
    return ratio < minimumContrast ? [{ key, colour: light[key], background: light.page, ratio }] : [];
  });
}

function palette(page: string, text: string, accent: string): Palette {
  // A breath of the accent, as long as text can still be read on it.
  const surface = towards(mix(page, accent, 0.08), page, (colour) => contrast(colour, text) >= 7);
  return {
    page,
    surface,
    text,
    muted: towards(mix(page, text, 0.62), text, (colour) => contrast(colour, surface) >= minimumContrast + 1),
    edge: towards(mix(page, text, 0.4), text, (colour) => contrast(colour, surface) >= 3),
    rule: mix(page, text, 0.16),
    accent,
    onAccent: furtherFrom(accent, '#ffffff', '#000000'),
    mark: towards(mix(page, accent, 0.22), page, (colour) => contrast(colour, text) >= minimumContrast + 1.5),
  };
}

/** Moves `from` towards `to` in twentieths until `isGood`, or all the way. */
function towards(from: string, to: string, isGood: (colour: string) => boolean): string {
  for (let step = 0; step < 20; step++) {
    const colour = mix(from, to, step / 20);
    if (isGood(colour)) return colour;
  }
  return to;
}

function furtherFrom(colour: string, a: string, b: string): string {
  return contrast(colour, a) >= contrast(colour, b) ? a : b;
}

function contrast(a: string, b: string): number {
  const [first, second] = [luminance(a), luminance(b)];
  return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
}

/** Relative luminance by WCAG 2.2, from 0 to 1. */
function luminance(colour: string): number {
  const [red, green, blue] = channels(colour);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function linear(channel: number): number {
  const part = channel / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}

function mix(a: string, b: string, share: number): string {
  const [from, to] = [channels(a), channels(b)];
  const mixed = from.map((channel, index) => Math.round(channel + ((to[index] ?? 0) - channel) * share));
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

function channels(colour: string): Colour {
  const value = Number.parseInt(colour.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/** `#rgb` or `#rrggbb` as `#rrggbb`; nothing else, so that a theme can never smuggle CSS into the stylesheet. */
function readColour(text: string | undefined): string | undefined {
  const digits = /^#([\da-f]{3}|[\da-f]{6})$/i.exec(text?.trim() ?? '')?.[1]?.toLowerCase();
  if (digits === undefined) return undefined;
  return digits.length === 6 ? `#${digits}` : `#${[...digits].map((digit) => digit + digit).join('')}`;
}
