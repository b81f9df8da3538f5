import { parseCueTime } from '../cue-times.ts';
import { singleSpaced } from '../reader.ts';
import { looksLikeLabel } from './labels.ts';
import type { Line } from './lines.ts';

/** What stands at the head of a line of text besides words: a speaker's name, a time. */
export interface LineHead {
  readonly label: string | undefined;
  /** Set apart by a time or bold type, so hardly an ordinary word. */
  readonly isMarked: boolean;
  readonly isHeading: boolean;
  readonly startSeconds: number | undefined;
  /** The words after the head. */
  readonly rest: string;
}

const time = String.raw`\d{1,3}:\d{1,2}(?::\d{1,2})?(?:[.,]\d{1,3})?`;
const bracketed = String.raw`[\[(]${time}[\])]`;
const name = String.raw`[^:\[\]]{1,120}?`;

/**
 * The shapes in which people and tools write who speaks, each with the named groups `label`, `time` and `rest`.
 * The first that fits and whose label has the shape of a name is taken.
 */
const shapes: readonly { readonly form: RegExp; readonly isMarked: boolean; readonly isClockTime?: boolean }[] = [
  // [00:01:02] Name: words (Descript)
  { form: head(`(?<time>${bracketed}|${time})\\s*[-–—]?\\s*(?<label>${name}):(?:\\s+(?<rest>.*))?`), isMarked: true },
  // Name [00:01:02]: words, Name (01:02): (Rev), Name (01:02)
  { form: head(`(?<label>${name}):?\\s*(?<time>${bracketed}):?(?:\\s+(?<rest>.*))?`), isMarked: true },
  // [Name] 11:02:09 (Zoom): the time of day, not of the recording
  { form: head(`\\[(?<label>[^\\]]+)\\]\\s+${time}`), isMarked: true, isClockTime: true },
  // Name  0:34 (Otter, Teams)
  { form: head(`(?<label>${name})(?:\\s{2,}|\\t)(?<time>${time})`), isMarked: true },
  { form: head(`(?<label>${name})(?:\\s*[-–—|,])? (?<time>${time})`), isMarked: false },
  // 00:00:00 Speaker 1 (Word)
  { form: head(`(?<time>${bracketed}|${time})\\s+[-–—]?\\s*(?<label>${name})`), isMarked: false },
  // Name: words
  { form: head(`(?<label>${name}):(?:\\s+(?<rest>.*))?`), isMarked: false },
  // A name on a line of its own, with or without an affiliation
  { form: head('(?<label>(?!\\p{Ll})[^:]{1,120})'), isMarked: false },
];

const timeOnly = head(`(?<time>${bracketed}|${time})`);
const timeThenWords = head(`(?<time>${bracketed}|${time}(?<=:.*:.*))\\s+(?<rest>.*)`);

function head(source: string): RegExp {
  return new RegExp(`^${source}$`, 'su');
}

/** The head that the shape of a line suggests; whether its label is a speaker's is for `acceptLabels` to say. */
export function parseLineHead({ text, bold, isHeading = false }: Line): LineHead | undefined {
  const line = text.replace(/^(\S*\s*)(\*\*|__)(.+?)\2/su, '$1$3').trim();
  for (const { form, isMarked, isClockTime } of shapes) {
    const groups = form.exec(line)?.groups;
    const label = singleSpaced(groups?.['label'] ?? '');
    if (groups === undefined || !looksLikeLabel(label)) continue;
    const isBold = line !== text.trim() || bold?.startsWith(label) === true;
    const startSeconds = isClockTime ? undefined : readTime(groups['time']);
    return {
      label,
      isMarked: !isHeading && (isMarked || isBold),
      isHeading,
      startSeconds,
      rest: groups['rest']?.trim() ?? '',
    };
  }
  return timeHead(line);
}

/** A time at the head of a line, without a name. */
export function timeHead(line: string): LineHead | undefined {
  const groups = (timeOnly.exec(line.trim()) ?? timeThenWords.exec(line.trim()))?.groups;
  if (groups === undefined) return undefined;
  return {
    label: undefined,
    isMarked: false,
    isHeading: false,
    startSeconds: readTime(groups['time']),
    rest: groups['rest'] ?? '',
  };
}

function readTime(text: string | undefined): number | undefined {
  return text === undefined ? undefined : parseCueTime(text.replace(/[[\]()]/g, ''));
}
