import type { Person } from '../../model/person.ts';
import { Picture } from './picture.tsx';
import { linkTo, personFolder, type Site } from './site.ts';

/** Who takes part, each with role and organisation and a link to their own page. */
export function PeopleList({
  people,
  site,
  root,
}: {
  readonly people: readonly Person[];
  readonly site: Site;
  readonly root: string;
}) {
  return (
    <ul class="people">
      {people.map((person) => {
        const entry = site.people.get(person.name);
        return (
          <li>
            <Portrait person={person} site={site} root={root} />
            <div>
              <a href={entry && linkTo(root, `${personFolder(entry)}/`)} dir="auto">
                {person.name}
              </a>
              <Role person={person} />
            </div>
          </li>
        );
      })}
    </ul>
  );
}

/** What a person does in the show and whom they speak for. */
export function Role({ person: { role, organisation } }: { readonly person: Person }) {
  const words = [role, organisation].filter((part) => part !== undefined);
  return words.length === 0 ? null : (
    <span class="role" dir="auto">
      {words.join(', ')}
    </span>
  );
}

/** A person's photo, when it is a file of the show: pages fetch nothing from other hosts. */
export function Portrait({
  person,
  site,
  root,
}: {
  readonly person: Person;
  readonly site: Site;
  readonly root: string;
}) {
  const picture = site.pictures.get(person.image ?? '');
  return picture && <Picture site={site} image={picture} root={root} sizes="3.5rem" width={56} height={56} isLazy />;
}
