/**
 * Numbers and texts inside binary formats. Beyond the end every byte reads as zero, so a header that is cut off
 * yields odd values, never an exception.
 */

/** An unsigned big-endian number of `length` (1 to 8) bytes. Exact up to 2^53. */
export function uint(bytes: Uint8Array, offset: number, length: number): number {
  let value = 0;
  for (let i = 0; i < length; i++) value = value * 256 + (bytes[offset + i] ?? 0);
  return value;
}

/** An unsigned little-endian number of `length` (1 to 8) bytes. Exact up to 2^53. */
export function uintLE(bytes: Uint8Array, offset: number, length: number): number {
  let value = 0;
  for (let i = length - 1; i >= 0; i--) value = value * 256 + (bytes[offset + i] ?? 0);
  return value;
}

/** `length` bytes as Latin-1 characters: for the four-letter names that formats are marked with. */
export function latin1(bytes: Uint8Array, offset: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(offset, offset + Math.min(length, 1024)));
}

/** Where `text` (Latin-1) first occurs at or after `from`, or -1. */
export function indexOf(bytes: Uint8Array, text: string, from = 0): number {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf(text, from, 'latin1');
}
