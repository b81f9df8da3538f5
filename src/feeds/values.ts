/** The spellings that feeds use for the same thing, through twenty years of iTunes. */

/** `yes`, `explicit`, `true` | `no`, `clean`, `false`; `undefined` for anything else. */
export function yesNo(text: string | undefined): boolean | undefined {
  const word = text?.trim().toLowerCase() ?? '';
  if (/^(?:yes|explicit|true|1)$/.test(word)) return true;
  return /^(?:no|clean|false|0|not? explicit|none)$/.test(word) ? false : undefined;
}

/** A tag that counts only when it says yes. */
export function flag(text: string | undefined): boolean {
  return yesNo(text) === true;
}

/** A whole number above 0, such as the one of a season. */
export function ordinal(text: string | undefined): number | undefined {
  const value = /^\s*(\d{1,9})(?:\.0*)?\s*$/.exec(text ?? '')?.[1];
  return value === undefined || Number(value) === 0 ? undefined : Number(value);
}

/** `1831`, `30:31` or `0:30:31`, in seconds. Apps also take `90:15`. */
export function durationOf(text: string | undefined): number | undefined {
  const parts = (text ?? '').trim().split(':');
  if (parts.length > 3 || !parts.every((part) => /^\d+(?:\.\d+)?$/.test(part))) return undefined;
  const seconds = parts.reduce((total, part) => total * 60 + Number(part), 0);
  return seconds > 0 && Number.isFinite(seconds) ? seconds : undefined;
}

/** The web address that `text` stands for in a feed at `base`; `undefined` when it is none that a browser would open. */
export function absolute(text: string | undefined, base: string | undefined): string | undefined {
  const trimmed = text?.trim() ?? '';
  // What is whole already stays byte for byte: subscribers' apps know it by these letters.
  if (/^https?:\/\/[^\s/]/i.test(trimmed)) return trimmed;
  if (trimmed === '' || !URL.canParse(trimmed, base)) return undefined;
  const url = new URL(trimmed, base);
  return /^https?:$/.test(url.protocol) ? url.href : undefined;
}
