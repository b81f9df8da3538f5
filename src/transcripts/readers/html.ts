import { parseCueTime } from '../cue-times.ts';
import type { Reader, Utterance } from '../reader.ts';
import { splitSentences } from '../sentences.ts';
import { type HtmlPiece, htmlPieces } from './html-pieces.ts';
import type { Line } from './lines.ts';
import { readSpeechText } from './speech-text.ts';

/** A page: with `<cite>`, `<time>` and `<p>` as the podcast namespace defines it, or with the shapes of plain text in it. */
export const html: Reader = {
  format: 'html',
  recognises: (text, name) =>
    /^\s*(?:<!doctype html|<!--|<(?:html|head|body|main|article|section|div|p|cite|time|h[1-6])\b)/i.test(text) ||
    (/\.html?$/i.test(name) && /<[a-z]+[\s>]/i.test(text)),
  read(text, { people }) {
    const pieces = htmlPieces(text);
    const isMarkedUp = pieces.some(
      ({ kind, text: time }) => kind === 'cite' || (kind === 'time' && parseCueTime(time) !== undefined),
    );
    return isMarkedUp
      ? { utterances: readMarkedUp(pieces), problems: [] }
      : readSpeechText(linesOfPieces(pieces), people);
  },
};

/** The lines of text of an HTML document. */
export function linesOfPieces(pieces: readonly HtmlPiece[]): readonly Line[] {
  return pieces.map(({ kind, text, line, bold }) => ({
    text: kind === 'rule' ? '--' : text,
    line,
    bold,
    isBlock: true,
  }));
}

function readMarkedUp(pieces: readonly HtmlPiece[]): readonly Utterance[] {
  const utterances: Utterance[] = [];
  let label: string | undefined;
  let startSeconds: number | undefined;
  let opensTurn = true;
  for (const [index, piece] of pieces.entries()) {
    if (piece.kind === 'cite') [label, opensTurn] = [piece.text.replace(/\s*:$/, ''), true];
    else if (piece.kind === 'time') startSeconds = parseCueTime(piece.text);
    else if (piece.kind === 'rule') [label, opensTurn] = [undefined, true];
    else if (piece.kind === 'span' && pieces[index - 1]?.kind === 'cite') label = `${label} – ${piece.text}`;
    else if (piece.kind !== 'heading') {
      utterances.push(...sentencesOf(piece, label, startSeconds, opensTurn));
      [startSeconds, opensTurn] = [undefined, false];
    }
  }
  return utterances;
}

function sentencesOf(
  { text, line }: HtmlPiece,
  label: string | undefined,
  startSeconds: number | undefined,
  opensTurn: boolean,
): readonly Utterance[] {
  return splitSentences(text).map((sentence, index) => ({
    label,
    text: sentence.text,
    line,
    opensParagraph: index === 0,
    opensTurn: index === 0 && opensTurn,
    ...(index === 0 && startSeconds !== undefined && { startSeconds }),
  }));
}
