import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { Draft } from '../../src/node/dist-draft.ts';

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ppod-draft-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

test('pieces of an old file and new ones stand in the order in which they were given', () => {
  const folder = emptyFolder();
  const old = join(folder, 'old');
  const texts = ['first ', 'zweites ', '', 'élément ', 'последний '];
  writeFileSync(old, texts.join(''));
  const starts = texts.map((_, index) => Buffer.byteLength(texts.slice(0, index).join('')));
  let count = 0;
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.nat(texts.length - 1), fc.string())), (given) => {
      const path = join(folder, String(count++));
      const draft = new Draft(path, old);
      const lengths = given.map((one) => {
        if (typeof one === 'string') return draft.write(one);
        return draft.copy({ start: starts[one] ?? 0, length: Buffer.byteLength(texts[one] ?? '') });
      });
      draft.finish();
      draft.close();
      const wanted = given.map((one) => (typeof one === 'string' ? one : (texts[one] ?? '')));
      expect(readFileSync(path)).toEqual(Buffer.from(wanted.join('')));
      expect(lengths).toEqual(wanted.map((text) => Buffer.byteLength(text)));
    }),
  );
});

test('an old file that somebody cuts short in between is told of, and nothing is made up in its place', () => {
  const folder = emptyFolder();
  const old = join(folder, 'old');
  writeFileSync(old, 'one two three');
  const draft = new Draft(join(folder, 'new'), old);
  onTestFinished(() => draft.close());
  draft.copy({ start: 4, length: 9 });
  truncateSync(old, 7);
  expect(() => draft.finish()).toThrow('was changed while ppod was at work');
});
