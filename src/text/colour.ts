/** A colour as `#rrggbb`, lower case: the only form in which colours travel through ppod. */
export type HexColour = `#${string}`;

/**
 * Reads `#rgb` or `#rrggbb`; `undefined` for anything else, so that what is called a colour can never smuggle CSS
 * into a stylesheet.
 */
export function parseColour(text: string): HexColour | undefined {
  const digits = /^#([\da-f]{3}|[\da-f]{6})$/i.exec(text.trim())?.[1]?.toLowerCase();
  if (digits === undefined) return undefined;
  return digits.length === 6 ? `#${digits}` : `#${[...digits].map((digit) => digit + digit).join('')}`;
}

/** The contrast of two colours by WCAG 2.2, from 1 to 21; their order does not matter. */
export function contrastRatio(a: HexColour, b: HexColour): number {
  const [first, second] = [luminance(a), luminance(b)];
  return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
}

/** The colour that lies `share` (0 to 1) of the way from `a` to `b` in sRGB. */
export function mixColours(a: HexColour, b: HexColour, share: number): HexColour {
  const to = channels(b);
  const mixed = channels(a).map((channel, index) => Math.round(channel + ((to[index] ?? 0) - channel) * share));
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

/** Relative luminance by WCAG 2.2, from 0 to 1. */
function luminance(colour: HexColour): number {
  const [red, green, blue] = channels(colour);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function linear(channel: number): number {
  const part = channel / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}

function channels(colour: HexColour): readonly [red: number, green: number, blue: number] {
  const value = Number.parseInt(colour.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}
