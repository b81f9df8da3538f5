import type { Person } from '../model/person.ts';
import type { Speaker } from '../model/transcript.ts';

const honours = /\b(?:dr|mr|mrs|ms|miss|prof|professor|sir|dame|rev|cllr|obe|mbe|cbe|kbe|dbe|phd|qc|kc|mp)\b\.?/g;
const machineLabel =
  /^(?:(?:unknown|unidentified|unnamed)|(?:(?:unknown|unidentified|unnamed|male|female) )?(?:speaker|spk|person|voice|channel)[ _-]?[\dA-H]{0,3}|[SF]\d{1,2})$/i;

/** Whether a label was made by a machine that knew no names: `SPEAKER_00`, `Speaker 1`, `spk_0`, `Unknown Speaker`. */
export function isMachineLabel(label: string): boolean {
  return machineLabel.test(label.trim());
}

/** Splits `Sally Shearer – Review Panel`, `Sally Shearer (Review Panel)` or `Sally Shearer, Review Panel`. */
export function parseLabel(label: string): Speaker {
  const match = /^(.+?)(?:\s+[–—-]\s+|\s*,\s+|\s*\((?=.*\)$))(.+?)\)?$/.exec(label);
  const [, name, organisation] = match ?? [];
  return name === undefined || organisation === undefined ? { name: label } : { name, organisation };
}

/** The person that a label means, if it can mean only one: by name, alias, role, organisation, part of the name or initials. */
export function matchPerson(label: string, people: readonly Person[]): Person | undefined {
  const { name: written } = parseLabel(label);
  const wanted = [...new Set([plain(label), plain(written), withoutHonours(written)])].filter((name) => name !== '');
  for (const keysOf of ways) {
    const found = people.filter((person) => keysOf(person).some((key) => key !== '' && wanted.includes(key)));
    const names = new Set(found.map(({ name }) => plain(name)));
    // A host of the show may be listed again in the episode, and is one person all the same.
    if (names.size === 1) return found[0];
    // Two people of one first name: a guess could put words into the wrong mouth.
    if (names.size > 1) return undefined;
  }
  return undefined;
}

/** The published speaker behind a label: the person's own spelling, or the label as it stands. */
export function speakerOf(label: string, people: readonly Person[]): Speaker {
  const written = parseLabel(label);
  const person = matchPerson(label, people);
  if (person === undefined) return written;
  const organisation = person.organisation ?? written.organisation;
  return organisation === undefined ? { name: person.name } : { name: person.name, organisation };
}

/** From the surest to the least sure way in which a label names a person. */
const ways: readonly ((person: Person) => readonly string[])[] = [
  ({ name }) => [plain(name)],
  ({ aliases }) => aliases.map(plain),
  ({ name }) => [withoutHonours(name)],
  ({ role }) => [plain(role ?? '')],
  ({ organisation }) => [plain(organisation ?? '')],
  ({ name }) => [wordsOf(name)[0] ?? ''],
  ({ name }) => [wordsOf(name).at(-1) ?? ''],
  ({ name }) => shortForms(wordsOf(name)),
];

/** `S Shearer`, `Sally S`, `SS`, `S S`. */
function shortForms(words: readonly string[]): readonly string[] {
  const [first = '', last = ''] = [words[0], words.at(-1)];
  if (words.length < 2) return [];
  const initials = words.map((word) => word.charAt(0));
  return [`${first.charAt(0)} ${last}`, `${first} ${last.charAt(0)}`, initials.join(''), initials.join(' ')];
}

function plain(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’']/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function withoutHonours(name: string): string {
  return plain(plain(name).replace(honours, ' '));
}

function wordsOf(name: string): readonly string[] {
  return withoutHonours(name).split(' ');
}
