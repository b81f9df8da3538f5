import type { EpisodeEntry } from '../../model/project.ts';
import { firstEpisodeWith } from '../earlier-episode.ts';
import { foldTitle } from '../fold-title.ts';
import { audioRule } from './audio-rule.ts';

const titleOf = ({ content }: EpisodeEntry) => (content === undefined ? undefined : foldTitle(content.title));

export const audioTitleOther = audioRule({
  id: 'audio-title-other',
  severity: 'warning',
  enforces: ['audio-id3'],
  summary: 'The tags of the audio file name another episode.',
  why: 'Most often the wrong file was named: listeners would hear another episode than they chose.',
  source: 'ppod',
  remedy: 'Name the file that belongs to the episode, or correct its tags.',
  *judge({ name, audio: { tags }, entry, project }) {
    const tagged = foldTitle(tags.title ?? '');
    if (tagged === '' || tagged === foldTitle(entry.content.title)) return;
    const other = firstEpisodeWith(titleOf, tagged, project);
    if (other === undefined) return;
    yield {
      message: `The tags of "${name}" say that it is "${tags.title}", which is the title of ${other.file}.`,
      remedy: 'Listen to it. Name the file that belongs to this episode, or correct its tags with ppod tag.',
    };
  },
});
