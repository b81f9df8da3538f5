import type { Person } from '../../model/person.ts';
import { once } from '../../text/once.ts';
import { isMachineLabel, matchPerson, parseLabel } from '../speakers.ts';

/** A piece of a file that may be the name of whoever speaks next. */
export interface LabelCandidate {
  readonly label: string;
  /** Set apart by more than its place: a time beside it, bold type. */
  readonly isMarked: boolean;
  /** Set as a heading, which seldom names a speaker. */
  readonly isHeading?: boolean | undefined;
}

const particle = /^(?:de|da|del|der|di|du|la|le|van|von|bin|al|ap|of|the|and|y|ten|ter|&)$/;
const nameWord = /^["'“‘(]?[\p{Lu}\p{Lt}\p{Lo}\p{N}][\p{L}\p{M}\p{N}'’._-]*["'”’)]?$/u;
const role =
  /^(?:co-?)?(?:host|guest|interview(?:er|ee)|narrator|reader|presenter|announcer|moderator|producer|reporter|caller|audience|jingle)s? ?\d?$/i;
const questionOrAnswer = /^[QA]\d?$/;
/** Words that open a remark with a colon, or stand on a line of their own, and name nobody. */
const noName =
  /^(?:yes|no|yeah|ok|okay|thanks|thank you|right|so|well|and|but|note|notes|remember|warning|example|tip|important|links?|https?|transcript|music|silence|the end|end|introduction)$/i;

/** Whether the text has the shape of a name, alone or with an affiliation: capitalised words, no end of sentence. */
export function looksLikeLabel(text: string): boolean {
  if (text.length > 120 || noName.test(text)) return false;
  if (isMachineLabel(text) || isRole(text)) return true;
  const { name } = parseLabel(text);
  const words = name.split(/\s+/);
  return (
    name.length <= 48 &&
    words.length <= 5 &&
    /\p{L}/u.test(name) &&
    (!/[.?!…,;:]$/.test(text) || /\b(?:\p{Lu}|Jr|Sr)\.$/u.test(text)) &&
    words.every((word, index) => nameWord.test(word) || (index > 0 && particle.test(word)))
  );
}

/**
 * Decides which candidates name speakers, judging them together: a file repeats its speakers' names, and
 * an ordinary word that happens to stand alone also occurs in lower case.
 *
 * @param places How many places could carry a label: paragraphs or cues.
 * @param text The whole file.
 */
export function acceptLabels(
  candidates: readonly LabelCandidate[],
  places: number,
  text: string,
  people: readonly Person[] = [],
): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { label } of candidates) counts.set(label, (counts.get(label) ?? 0) + 1);
  const having = (mark: 'isMarked' | 'isHeading') =>
    new Set(candidates.filter((candidate) => candidate[mark] === true).map(({ label }) => label));
  const [marked, headings] = [having('isMarked'), having('isHeading')];
  const alternating = alternatingLabels(candidates);
  const isCertain = (label: string, count: number) =>
    marked.has(label) ||
    matchPerson(label, people) !== undefined ||
    isMachineLabel(label) ||
    isRole(label) ||
    count >= 3 ||
    (count === 2 && alternating.has(label) && (people.length === 0 || label.includes(' ')));
  const accepted = new Set([...counts].filter(([label, count]) => isCertain(label, count)).map(([label]) => label));
  if (accepted.size === 0 && candidates.length * 5 < places * 2) return accepted;
  const prose = once(() => ` ${text.replace(/[^\p{L}\p{N}]+/gu, ' ')} `);
  // Whoever speaks first speaks again: a name that stands once above all others is a title.
  const first = Math.max(
    0,
    candidates.findIndex(({ label }) => accepted.has(label)),
  );
  for (const label of new Set(candidates.slice(first).map((candidate) => candidate.label))) {
    if (headings.has(label) || accepted.has(label)) continue;
    const asWords = ` ${label.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
    if (!prose().includes(asWords)) accepted.add(label);
  }
  return accepted;
}

/** The labels that come back after another one, as in a conversation; the title of a show may stand twice running. */
function alternatingLabels(candidates: readonly LabelCandidate[]): ReadonlySet<string> {
  const lastPlaces = new Map<string, number>();
  const alternating = new Set<string>();
  for (const [index, { label }] of candidates.entries()) {
    if ((lastPlaces.get(label) ?? index) < index - 1) alternating.add(label);
    lastPlaces.set(label, index);
  }
  return alternating;
}

function isRole(label: string): boolean {
  return role.test(label) || questionOrAnswer.test(label);
}
