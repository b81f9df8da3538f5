import type { Person } from '../model/person.ts';
import { findRole, roleGroups, suggestGroup, suggestRole } from '../model/roles.ts';
import type { Finding } from './rule.ts';

/** A person with the path of its entry in the frontmatter. */
export interface PersonEntry {
  readonly person: Person;
  readonly at: readonly (string | number)[];
}

export function entriesOf(key: 'hosts' | 'people' | 'guests', people: readonly Person[]): readonly PersonEntry[] {
  return people.map((person, index) => ({ person, at: [key, index] }));
}

/** Roles and groups that the Podcast Taxonomy does not have, and names that are too long for the tag. */
export function* unknownRoles(entries: readonly PersonEntry[]): Iterable<Finding> {
  for (const entry of entries) {
    for (const fault of [nameFault(entry), roleFault(entry), groupFault(entry)]) {
      if (fault !== undefined) yield fault;
    }
  }
}

function nameFault({ person: { name }, at }: PersonEntry): Finding | undefined {
  if (name.length <= 128) return undefined;
  return {
    at: [...at, 'name'],
    message: `The name is ${name.length} characters long; apps take at most 128.`,
    remedy: 'Write the name alone, and put the organisation under organisation.',
  };
}

function roleFault({ person: { role }, at }: PersonEntry): Finding | undefined {
  if (role === undefined || findRole(role) !== undefined) return undefined;
  const meant = everydayRoles.get(role.toLowerCase()) ?? suggestRole(role);
  return {
    at: [...at, 'role'],
    message: `"${role}" is not a role that podcast apps know.`,
    remedy:
      meant === undefined
        ? 'Write one of the known roles, such as Host, Guest, Producer, Narrator or Researcher.'
        : `Did you mean ${meant}?`,
  };
}

function groupFault({ person: { group }, at }: PersonEntry): Finding | undefined {
  if (group === undefined || isGroup(group)) return undefined;
  const meant = suggestGroup(group);
  return {
    at: [...at, 'group'],
    message: `"${group}" is not a group that podcast apps know.`,
    remedy: meant === undefined ? 'Remove the line group; the role says enough.' : `Did you mean ${meant}?`,
  };
}

function isGroup(group: string): boolean {
  return Object.keys(roleGroups).some((known) => known.toLowerCase() === group.trim().toLowerCase());
}

/** What people are called outside the taxonomy. */
const everydayRoles: ReadonlyMap<string, string> = new Map([
  ['presenter', 'Host'],
  ['presentor', 'Host'],
  ['interviewer', 'Host'],
  ['moderator', 'Host'],
  ['chair', 'Host'],
  ['co-presenter', 'Co-Host'],
  ['interviewee', 'Guest'],
  ['speaker', 'Guest'],
  ['contributor', 'Guest'],
  ['expert', 'Guest'],
  ['panellist', 'Guest'],
  ['sound engineer', 'Audio Engineer'],
  ['sound editor', 'Audio Editor'],
  ['actor', 'Voice Actor'],
  ['reader', 'Voice Actor'],
]);

/** Roles that belong to another group than the one beside them. */
export function* mismatchedRoles(entries: readonly PersonEntry[]): Iterable<Finding> {
  for (const { person, at } of entries) {
    const { role, group } = person;
    if (role === undefined || group === undefined) continue;
    const known = findRole(role);
    if (known === undefined || !isGroup(group) || findRole(role, group) !== undefined) continue;
    yield {
      at: [...at, 'group'],
      message: `The role ${known.role} belongs to the group ${known.group}, not to "${group}".`,
      remedy: `Write group: ${known.group}, or remove the line group.`,
    };
  }
}

/** Lower case, without accents, titles before the name, or letters after it: as people compare names. */
export function foldName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(
      /\b(?:dr|prof|professor|sir|dame|lord|lady|mr|mrs|ms|mx|rev|cllr|obe|mbe|cbe|kc|qc|dbe|kbe|phd|qpm|dl)\b\.?/g,
      '',
    )
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
