import { escapeAttribute, escapeText } from '../text/xml.ts';
import type { Remark } from './remark.ts';
import type { TalkTurn } from './talk.ts';

export interface NumberedRemark extends Remark {
  readonly number: number;
}

/** Longer stretches are only tinted, and notes say where they begin and end. */
const longest = 160;

/** A turn's paragraphs with its remarks in their places. Marks may overlap: each piece between two ends is one element. */
export function markedText(
  { text, paragraphs }: Pick<TalkTurn, 'text' | 'paragraphs'>,
  remarks: readonly NumberedRemark[],
): string {
  const ends = remarks.flatMap(({ start, end }) => [start, end]);
  const cuts = [...new Set([0, ...paragraphs, ...ends, text.length])].sort((a, b) => a - b);
  const long = remarks.filter(isLong);
  const short = remarks.filter((remark) => !isLong(remark));
  const openings = new Set(paragraphs);
  let html = '';
  for (const [index, from] of cuts.entries()) {
    html += closing(long.filter(({ end }) => end === from)) + hints(short.filter(({ end }) => end === from));
    if (openings.has(from)) html += `${from === 0 ? '' : '</p>\n'}<p>`;
    const piece = text.slice(from, cuts[index + 1]);
    if (cuts[index + 1] === undefined) break;
    html += opening(long.filter(({ start }) => start === from)) + pins(short.filter(({ start }) => start === from));
    const isMarked = short.some(({ start, end }) => start <= from && from < end);
    const [, words = '', space = ''] = /^(.*?)(\s*)$/s.exec(piece) ?? [];
    const shown = isMarked ? `<mark>${escapeText(words)}</mark>${space}` : escapeText(piece);
    html += long.some(({ start, end }) => start <= from && from < end)
      ? `<span class="stretch">${shown}</span>`
      : shown;
  }
  return `${html}</p>`;
}

function isLong({ start, end }: Remark): boolean {
  return end - start > longest;
}

/** A number that leads back to the list. */
function pins(remarks: readonly NumberedRemark[]): string {
  return remarks
    .map(
      ({ number, message }) =>
        `<a class="pin" lang="en-GB" id="p${number}" href="#f${number}" title="${escapeAttribute(message)}" aria-label="Finding ${number}, to the list">${number}</a>`,
    )
    .join('');
}

function hints(remarks: readonly NumberedRemark[]): string {
  return remarks.map(({ hint }) => ` <ins lang="en-GB">${escapeText(hint)}</ins>`).join('');
}

function opening(remarks: readonly NumberedRemark[]): string {
  return remarks
    .map((remark) => `<span class="edge" lang="en-GB">${pins([remark])} From here: ${escapeText(remark.hint)}</span> `)
    .join('');
}

function closing(remarks: readonly NumberedRemark[]): string {
  return remarks
    .map(
      ({ number, hint }) =>
        ` <span class="edge" lang="en-GB">Until here: ${escapeText(hint)} (finding ${number})</span> `,
    )
    .join('');
}
