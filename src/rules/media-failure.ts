import type { Episode } from '../model/episode.ts';
import type { MediaFailure, ServingFault } from '../model/media.ts';
import type { Project } from '../model/project.ts';
import { isAddress } from '../model/urls.ts';
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
    case 'not-served':
      return isAddress(name) || failure.fault !== 'missing'
        ? { message: failure.detail, remedy: servingRemedies[failure.fault] }
        : {
            message: `"${name}" is neither in the media folder nor where mediaBase says. ${failure.detail}`,
            remedy: 'Correct the name here, upload the file there, or put it into media/.',
          };
  }
}

const servingRemedies: Readonly<Record<ServingFault, string>> = {
  unasked: 'Put a copy of the file into media/ and write its name here.',
  unreachable:
    'Check the network and the address, then run ppod again. For a machine without a network, state length, type and duration of the audio under enclosure.',
  missing: 'Upload the file, or correct the address.',
  refused: 'Make the file public: apps fetch it without a login.',
  certificate: 'Renew the certificate of the server: apps refuse it too.',
  insecure: 'Write an address that begins with https and does not lead on to another: phones refuse it.',
  private:
    'Write an address that everybody on the internet can reach. To try something out in your own network, name the host in the setting PPOD_PRIVATE_HOSTS.',
  astray: 'Open the address in a browser, and write here at which one the file really is.',
  secret: 'Write an address without them, for the feed is public; and change the password.',
  packed:
    'Switch compression off for audio on that server: nobody can tell the size of the file, and nothing is gained.',
  unsized: 'Let the server send Content-Length, or put the audio on another server.',
  untrue: 'Run ppod again. If it stays so, put the audio on another server: apps would stumble too.',
  'too-large': 'Make the file smaller, or put it on a server that sends parts of files (byte ranges).',
};

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

/** Whether an audio file that the episode names could not be used. */
export function hasFailedAudio({ content }: { readonly content: Episode }, { media }: Pick<Project, 'media'>): boolean {
  return namedAudio(content).some(({ name }) => media.get(name)?.kind === 'failed');
}
