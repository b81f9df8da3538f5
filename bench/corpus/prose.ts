import { between, type Chance, pick } from './chance.ts';
import { adjectives, adverbs, nouns, openings, places, subjects, verbs } from './words.ts';

const joints = ['because', 'although', 'so that', 'whenever', 'and then', 'but', 'while'] as const;
const ways = ['near', 'behind', 'before', 'without', 'beyond', 'beside', 'through', 'after'] as const;

function thing(random: Chance): string {
  const article = pick(['the', 'the', 'that', 'every', 'our'], random);
  return random() < 0.5
    ? `${article} ${pick(nouns, random)}`
    : `${article} ${pick(adjectives, random)} ${pick(nouns, random)}`;
}

function clause(random: Chance): string {
  const how = random() < 0.3 ? `${pick(adverbs, random)} ` : '';
  const who = random() < 0.4 ? `${pick(adjectives, random)} ${pick(subjects, random)}` : pick(subjects, random);
  const where = random() < 0.4 ? ` ${pick(ways, random)} ${thing(random)}` : '';
  return `${who} ${how}${pick(verbs, random)} ${thing(random)}${where}`;
}

/** One sentence of six to thirty words, in the grammar of English if not always in its sense. */
export function sentence(random: Chance): string {
  const opening = random() < 0.2 ? `in ${pick(places, random)}, ` : '';
  const second = random() < 0.6 ? `, ${pick(joints, random)} ${clause(random)}` : '';
  const text = `${opening}${clause(random)}${second}`;
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${random() < 0.1 ? '?' : '.'}`;
}

/** Whole sentences of about `words` words together. */
export function sentences(words: number, random: Chance): string[] {
  const all: string[] = [];
  for (let left = words; left > 0; ) {
    const next = sentence(random);
    all.push(next);
    left -= next.split(' ').length;
  }
  return all;
}

export function paragraph(random: Chance): string {
  return Array.from({ length: between(3, 5, random) }, () => sentence(random)).join(' ');
}

/** The title of the episode at `index`: each of the first 23,000 is another. */
export function titleOf(index: number): string {
  const pair = index % (adjectives.length * nouns.length);
  const opening = openings[(pair + Math.floor(index / (adjectives.length * nouns.length))) % openings.length];
  const words = `${opening} ${adjectives[pair % adjectives.length]} ${nouns[Math.floor(pair / adjectives.length)]}`;
  return words.replace(/ a ([aeio]|un)/, ' an $1');
}
