import type { SourcePerson } from '../feeds/feed.ts';
import { findRole } from '../model/roles.ts';

/** People as frontmatter writes them: roles in the words of the taxonomy, addresses only where they are https. */
export function importedPeople(people: readonly SourcePerson[]): readonly Readonly<Record<string, string>>[] {
  return people.map(({ name, role, group, image, url }) => {
    const known = role === undefined ? undefined : (findRole(role, group) ?? findRole(role));
    return {
      name,
      ...(role !== undefined && { role: known?.role ?? role }),
      ...(group !== undefined && { group: known?.group ?? group }),
      ...(url?.startsWith('https://') && { url }),
      ...(image?.startsWith('https://') && { image }),
    };
  });
}
