import { expect, test } from 'vitest';
import { decodeText } from '../../src/text/decode.ts';
import { restoreWindows1252 } from '../../src/text/windows-1252.ts';

test('a file saved by an old Windows editor keeps its quotes, dashes and accents', () => {
  const bytes = Uint8Array.of(0x93, 0x63, 0x61, 0x66, 0xe9, 0x94, 0x20, 0x96, 0x20, 0x80, 0x35);
  expect(decodeText(bytes)).toEqual({ text: '“café” – €5', encoding: 'windows-1252', certain: false });
});

test('every other character is left alone', () => {
  expect(restoreWindows1252('\u007f\u0081\u00a0é’')).toBe('\u007f\u0081\u00a0é’');
});
