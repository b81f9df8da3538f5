import type { NeverPublish } from '../model/project.ts';
import type { PrivateList } from '../ports.ts';
import { decodeText } from '../text/decode.ts';

/**
 * Reads the list of what must never be published: one name or term a line, `#` before a remark. `path` is that of show.md.
 * A list that should be there and is not is said to be missing, never taken for an empty one.
 */
export async function readNeverPublish(port: PrivateList | undefined, path: string | undefined): Promise<NeverPublish> {
  const named = port?.setting ?? path;
  if (named === undefined) return { kind: 'none' };
  const isFromSetting = port?.setting !== undefined;
  const bytes = await port?.read(named);
  if (bytes === undefined) return { kind: 'missing', isFromSetting };
  const entries = decodeText(bytes)
    .text.split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter((line) => /[\p{L}\p{N}]/u.test(line) && !line.startsWith('#'));
  return entries.length === 0 ? { kind: 'empty', isFromSetting } : { kind: 'list', entries };
}
