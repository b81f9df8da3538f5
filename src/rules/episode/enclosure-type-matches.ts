import { isAddress } from '../../model/urls.ts';
import { defineRule } from '../rule.ts';

export const enclosureTypeMatches = defineRule({
  id: 'enclosure-type-matches',
  subject: 'episode',
  severity: 'error',
  enforces: ['enclosure-type-matches', 'enclosure-url-extension'],
  summary: 'The ending of the audio file’s name does not fit what the file is.',
  why: 'Apple Podcasts goes by the ending: with a wrong one the episode is not listed, or not played.',
  source: 'Apple Podcasts',
  remedy: 'Rename the file so that its ending is right.',
  *check({ content }, { media }) {
    const file = media.get(content.audio);
    if (file?.kind !== 'audio') return;
    const endings = endingsOf[file.audio.container];
    const path = isAddress(file.path) ? new URL(file.path).pathname : file.path;
    const ending = /\.([^./]*)$/.exec(path)?.[1];
    if (endings === undefined || (ending !== undefined && endings.includes(ending.toLowerCase()))) return;
    const better = `${path.replace(/\.[^./]*$/, '')}.${endings[0]}`;
    yield {
      at: ['audio'],
      message:
        ending === undefined
          ? `The name "${content.audio}" has no ending, so apps cannot tell what the file is.`
          : `"${content.audio}" is ${file.audio.codec} inside, but its name ends in .${ending}.`,
      remedy: isAddress(file.path)
        ? `Give the file on the server a name that ends in .${endings[0]}, and write its address here.`
        : `Rename the file to ${better}, and write that here.`,
    };
  },
});

/** Of the kinds that Apple Podcasts lists. Other kinds are not to be renamed but converted. */
const endingsOf: Partial<Record<string, readonly string[]>> = {
  mp3: ['mp3'],
  m4a: ['m4a'],
  mp4: ['mp4', 'm4v', 'm4a'],
  mov: ['mov'],
};
