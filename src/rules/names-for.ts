import { type KnownName, known, namesInText, namesOfPeople } from '../correction/names.ts';
import type { Subjects, Surroundings } from './rule.ts';

/** The names that an episode's texts are held against, the surest spelling first. */
export function namesFor({ content }: Subjects['episode'], { show }: Surroundings): readonly KnownName[] {
  const people = [...content.people, ...content.guests];
  return [
    ...Object.keys(show.content?.vocabulary ?? {}).map((name) => known(name, 'the vocabulary of the show')),
    ...namesOfPeople(show.content?.hosts ?? [], 'the list of hosts'),
    ...namesOfPeople(people, 'the people of the episode'),
    ...(show.content === undefined ? [] : [known(show.content.title, 'the title of the show')]),
  ].filter(({ letters }) => letters !== '');
}

/** Names that only the notes hold. Their writer knew them better than speech recognition did, but may be wrong too. */
export function namesInNotes({ content, frontmatter }: Subjects['episode']): readonly KnownName[] {
  return namesInText(`${content.summary ?? ''}\n\n${frontmatter.body}`, 'the notes of the episode');
}
