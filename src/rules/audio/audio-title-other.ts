import type { EpisodeEntry } from '../../model/project.ts';
import { firstEpisodeWith } from '../earlier-episode.ts';
import { foldTitle } from '../fold-title.ts';
import { defineRule } from '../rule.ts';

const titleOf = ({ content }: EpisodeEntry) => (content === undefined ? undefined : foldTitle(content.title));

export const audioTitleOther = defineRule({
  id: 'audio-title-other',
  subject: 'episode',
  compares: true,
  severity: 'warning',
  enforces: ['audio-id3'],
  summary: 'The tags of the audio file name another episode.',
  why: 'Most often the wrong file was named: listeners would hear another episode than they chose.',
  source: 'ppod',
  remedy: 'Name the file that belongs to the episode, or correct its tags.',
  *check({ content }, project) {
    const file = project.media.get(content.audio);
    if (file?.kind !== 'audio') return;
    const { title = '' } = file.audio.tags;
    const tagged = foldTitle(title);
    if (tagged === '' || tagged === foldTitle(content.title)) return;
    const other = firstEpisodeWith(titleOf, tagged, project);
    if (other === undefined) return;
    yield {
      at: ['audio'],
      message: `The tags of "${content.audio}" say that it is "${title}", which is the title of ${other.file}.`,
      remedy: 'Listen to it. Name the file that belongs to this episode, or correct its tags with ppod tag.',
    };
  },
});
