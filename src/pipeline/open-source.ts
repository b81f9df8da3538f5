import type { ProjectFiles, SourceFile } from '../ports.ts';
import { digestOf } from '../text/digest.ts';

/** Opens a file of the show, if there is one. */
export async function openSource(files: ProjectFiles, path: string): Promise<SourceFile | undefined> {
  if (files.open !== undefined) return await files.open(path);
  const bytes = await files.read(path);
  return bytes && { digest: digestOf(bytes), read: () => bytes };
}
