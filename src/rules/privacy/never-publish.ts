import type { Surroundings } from '../rule.ts';
import { textRule } from './detail-rule.ts';
import { NameList } from './name-list.ts';

export const neverPublish = textRule(
  {
    id: 'never-publish',
    severity: 'error',
    isEssential: true,
    enforces: ['item-no-children-named'],
    summary: 'Something that is on the show’s list of what must never be published would be published.',
    why: 'The names on that list belong to people whom the show has promised to protect. ppod never shows the list, only the place.',
    source: 'The show’s own list; safeguarding practice',
    remedy: 'Remove what stands there, in the audio too.',
  },
  function* (texts, project) {
    const list = nameListOf(project);
    for (const { text, locate } of texts) {
      for (const { start, end, isCertain } of list.find(text)) {
        yield {
          ...locate(start, end),
          severity: isCertain ? 'error' : 'warning',
          hidesSource: true,
          message: isCertain
            ? 'Something stands here that is on the list of what must never be published.'
            : 'Something stands here that is spelt much like an entry of the list of what must never be published.',
          remedy: 'Open the file at this place and remove it. If it is spoken too, cut it out of the audio.',
        };
      }
    }
  },
);

const known = new WeakMap<Surroundings, NameList>();

/** The list of the project; an empty one when it has none. Made once, since it remembers the words that it has met. */
export function nameListOf(project: Surroundings): NameList {
  const list =
    known.get(project) ?? new NameList(project.neverPublish.kind === 'list' ? project.neverPublish.entries : []);
  known.set(project, list);
  return list;
}
