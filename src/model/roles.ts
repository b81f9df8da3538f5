import { nearest } from '../text/nearest.ts';

/** The Podcast Taxonomy: what people do in a show, by group. `podcast:person` takes its words from here. */
export const roleGroups: Readonly<Record<string, readonly string[]>> = {
  'Creative Direction': [
    ...['Director', 'Assistant Director', 'Executive Producer', 'Senior Producer', 'Producer', 'Associate Producer'],
    ...['Development Producer', 'Creative Director'],
  ],
  Cast: ['Host', 'Co-Host', 'Guest Host', 'Guest', 'Voice Actor', 'Narrator', 'Announcer', 'Reporter'],
  Writing: [
    ...['Author', 'Editorial Director', 'Co-Writer', 'Writer', 'Songwriter', 'Guest Writer', 'Story Editor'],
    ...['Managing Editor', 'Script Editor', 'Script Coordinator', 'Researcher', 'Editor', 'Fact Checker', 'Translator'],
    ...['Transcriber', 'Logger'],
  ],
  'Audio Production': [
    ...['Studio Coordinator', 'Technical Director', 'Technical Manager', 'Audio Engineer', 'Remote Recording Engineer'],
    'Post Production Engineer',
  ],
  'Audio Post-Production': [
    ...['Audio Editor', 'Sound Designer', 'Foley Artist', 'Composer', 'Theme Music', 'Music Production'],
    'Music Contributor',
  ],
  Administration: [
    ...[
      'Production Coordinator',
      'Booking Coordinator',
      'Production Assistant',
      'Content Manager',
      'Marketing Manager',
    ],
    ...['Sales Representative', 'Sales Manager'],
  ],
  Visuals: ['Graphic Designer', 'Cover Art Designer'],
  Community: ['Social Media Manager'],
  'Misc.': ['Consultant', 'Intern'],
  'Video Production': ['Camera Operator', 'Lighting Designer', 'Camera Grip', 'Assistant Camera'],
  'Video Post-Production': ['Editor', 'Assistant Editor'],
};

export interface Role {
  readonly role: string;
  readonly group: string;
}

/**
 * A role of the taxonomy, whatever its case, with its group; `undefined` when the taxonomy has no such role, or not in `group`.
 * Without a group it is the first that has the role: "Editor" is one of Writing.
 */
export function findRole(role: string, group?: string): Role | undefined {
  const known = rolesByName.get(role.trim().toLowerCase()) ?? [];
  return group === undefined ? known[0] : known.find((one) => isSame(one.group, group));
}

const rolesByName = new Map<string, Role[]>();
for (const [group, roles] of Object.entries(roleGroups)) {
  for (const role of roles) {
    const name = role.toLowerCase();
    rolesByName.set(name, [...(rolesByName.get(name) ?? []), { role, group }]);
  }
}

/** The role that was most likely meant, in any group. */
export function suggestRole(role: string): string | undefined {
  return nearest(role, Object.values(roleGroups).flat());
}

/** The group that was most likely meant. */
export function suggestGroup(group: string): string | undefined {
  return nearest(group, Object.keys(roleGroups));
}

function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.trim().toLowerCase();
}
