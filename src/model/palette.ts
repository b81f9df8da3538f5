import { contrastRatio, type HexColour, mixColours, parseColour } from '../text/colour.ts';
import type { Show } from './show.ts';

/** Every colour of the pages. */
export interface Palette {
  readonly page: HexColour;
  /** The band at the top of a page, and boxes that stand out. */
  readonly surface: HexColour;
  readonly text: HexColour;
  /** Dates, lengths, roles. */
  readonly muted: HexColour;
  /** The edges of fields and buttons. */
  readonly edge: HexColour;
  /** Hairlines that carry no meaning. */
  readonly rule: HexColour;
  /** Links and buttons. */
  readonly accent: HexColour;
  /** Text on the accent. */
  readonly onAccent: HexColour;
  /** Behind the line that is being spoken. */
  readonly mark: HexColour;
}

const paper = '#fcfbf8';
const ink = '#1d1f21';
const night = '#15191c';
const moonlight = '#e9e7e1';
const petrol = '#0b5566';

/** WCAG 2.2, SC 1.4.3: text on its background, at least. */
const minimumContrast = 4.5;

/**
 * The colours of the pages in daylight and in the dark. An accent alone is lightened for the dark until it can be
 * read there; a background or a text colour of the show's own holds in both, for nobody can guess its counterpart.
 * A text that is no colour is passed over.
 */
export function palettesOf(theme: Show['theme']): { readonly light: Palette; readonly dark: Palette } {
  const accent = parseColour(theme?.accent ?? '') ?? petrol;
  const page = parseColour(theme?.background ?? '');
  const text = parseColour(theme?.text ?? '');
  if (page === undefined && text === undefined) {
    const lit = towards(accent, '#ffffff', (colour) => contrastRatio(colour, night) >= 7);
    return { light: palette(paper, ink, accent), dark: palette(night, moonlight, lit) };
  }
  const ground = page ?? furtherFrom(text ?? ink, paper, night);
  const own = palette(ground, text ?? furtherFrom(ground, ink, moonlight), accent);
  return { light: own, dark: own };
}

/** A colour of a theme that cannot be read on the background. */
export interface WeakColour {
  readonly key: 'accent' | 'text';
  readonly colour: HexColour;
  readonly background: HexColour;
  /** From 1 to 21; 4.5 would be enough. */
  readonly contrast: number;
  /** The nearest colour of the same kind that can be read. */
  readonly readable: HexColour;
}

/** The colours of a theme that fall short of the contrast that WCAG 2.2 AA asks for; none for a theme that can be read. */
export function weakColours(theme: Show['theme']): readonly WeakColour[] {
  const { light } = palettesOf(theme);
  return (['text', 'accent'] as const).flatMap((key) => {
    const contrast = contrastRatio(light[key], light.page);
    if (contrast >= minimumContrast) return [];
    const readable = towards(light[key], furtherFrom(light.page, '#000000', '#ffffff'), isReadableOn(light.page));
    return [{ key, colour: light[key], background: light.page, contrast, readable }];
  });
}

function palette(page: HexColour, text: HexColour, accent: HexColour): Palette {
  // A breath of the accent, as long as text and links can still be read on it.
  const surface = towards(mixColours(page, accent, 0.08), page, (colour) =>
    [text, accent].every((other) => contrastRatio(colour, other) >= minimumContrast),
  );
  const readableOnSurface = (least: number) => (colour: HexColour) => contrastRatio(colour, surface) >= least;
  return {
    page,
    surface,
    text,
    muted: towards(mixColours(page, text, 0.62), text, readableOnSurface(minimumContrast + 1)),
    edge: towards(mixColours(page, text, 0.4), text, readableOnSurface(3)),
    rule: mixColours(page, text, 0.16),
    accent,
    onAccent: furtherFrom(accent, '#ffffff', '#000000'),
    mark: towards(
      mixColours(page, accent, 0.3),
      page,
      (colour) => contrastRatio(colour, text) >= minimumContrast + 1.5,
    ),
  };
}

/** Moves `from` towards `to` in twentieths until `isGood`, or all the way. */
function towards(from: HexColour, to: HexColour, isGood: (colour: HexColour) => boolean): HexColour {
  for (let step = 0; step < 20; step++) {
    const colour = mixColours(from, to, step / 20);
    if (isGood(colour)) return colour;
  }
  return to;
}

function isReadableOn(background: HexColour): (colour: HexColour) => boolean {
  return (colour) => contrastRatio(colour, background) >= minimumContrast;
}

function furtherFrom(colour: HexColour, a: HexColour, b: HexColour): HexColour {
  return contrastRatio(colour, a) >= contrastRatio(colour, b) ? a : b;
}
