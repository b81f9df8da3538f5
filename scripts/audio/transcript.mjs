import { readFileSync, writeFileSync } from 'node:fs';

/**
 * A stretch of words that is spoken in one go: a sentence of an untimed transcript, a cue of a timed one.
 * @typedef {{ text: string, speaker: string | undefined, turn: number, startSeconds: number, endSeconds: number }} Sentence
 */

const srtLine = 32;
const vttLine = 65;
const sentences = new Intl.Segmenter('en-GB', { granularity: 'sentence' });

/**
 * Reads the words to be spoken. Times that a file holds already are ignored: they are what the recording decides.
 * @param {string} path
 * @param {ReadonlyMap<string, string>} speakers the name of a speaker, by each label that a transcript may use for it
 * @returns {Omit<Sentence, 'startSeconds' | 'endSeconds'>[]}
 */
export function readTranscript(path, speakers) {
  const text = readFileSync(path, 'utf8');
  const spoken = [];
  let speaker;
  let turn = 0;
  for (const line of isTimed(path) ? cueTexts(text) : text.split('\n')) {
    const found = findLabel(line.trim(), speakers);
    if (found.isRule || (found.speaker ?? speaker) !== speaker) {
      turn += 1;
      speaker = found.speaker;
    }
    const parts = isTimed(path) ? [found.rest] : [...sentences.segment(found.rest)].map(({ segment }) => segment);
    for (const part of parts) if (part.trim() !== '') spoken.push({ text: part.trim(), speaker, turn });
  }
  return spoken;
}

/** @param {string} path */
export const isTimed = (path) => /\.(?:vtt|srt)$/.test(path);

/** The text of every cue, on one line. */
function cueTexts(text) {
  return text
    .split(/\n{2,}/)
    .map((block) => block.split('\n').filter((line) => !/^WEBVTT|^\d+$| --> /.test(line)))
    .map((lines) => lines.join(' '));
}

/** `Name`, `Name – affiliation`, `Name: words` or `<v Name>words`; a rule of dashes ends the turn of whoever spoke. */
function findLabel(line, speakers) {
  if (/^-{2,}$/.test(line)) return { isRule: true, rest: '' };
  const [, label = line, rest = ''] = /^<v ([^>]+)>(.*)$/.exec(line) ?? /^([^:]+):\s+(.*)$/.exec(line) ?? [];
  const speaker = speakers.get(label) ?? speakers.get(label.split(' – ')[0]);
  return { isRule: false, speaker, rest: speaker === undefined ? line : rest };
}

/**
 * Writes the cues back with the times at which they are heard.
 * @param {string} path a .vtt or .srt file
 * @param {readonly Sentence[]} spoken
 */
export function writeCues(path, spoken) {
  const blocks = path.endsWith('.vtt')
    ? ['WEBVTT', ...spoken.map((cue) => `${interval(cue, '.')}\n${wrap(`<v ${cue.speaker}>${cue.text}`, vttLine)}`)]
    : spoken.map((cue, index) => {
        const label = cue.turn === spoken[index - 1]?.turn ? '' : `${cue.speaker}: `;
        return `${index + 1}\n${interval(cue, ',')}\n${wrap(`${label}${cue.text}`, srtLine)}`;
      });
  writeFileSync(path, `${blocks.join('\n\n')}\n`);
}

const interval = (cue, mark) => `${timestamp(cue.startSeconds, mark)} --> ${timestamp(cue.endSeconds, mark)}`;

function timestamp(seconds, mark) {
  const iso = new Date(Math.round(seconds * 1000)).toISOString();
  return iso.slice(11, 23).replace('.', mark);
}

/** The shortest lines of about equal length that keep within `width` characters, voice tags not counted. */
function wrap(text, width) {
  const [, tag = '', words = ''] = /^(<v [^>]+>)?(.*)$/.exec(text) ?? [];
  const rows = Math.ceil(words.length / width);
  for (let limit = Math.ceil(words.length / rows); limit <= width; limit += 1) {
    const lines = fill(words, limit);
    if (lines.length === rows) return tag + lines.join('\n');
  }
  return tag + fill(words, width).join('\n');
}

function fill(words, width) {
  const lines = [''];
  for (const word of words.split(' ')) {
    const longer = `${lines.at(-1)} ${word}`.trim();
    if (longer.length <= width || lines.at(-1) === '') lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
