import type { Word } from '../../model/transcript.ts';
import { parseCueTime } from '../cue-times.ts';
import { singleSpaced } from '../reader.ts';
import type { Line } from './lines.ts';

/** The words of a cue under one voice, line breaks kept as `\n`. */
export interface VoiceText {
  readonly voice: string | undefined;
  readonly text: string;
  readonly line: number;
  /** Given where the cue marks the start of each word. */
  readonly words: readonly Word[] | undefined;
}

const token = /<([^<>]*)>|&(?:#\d+|#x[\da-f]+|[a-z]+);|[^<&]+|[<&]/giu;
const markup = /^\/?(?:c|i|b|u|s|ruby|rt|lang|font|span)(?:[.\s].*)?$/su;
const entities: ReadonlyMap<string, string> = new Map(
  Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', lrm: '', rlm: '', shy: '' }),
);

interface Part {
  readonly voice: string | undefined;
  readonly line: number;
  text: string;
  /** Offsets into `text` with the seconds at which what follows begins. */
  readonly starts: [offset: number, seconds: number][];
}

/** Takes the mark-up of WebVTT and SubRip out of a cue: voices and word times become data, entities characters; `<laughs>` stays text. */
export function readCueText(lines: readonly Line[]): readonly VoiceText[] {
  // {\an8} is SubRip's way to place a cue.
  const joined = lines.map(({ text }) => text.replace(/\{\\[^}]*\}/g, '')).join('\n');
  let line = lines[0]?.line ?? 1;
  let part: Part = { voice: undefined, text: '', line, starts: [] };
  const parts = [part];
  for (const [whole, tag = ''] of joined.matchAll(token)) {
    const time = tag.includes(':') ? parseCueTime(tag) : undefined;
    if (time !== undefined) part.starts.push([part.text.length, time]);
    else if (/^\/v\b|^v[.\s]/.test(tag)) {
      part = { voice: voiceOf(tag), text: '', line, starts: [] };
      parts.push(part);
    } else if (!markup.test(tag)) {
      part.text += decodeEntities(whole);
      line += whole.split('\n').length - 1;
    }
  }
  return parts
    .filter(({ text }) => singleSpaced(text) !== '')
    .map(({ starts, ...rest }) => ({ words: timedWords(rest.text, starts), ...rest }));
}

function voiceOf(tag: string): string | undefined {
  const name = singleSpaced(decodeEntities(/^v(?:\.\S*)?\s+(.+)$/su.exec(tag)?.[1] ?? ''));
  return name === '' ? undefined : name;
}

function decodeEntities(text: string): string {
  return text.replace(/&(#\d+|#x[\da-f]+|[a-z]+);/giu, (whole, name: string) => {
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    if (name.startsWith('#')) return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    return entities.get(name) ?? whole;
  });
}

/** Words with the times marked before them; none unless every word but the first has one. */
function timedWords(text: string, starts: readonly [number, number][]): readonly Word[] | undefined {
  if (starts.length === 0) return undefined;
  const words = [...text.matchAll(/\S+/gu)].map((match, index, all): Word => {
    const before = index === 0 ? -1 : (all[index - 1]?.index ?? 0);
    const startSeconds = starts.find(([offset]) => offset > before && offset <= match.index)?.[1];
    return startSeconds === undefined ? { text: match[0] } : { text: match[0], startSeconds };
  });
  return words.slice(1).every(({ startSeconds }) => startSeconds !== undefined) ? words : undefined;
}
