import type { Episode } from '../model/episode.ts';
import type { MediaFailure } from '../model/media.ts';
import type { DataPath } from '../text/frontmatter.ts';
import { nearest } from '../text/nearest.ts';

/** Why a named file cannot be used, as message and remedy; `expected` is "an audio file" or "a picture". */
export function failureWords(
  name: string,
  failure: MediaFailure,
  expected: string,
  paths: readonly string[],
): { readonly message: string; readonly remedy: string } {
  switch (failure.kind) {
    case 'missing': {
      const meant = nearestFile(name, paths);
      return {
        message: `"${name}" is not in the media folder.`,
        remedy:
          meant === undefined
            ? 'Put the file into media/, or correct the name here.'
            : `Did you mean "${meant}"? Correct the name here, or put the file into media/.`,
      };
    }
    case 'not-a-file':
      return { message: `"${name}" is a folder.`, remedy: 'Write the name of a file inside it.' };
    case 'outside':
      return {
        message: `"${name}" lies outside the media folder.`,
        remedy: 'Copy the file into media/ and write its name there, such as media/interview.mp3.',
      };
    case 'empty':
      return { message: `"${name}" is empty: it has no bytes.`, remedy: 'Export or copy the file again.' };
    case 'unreadable':
      return {
        message: `"${name}" cannot be read: ${failure.detail}.`,
        remedy: 'Export the file again and replace this one.',
      };
    case 'wrong-kind':
      return {
        message: `"${name}" is not ${expected}, whatever its name says: it is ${failure.found}.`,
        remedy: `Replace it by ${expected}.`,
      };
  }
}

function nearestFile(name: string, paths: readonly string[]): string | undefined {
  const lastPart = (path: string) => path.slice(path.lastIndexOf('/') + 1);
  const byName = new Map(paths.map((path) => [lastPart(path), path]));
  const meant = nearest(lastPart(name), byName.keys());
  return meant === undefined ? undefined : byName.get(meant);
}

/** Every audio file that an episode names, and where. */
export function namedAudio({ audio, alternate }: Episode): readonly { readonly name: string; readonly at: DataPath }[] {
  return [
    { name: audio, at: ['audio'] },
    ...alternate.map(({ file }, index) => ({ name: file, at: ['alternate', index, 'file'] })),
  ];
}
