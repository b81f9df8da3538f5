import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buffered, memorySource } from '../../src/media/byte-source.ts';

test('reads through blocks give the same bytes as reads without', async () => {
  const bytes = Uint8Array.from({ length: 50_000 }, (_, i) => (i * 7) % 251);
  const reads = fc.array(fc.tuple(fc.nat(51_000), fc.nat(20_000)), { minLength: 1, maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(reads, async (wanted) => {
      const source = buffered(memorySource(bytes));
      for (const [offset, length] of wanted) {
        const found = await source.read(offset, length);
        expect(Buffer.from(found).equals(bytes.subarray(offset, offset + length))).toBe(true);
      }
    }),
  );
});
