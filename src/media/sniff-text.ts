/** What a text is, in plain words, or `undefined` when the bytes are no text. `isCut` says that the file goes on. */
export function describeText(head: Uint8Array, isCut: boolean): string | undefined {
  const text = decode(head, isCut);
  if (text === undefined) return undefined;
  const start = text.trimStart().slice(0, 200).toLowerCase();
  if (start.startsWith('version https://git-lfs')) return 'a Git LFS pointer: the real file was not fetched';
  if (/^(?:<!doctype html|<html|<head|<body)/.test(start)) return 'a web page (HTML)';
  if (/^<\?xml|^<rss/.test(start)) return 'an XML document';
  if (start.startsWith('#extm3u')) return 'a playlist';
  if (start.startsWith('webvtt')) return 'a WebVTT transcript';
  return /^[{[]\s*["{[\]}]/.test(start) ? 'a JSON document' : 'plain text';
}

/** UTF-8, or UTF-16 with a byte-order mark; a single control character says that it is no text. */
function decode(head: Uint8Array, isCut: boolean): string | undefined {
  const [a, b] = head;
  // No UTF-8 begins so, but most recordings do.
  if (a === 0xff && b !== 0xfe) return undefined;
  const encoding = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(head, { stream: isCut });
    return /[^\P{Cc}\s]/u.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}
