import { formatTimeCode } from '../text/time-code.ts';
import { escapeAttribute, escapeText } from '../text/xml.ts';
import type { Remark } from './remark.ts';
import type { RemarkGroup } from './review.ts';
import { reviewStyle } from './review-style.ts';
import { markedText, type NumberedRemark } from './review-text.ts';
import type { TalkTurn } from './talk.ts';

/** What the page shows of a turn. */
export type ShownTurn = Pick<TalkTurn, 'speaker' | 'text' | 'paragraphs' | 'place' | 'secondsAt'>;

export interface ReviewPage {
  /** The episode's title. */
  readonly title: string;
  /** The transcript's path in the project. */
  readonly source: string;
  /** The language spoken, as a code. */
  readonly language: string;
  readonly talk: readonly ShownTurn[];
  readonly groups: readonly RemarkGroup[];
  /** What else ppod check found in the file, in its own words. */
  readonly others: readonly { readonly line: number; readonly message: string; readonly remedy: string }[];
  /** False for a document whose lines nobody can count. */
  readonly hasLines: boolean;
}

/** By this a review page is known again: it may be replaced, another file may not. */
export const reviewMark = '<meta name="generator" content="ppod transcript --review">';

/** One page that needs nothing else and loads nothing: what to look at, then the transcript with every place marked. */
export function reviewPage(page: ReviewPage): string {
  const { title, source, language, talk, others } = page;
  const groups = numbered(page.groups);
  const remarks = groups.flatMap((group) => group.remarks);
  return `<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${reviewMark}
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<link rel="icon" href="data:,">
<title>${escapeText(title)}: transcript to review</title>
<style>
${reviewStyle}</style>
</head>
<body>
<a class="skip" href="#transcript">Skip to the transcript</a>
<header>
<p class="kicker">Transcript to review</p>
<h1>${escapeText(title)}</h1>
<p>${summaryOf(remarks.length, others.length)} Correct them in <code>${escapeText(source)}</code>: this page is only for reading, and nothing has been changed. Then run <code>ppod transcript --review</code> again to see what is left.</p>
</header>
<nav aria-labelledby="findings">
<h2 id="findings">What to look at</h2>
${groups.map((group) => groupSection(group, page)).join('\n')}${othersSection(page)}
</nav>
<main id="transcript">
<h2>The transcript</h2>
<div lang="${escapeAttribute(language)}">
${talk.map((turn, index) => turnSection(turn, index, remarks, page)).join('\n')}
</div>
</main>
</body>
</html>
`;
}

interface NumberedGroup extends RemarkGroup {
  readonly remarks: readonly NumberedRemark[];
}

/** Numbers run through the page from top to bottom of the list. */
function numbered(groups: readonly RemarkGroup[]): readonly NumberedGroup[] {
  let number = 0;
  return groups.map((group) => ({
    ...group,
    remarks: group.remarks.map((remark) => ({ ...remark, number: ++number })),
  }));
}

function summaryOf(remarks: number, others: number): string {
  const count = remarks + others;
  if (count === 0) return 'Nothing was found that looks wrong. Only listening tells whether it is right.';
  return count === 1 ? 'There is one place to look at.' : `There are ${count} places to look at.`;
}

/** Where every finding of a group says the same, it is said once. */
function groupSection({ title, rule, remarks }: NumberedGroup, page: ReviewPage): string {
  const advice = ({ message, remedy }: Remark) => `${message} ${remedy}`;
  const first = remarks[0];
  const isShared = remarks.length > 1 && first !== undefined && remarks.every((one) => advice(one) === advice(first));
  const items = remarks.map((remark) => {
    const words = isShared ? '' : `<br>${escapeText(advice(remark))}`;
    return `<li id="f${remark.number}" value="${remark.number}"><a href="#p${remark.number}">${placeOf(remark, page)}</a> ${excerpt(remark, page.talk)}${words}</li>`;
  });
  return `<details id="${rule}"${remarks.length > manyItems ? '' : ' open'}>
<summary><h3>${escapeText(title)}</h3> <span class="count">${remarks.length}</span></summary>
${isShared ? `<p>${escapeText(advice(first))}</p>\n` : ''}<ol>
${items.join('\n')}
</ol>
</details>`;
}

/** A longer list stays shut until it is wanted. */
const manyItems = 12;

function othersSection({ others, hasLines }: ReviewPage): string {
  if (others.length === 0) return '';
  const items = others.map(({ line, message, remedy }) => {
    const place = hasLines ? `Line ${line}: ` : '';
    return `<li>${place}${escapeText(`${message} ${remedy}`)}</li>`;
  });
  return `
<details id="others" open>
<summary><h3>Also found by ppod check</h3> <span class="count">${others.length}</span></summary>
<ul>
${items.join('\n')}
</ul>
</details>`;
}

function placeOf({ turn, start, end }: Remark, { talk, hasLines }: ReviewPage): string {
  const seconds = talk[turn]?.secondsAt(start);
  const line = talk[turn]?.place(start, end).line;
  return [
    ...(seconds === undefined ? [] : [formatTimeCode(seconds)]),
    `turn ${turn + 1}`,
    ...(hasLines && line !== undefined ? [`line ${line}`] : []),
  ].join(', ');
}

/** The words with a little before and after them. */
function excerpt({ turn, start, end }: Remark, talk: readonly ShownTurn[]): string {
  const text = talk[turn]?.text ?? '';
  const shown = end - start > 60 ? text.lastIndexOf(' ', start + 60) : end;
  const before = text.slice(Math.max(0, start - 30), start).replace(/^\S*\s/, start > 30 ? '…' : '');
  const after = shown < end ? '…' : text.slice(shown, shown + 30).replace(/\s\S*$/, '…');
  return `<q>${escapeText(before)}<b>${escapeText(text.slice(start, shown))}</b>${escapeText(after)}</q>`;
}

function turnSection(turn: ShownTurn, index: number, remarks: readonly NumberedRemark[], page: ReviewPage): string {
  const seconds = turn.secondsAt(0);
  const { line } = turn.place(0, 1);
  const facts = [
    `turn ${index + 1}`,
    ...(page.hasLines ? [`line ${line}`] : []),
    ...(seconds === undefined ? [] : [`<time datetime="PT${Math.floor(seconds)}S">${formatTimeCode(seconds)}</time>`]),
  ];
  const speaker = turn.speaker === undefined ? 'Nobody named' : escapeText(turn.speaker);
  const own = remarks.filter((remark) => remark.turn === index);
  return `<section id="t${index + 1}">
<h3>${speaker} <small lang="en-GB">${facts.join(', ')}</small></h3>
${markedText(turn, own)}
</section>`;
}
