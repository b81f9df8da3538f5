import { decodeText } from './decode.ts';

/**
 * Turns text into the bytes of a file whose bytes were `before`: in its encoding, with its byte-order mark if it had one.
 * Text of an encoding that had to be guessed becomes UTF-8.
 */
export function encodeLike(text: string, before: Uint8Array): Uint8Array {
  const { encoding } = decodeText(before);
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return utf16(text, encoding === 'utf-16le');
  const hasMark = before[0] === 0xef && before[1] === 0xbb && before[2] === 0xbf;
  return new TextEncoder().encode(hasMark ? `\ufeff${text}` : text);
}

function utf16(text: string, isLittle: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(2 + text.length * 2));
  view.setUint16(0, 0xfeff, isLittle);
  for (let index = 0; index < text.length; index++) view.setUint16(2 + index * 2, text.charCodeAt(index), isLittle);
  return new Uint8Array(view.buffer);
}
