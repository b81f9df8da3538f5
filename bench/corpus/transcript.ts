import type { Chance } from './chance.ts';
import { sentences } from './prose.ts';

export const transcriptKinds = ['vtt', 'srt', 'json', 'txt'] as const;
export type TranscriptKind = (typeof transcriptKinds)[number];

const wordsASecond = 2.4;

interface Line {
  readonly speaker: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A talk between `speakers` that fills `seconds`, in one of the formats that people have. */
export function transcript(
  kind: TranscriptKind,
  {
    seconds,
    speakers,
    random,
  }: { readonly seconds: number; readonly speakers: readonly string[]; readonly random: Chance },
): string {
  const lines = talk(seconds, speakers, random);
  switch (kind) {
    case 'vtt':
      return `WEBVTT\n\n${lines.map(({ speaker, start, end, text }) => `${clock(start, '.')} --> ${clock(end, '.')}\n<v ${speaker}>${text}\n`).join('\n')}`;
    case 'srt':
      return lines
        .map(
          ({ speaker, start, end, text }, i) =>
            `${i + 1}\n${clock(start, ',')} --> ${clock(end, ',')}\n${speaker}: ${text}\n`,
        )
        .join('\n');
    case 'json':
      return `${JSON.stringify({ version: '1.0.0', segments: lines.map(({ speaker, start, end, text }) => ({ speaker, startTime: start, endTime: end, body: text })) })}\n`;
    case 'txt':
      return `${turns(lines).join('\n\n')}\n`;
  }
}

/** Sentences one after the other, each as long as its words take, the speakers in turn every few sentences. */
function talk(seconds: number, speakers: readonly string[], random: Chance): Line[] {
  const said = sentences(Math.round((seconds - 2) * wordsASecond), random);
  const letters = said.reduce((sum, text) => sum + text.length, 0);
  const secondsALetter = (seconds - 1) / letters;
  const lines: Line[] = [];
  let [at, turn] = [0.4, 0];
  for (const text of said) {
    const end = at + text.length * secondsALetter;
    lines.push({ speaker: speakers[turn % speakers.length] ?? '', start: milli(at), end: milli(end), text });
    at = end;
    if (random() < 0.35) turn += 1;
  }
  return lines;
}

const milli = (seconds: number) => Math.round(seconds * 1000) / 1000;

function turns(lines: readonly Line[]): string[] {
  const all: string[] = [];
  for (const [i, { speaker, text }] of lines.entries()) {
    if (lines[i - 1]?.speaker === speaker) all.push(`${all.pop()} ${text}`);
    else all.push(`${speaker}: ${text}`);
  }
  return all;
}

function clock(seconds: number, mark: string): string {
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const rest = String(Math.round(seconds * 1000) % 1000).padStart(3, '0');
  return `${two(seconds / 3600)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}${mark}${rest}`;
}
