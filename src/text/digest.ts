import { hash } from 'node:crypto';

/** A short name for `parts` in their order: as good as no others have the same. (128 bits of SHA-256, in 22 signs.) */
export function digestOf(...parts: readonly (string | Uint8Array)[]): string {
  const texts = parts.map((part) => (typeof part === 'string' ? part : short(part)));
  // With their lengths: no other parts look the same side by side.
  return short(texts.map((text) => `${text.length} ${text}`).join(' '));
}

function short(data: string | Uint8Array): string {
  return hash('sha256', data, 'buffer').toString('base64url', 0, 16);
}
