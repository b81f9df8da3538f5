import { restoreWindows1252 } from '../text/windows-1252.ts';

export interface DecodedFeed {
  readonly text: string;
  /** What was odd about the encoding, in plain words. */
  readonly oddities: readonly string[];
}

/**
 * The bytes of a feed as text, as feed readers find the encoding: a byte-order mark, then what the web server said
 * (`contentType`, an HTTP header), then the XML declaration, then UTF-8; and Windows-1252 where that does not fit.
 */
export function decodeFeed(bytes: Uint8Array, contentType = ''): DecodedFeed {
  const marked = markOf(bytes);
  if (marked !== undefined) return { text: decode(bytes, marked) ?? '', oddities: [] };
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 400));
  const [, declared = ''] = /<\?xml[^>]*\sencoding\s*=\s*["']([^"']+)["']/i.exec(head) ?? [];
  const [, served = ''] = /charset\s*=\s*["']?([^\s;"']+)/i.exec(contentType) ?? [];
  const names = [
    ...new Set([served, declared, 'utf-8'].map((name) => name.toLowerCase()).filter((name) => name !== '')),
  ];
  const failed: string[] = [];
  for (const name of names) {
    const text = decode(bytes, name);
    if (text === undefined) {
      failed.push(name);
      continue;
    }
    return { text, oddities: oddities(failed, name) };
  }
  return {
    text: restoreWindows1252(new TextDecoder('latin1').decode(bytes)),
    oddities: oddities(failed, 'windows-1252'),
  };
}

function oddities(failed: readonly string[], used: string): readonly string[] {
  if (failed.length > 0)
    return [`The feed says that it is ${failed.join(' or ')}, which it is not; it was read as ${used}.`];
  return used === 'utf-8' ? [] : [`The feed is in the encoding ${used}, not UTF-8.`];
}

function markOf([a, b, c]: Uint8Array): string | undefined {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  return a === 0xfe && b === 0xff ? 'utf-16be' : undefined;
}

/** `undefined` when the bytes are not in that encoding, or nobody knows it. Every byte is Latin-1, so what claims it is Windows-1252. */
function decode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return /^(?:iso-?8859-1|latin1|windows-1252|cp1252|us-ascii|ascii)$/.test(encoding)
      ? restoreWindows1252(text)
      : text;
  } catch {
    return undefined;
  }
}
