import { rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Lets `use` fill a file beside `target` that is to take its name. What is left under the draft's own name is removed
 * afterwards, also when the program is ended meanwhile; and since that begins with a dot, listings of the project leave
 * out one that only a power cut could leave.
 */
export async function withDraft<T>(target: string, use: (draft: string) => Promise<T>): Promise<T> {
  const draft = join(dirname(target), `.${basename(target)}.part`);
  const drop = () => rmSync(draft, { force: true });
  process.once('exit', drop);
  try {
    return await use(draft);
  } finally {
    process.removeListener('exit', drop);
    drop();
  }
}
