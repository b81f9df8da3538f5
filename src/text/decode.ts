import { isUtf8 } from 'node:buffer';
import { restoreWindows1252 } from './windows-1252.ts';

export interface DecodedText {
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
  /** False when the bytes were valid in none of the encodings that announce themselves, and Windows-1252 was assumed. */
  readonly certain: boolean;
}

/**
 * Turns the bytes of a text file into text, whatever editor saved it: UTF-8 with or without a byte-order mark,
 * UTF-16 with one, or (not certain) Windows-1252. The mark itself is dropped. Never throws.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return { text: decode('utf-16le', bytes), encoding: 'utf-16le', certain: true };
  if (a === 0xfe && b === 0xff) return { text: decode('utf-16be', bytes), encoding: 'utf-16be', certain: true };
  if (isUtf8(bytes)) return { text: utf8.decode(bytes), encoding: 'utf-8', certain: true };
  return { text: restoreWindows1252(decode('windows-1252', bytes)), encoding: 'windows-1252', certain: false };
}

/** Making one takes longer than reading an episode with it. */
const utf8 = new TextDecoder('utf-8');

function decode(encoding: string, bytes: Uint8Array): string {
  return new TextDecoder(encoding).decode(bytes);
}
