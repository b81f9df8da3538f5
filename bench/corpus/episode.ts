import { createHash } from 'node:crypto';
import { between, type Chance, chance, pick } from './chance.ts';
import { paragraph, sentence, titleOf } from './prose.ts';
import { longTalk, type Pictures, type Recording, recordings } from './recordings.ts';
import { transcript, transcriptKinds } from './transcript.ts';
import { adjectives, firstNames, lastNames, nouns, places } from './words.ts';

export const host = 'Rosalind Marchbank';

/** One episode in every so many is a whole conversation of about 8,000 words. */
const longTalkEvery = 200;
const episodesASeason = 100;
const firstDay = Date.UTC(2010, 0, 1, 7);
const hour = 3_600_000;

export interface Episode {
  /** Of the Markdown file, and without its ending of the audio and transcript beside it. */
  readonly name: string;
  readonly markdown: string;
  readonly transcript: { readonly extension: string; readonly text: string };
  readonly audio: { readonly name: string; readonly make: (pictures: Pictures) => Buffer };
}

interface Special {
  readonly recording: Recording;
  readonly seconds: number;
}

/** The episode at `index`, always the same. `special` takes the place of its recording, and leaves its texts as they are. */
export function episodeAt(index: number, special?: Special): Episode {
  const random = chance(index);
  const isLong = index % longTalkEvery === longTalkEvery - 1;
  const ordinary = isLong ? longTalk : (recordings[index % recordings.length] ?? recordings[0]);
  const seconds = isLong ? 3000 + Math.floor(random() * 600_000) / 1000 : between(16, 55, random);
  const { recording, seconds: audioSeconds } = special ?? { recording: ordinary, seconds };
  const title = titleOf(index);
  const name = `${String(index + 1).padStart(5, '0')}-${title.toLowerCase().replace(/ /g, '-')}`;
  const guests = Array.from(
    { length: between(1, 2, random) },
    () => `${pick(firstNames, random)} ${pick(lastNames, random)}`,
  );
  const chapters = chaptersOf(seconds, random);
  const audio = `${name}.${recording.extension}`;
  // Formats take turns over the recordings, so that each comes with each.
  const kind = transcriptKinds[Math.floor(index / recordings.length + index) % transcriptKinds.length] ?? 'txt';
  return {
    name,
    markdown: markdownOf(index, {
      title,
      audio,
      guests: [...new Set(guests)],
      chapters: recording.hasChapters !== true && index % 3 === 0 ? chapters : [],
      random,
    }),
    transcript: { extension: kind, text: transcript(kind, { seconds, speakers: [host, ...guests], random }) },
    audio: {
      name: audio,
      make: (pictures) => {
        const tags = { title, artist: host, album: 'The Common Record', chapters };
        return recording.make({ seconds: audioSeconds, tags, pictures, random: chance(index + 1_000_000) });
      },
    },
  };
}

interface Chapter {
  readonly title: string;
  readonly start: number;
  readonly end: number;
}

function chaptersOf(seconds: number, random: Chance): Chapter[] {
  const count = seconds > 600 ? 8 : 3;
  const length = Math.floor(seconds / count);
  return Array.from({ length: count }, (_, i) => ({
    title: `The ${pick(adjectives, random)} ${pick(nouns, random)}`,
    start: i * length,
    end: i === count - 1 ? seconds - 1 : (i + 1) * length,
  }));
}

interface Facts {
  readonly title: string;
  readonly audio: string;
  readonly guests: readonly string[];
  readonly chapters: readonly Chapter[];
  readonly random: Chance;
}

function markdownOf(index: number, { title, audio, guests, chapters, random }: Facts): string {
  const date = new Date(firstDay + index * 6 * hour).toISOString().slice(0, 16).replace('T', ' ');
  const people = guests.map(
    (name) => `  - name: ${name}\n    role: Guest\n    organisation: ${pick(places, random)} Council`,
  );
  const lines = [
    '---',
    `title: ${title}`,
    `date: ${date}`,
    `audio: media/${audio}`,
    `guid: ${guidOf(index)}`,
    `season: ${Math.floor(index / episodesASeason) + 1}`,
    `episode: ${(index % episodesASeason) + 1}`,
    `summary: ${sentence(random)}`,
    'guests:',
    ...people,
    ...(chapters.length > 0
      ? ['chapters:', ...chapters.map(({ title, start }) => `  - ${clock(start)} ${title}`)]
      : []),
    `tags: [${pick(nouns, random)}, ${pick(adjectives, random)} work]`,
    '---',
  ];
  return `${lines.join('\n')}\n\n${notes(random)}`;
}

/** Notes such as people write: some paragraphs, and a list of places to read on. */
function notes(random: Chance): string {
  const page = () => `${pick(adjectives, random)}-${pick(nouns, random)}-${between(1, 999, random)}`;
  const link = () => `[the ${pick(adjectives, random)} ${pick(nouns, random)} report](https://example.org/${page()})`;
  const links = Array.from({ length: between(2, 5, random) }, () => `- ${link()}: ${sentence(random)}`);
  return [
    paragraph(random),
    `${paragraph(random)} There is **more about it** in ${link()}.`,
    paragraph(random),
    '## Read on',
    links.join('\n'),
    '',
  ].join('\n\n');
}

/** A UUID that no clock or chance takes part in. */
function guidOf(index: number): string {
  const hex = createHash('sha256').update(`episode ${index}`).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}

const clock = (seconds: number) => new Date(seconds * 1000).toISOString().slice(11, 19);
