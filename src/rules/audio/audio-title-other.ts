import type { EpisodeEntry, Project } from '../../model/project.ts';
import { firstEpisodeWith } from '../earlier-episode.ts';
import { foldTitle } from '../fold-title.ts';
import { defineRule, type Subjects } from '../rule.ts';

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
  mayFind: (entry, around) => otherTitle(entry, around) !== undefined,
  *check(entry, project) {
    const { content } = entry;
    const title = otherTitle(entry, project);
    const other = title === undefined ? undefined : firstEpisodeWith(titleOf, foldTitle(title), project);
    if (other === undefined) return;
    yield {
      at: ['audio'],
      message: `The tags of "${content.audio}" say that it is "${title}", which is the title of ${other.file}.`,
      remedy: 'Listen to it. Name the file that belongs to this episode, or correct its tags with ppod tag.',
    };
  },
});

/** The title in the tags of the audio, where it is not the episode's own. */
function otherTitle({ content }: Subjects['episode'], { media }: Pick<Project, 'media'>): string | undefined {
  const file = media.get(content.audio);
  const title = file?.kind === 'audio' ? (file.audio.tags.title ?? '') : '';
  return ['', foldTitle(content.title)].includes(foldTitle(title)) ? undefined : title;
}
