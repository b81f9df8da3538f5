import { nearest } from '../../text/nearest.ts';
import { foldName } from '../people.ts';
import { defineRule } from '../rule.ts';

export const guestUnlisted = defineRule({
  id: 'guest-unlisted',
  subject: 'episode',
  severity: 'warning',
  enforces: [],
  summary: 'Somebody is named in the title but not among the people.',
  why: 'Apps and pages show who speaks from the list of people, and readers find guests by it.',
  source: 'Podcasting 2.0',
  remedy: 'Add the person under guests.',
  *check({ content, substituted }, { show }) {
    const name = personInTitle(content.title);
    if (name === undefined || substituted.includes('people') || substituted.includes('guests')) return;
    const listed = [...content.people, ...content.guests, ...(show.content?.hosts ?? [])];
    const wanted = foldName(name);
    const isListed = listed
      .flatMap((person) => [person.name, ...person.aliases])
      .map(foldName)
      .some((known) => known === wanted || known.includes(wanted) || wanted.includes(known));
    if (isListed) return;
    const meant = nearest(
      name,
      listed.map((person) => person.name),
    );
    yield {
      at: ['title'],
      message: `The title names ${name}, who is not among the people of this episode.`,
      remedy:
        meant === undefined
          ? `Add the person: a line guests: and below it - name: ${name}.`
          : `Did you mean ${meant}? Write the name the same way in both places.`,
    };
  },
});

const nameWord = String.raw`\p{Lu}[\p{L}’'-]+`;
const honorific = String.raw`(?:Dr|Prof|Professor|Sir|Dame|Lord|Lady|Mr|Mrs|Ms|Rev|Cllr|Baroness)\.? `;
const letters = '(?:OBE|MBE|CBE|DBE|KBE|KC|QC|QPM)';

const plain = new RegExp(String.raw`\bwith (${nameWord} (?:(?:de|van|von|al|bin|O) )?${nameWord})$`, 'u');
const titled = new RegExp(
  String.raw`\b[Ww]ith (${honorific}${nameWord}(?: ${nameWord})*|${nameWord}(?: ${nameWord})+ ${letters})(?:$|[,;:.)])`,
  'u',
);
const introduced = new RegExp(
  String.raw`(?:[Ii]n conversation with|[Ii]nterview with|[Tt]alking to|[Mm]eet|[Ff]eaturing|[Ff]eat\.|[Ff]t\.|[Gg]uest:) (${honorific}?${nameWord}(?: ${nameWord}){1,2})$`,
  'u',
);

/**
 * A person whom a title plainly names. In A Title Where Every Word Is Large, "Living with Domestic Abuse" looks like a
 * name, so there it takes a Dr or an OBE, or words such as "in conversation with".
 */
function personInTitle(title: string): string | undefined {
  const certain = titled.exec(title)?.[1] ?? introduced.exec(title)?.[1];
  if (certain !== undefined) return certain;
  const match = plain.exec(title);
  const before = title
    .slice(0, match?.index)
    .split(/\s+/)
    .slice(1)
    .filter((word) => /^\p{L}{4,}/u.test(word));
  const isSentence = before.length > 0 && before.every((word) => /^\p{Ll}/u.test(word));
  return isSentence ? match?.[1] : undefined;
}
