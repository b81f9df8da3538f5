import type { Person } from '../../model/person.ts';
import type { PersonEntry } from './people.ts';
import { linkTo, personFolder } from './site.ts';

export interface PeopleListProps {
  readonly people: readonly Person[];
  readonly directory: ReadonlyMap<string, PersonEntry>;
  readonly root: string;
}

/** Who takes part, each with role and organisation and a link to their own page. */
export function PeopleList({ people, directory, root }: PeopleListProps) {
  return (
    <ul class="people">
      {people.map((person) => {
        const entry = directory.get(person.name);
        return (
          <li>
            {entry ? (
              <a href={linkTo(root, `${personFolder(entry)}/`)} dir="auto">
                {person.name}
              </a>
            ) : (
              <span dir="auto">{person.name}</span>
            )}
            {(person.role || person.organisation) && (
              <span class="role" dir="auto">
                {[person.role, person.organisation].filter(Boolean).join(', ')}
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
