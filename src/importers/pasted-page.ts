import type { Speaker } from '../model/transcript.ts';
import { cleanText } from '../text/xml.ts';
import { parseTranscript } from '../transcripts/read.ts';
import { pastedNotes } from './pasted-notes.ts';

/** What could be told from the text of an episode's web page, copied and pasted. Absent is what was not found. */
export interface PastedPage {
  readonly showTitle: string | undefined;
  readonly showDescription: string | undefined;
  readonly title: string | undefined;
  /** Show notes in Markdown; may be empty. */
  readonly notes: string;
  readonly advisory: string | undefined;
  /** As it stood on the page, what was read out before the first speaker included. */
  readonly transcript: string | undefined;
  /** In the order in which they speak. */
  readonly speakers: readonly Speaker[];
  /** Whatever a person has to look at, as plain sentences. */
  readonly unsure: readonly string[];
}

/**
 * Finds the parts of a pasted page: the show's title and description, the episode's title, notes and transcript. The
 * show's title stands twice, around its description; `showTitle` helps to find it. Every line ends up somewhere.
 */
export function readPastedPage(text: string, showTitle?: string): PastedPage {
  const lines = cleanText(text)
    .split('\n')
    .map((line) => line.trim());
  const turns = parseTranscript(lines.join('\n'), 'page.txt').turns;
  const start = firstSpeakerLine(lines, turns.find(({ speaker }) => speaker !== undefined)?.paragraphs[0]?.[0]?.line);
  const head = lines.slice(0, start).filter((line) => line !== '' && !/^[-–—_*=]{2,}$/.test(line));
  const { before, rest, name, description } = splitShow(head, showTitle);
  const [title, ...body] = rest;
  // Only a transcript has a heading of its own; without one, what follows is notes like the rest.
  const opening = start === undefined ? -1 : body.findIndex((line) => title !== undefined && isRepeat(line, title));
  const preamble = opening === -1 ? [] : body.slice(opening + 1);
  const notes = pastedNotes(before.concat(opening === -1 ? body : body.slice(0, opening)));
  const spoken =
    start === undefined ? [] : [...preamble, ...(preamble.length > 0 ? ['--'] : []), ...lines.slice(start)];
  const advisory = advisoryIn([...preamble, ...body]);
  return {
    showTitle: name,
    showDescription: description,
    title,
    notes: notes.markdown,
    advisory,
    transcript: start === undefined ? undefined : `${spoken.join('\n').trim()}\n`,
    speakers: speakersOf(turns.flatMap(({ speaker }) => speaker ?? [])),
    unsure: [
      ...(title === undefined
        ? ['No title of an episode was found.']
        : [`"${title}" was taken for the title of the episode.`]),
      ...(name === undefined
        ? [
            'The title and description of the show were not found: they were looked for as a line that stands twice, with the description between.',
          ]
        : []),
      ...notes.unsure,
      ...(advisory === undefined ? [] : [`This was taken for the content advisory: "${advisory}"`]),
      ...(start === undefined
        ? ['No transcript was found: it was looked for as names on lines of their own, each followed by what was said.']
        : []),
    ],
  };
}

/** The index of the line that names the first speaker: that of the first words, or the one before when it holds the name alone. */
function firstSpeakerLine(lines: readonly string[], firstWords: number | undefined): number | undefined {
  if (firstWords === undefined) return undefined;
  const index = firstWords - 1;
  const isNamedInLine = /^[^:]{1,80}:\s/.test(lines[index] ?? '');
  if (isNamedInLine) return index;
  const above = lines.slice(0, index).findLastIndex((line) => line !== '');
  return above === -1 ? index : above;
}

interface ShowParts {
  /** Lines before the show's title: nobody knows what they are. */
  readonly before: readonly string[];
  readonly name: string | undefined;
  readonly description: string | undefined;
  readonly rest: readonly string[];
}

function splitShow(head: readonly string[], known: string | undefined): ShowParts {
  const first = head.findIndex((line, index) =>
    known === undefined ? line.length <= 80 && head.indexOf(line, index + 1) > index : fold(line) === fold(known),
  );
  const name = head[first];
  if (name === undefined) return { before: [], name: undefined, description: undefined, rest: head };
  const second = head.findIndex((line, index) => index > first && fold(line) === fold(name));
  const description = second === -1 ? [] : head.slice(first + 1, second);
  return {
    before: head.slice(0, first),
    name,
    description: description.length === 0 ? undefined : description.join('\n\n'),
    rest: head.slice(Math.max(first, second) + 1),
  };
}

/** Whether a line says the title again, in full or in short, as the heading of a transcript does. */
function isRepeat(line: string, title: string): boolean {
  const [short, long] = [fold(line), fold(title)];
  return short !== '' && short.length >= Math.min(20, long.length) && long.startsWith(short);
}

const warns =
  /listener discretion|discretion is advised|content (?:warning|advisory|note)|trigger warning|(?:may|might|could) (?:be|find) .*(?:upsetting|distressing)|themes? (?:relating|related) to/i;

/** The sentences from the first that warns to the end of its paragraph. */
function advisoryIn(paragraphs: readonly string[]): string | undefined {
  for (const paragraph of paragraphs) {
    const sentences = paragraph.split(/(?<=[.!?])\s+/);
    const from = sentences.findIndex((sentence) => warns.test(sentence));
    if (from !== -1) return sentences.slice(from).join(' ');
  }
  return undefined;
}

/** Each speaker once. "Sally Shearer – National Panel" is a name and an organisation. */
function speakersOf(speakers: readonly Speaker[]): readonly Speaker[] {
  const found = new Map<string, Speaker>();
  for (const speaker of speakers) {
    const [, name = speaker.name, organisation = speaker.organisation] =
      /^(.+?)\s+[–—-]\s+(.+)$/.exec(speaker.name) ?? [];
    if (!found.has(name)) found.set(name, { name, organisation });
  }
  return [...found.values()];
}

function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
