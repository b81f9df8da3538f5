import type { Podcast, PublishedFile } from '../model/project.ts';
import { isAddress } from '../model/urls.ts';
import type { Output } from './output.ts';

/** Audio and pictures, copied as they are. */
export const media: Output = {
  name: 'media',
  description: 'the audio and the pictures that feed and pages name',
  *render(podcast) {
    const seen = new Set<string>();
    for (const { source, path } of publishedFiles(podcast)) {
      // Audio that lies on another server has an address for a source and no copy here.
      if (seen.has(path) || isAddress(source)) continue;
      seen.add(path);
      yield { path, copyOf: source };
    }
  },
};

function* publishedFiles({ artwork, pictures, episodes }: Podcast): Iterable<PublishedFile> {
  yield artwork;
  yield* pictures;
  for (const episode of episodes) {
    yield episode.enclosure;
    yield* episode.alternates;
    if (episode.artwork !== undefined) yield episode.artwork;
    yield* episode.pictures;
  }
}
