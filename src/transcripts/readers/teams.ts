import { fractionsOf, parseCueTime } from '../cue-times.ts';
import { type Reader, singleSpaced, type Utterance } from '../reader.ts';
import { looksLikeLabel } from './labels.ts';
import { linesOf } from './lines.ts';

const timing = /^\s*(\d[\d:.,]*)\s*-->\s*(\d[\d:.,]*)\s*$/;

/** What Microsoft Teams copies to a clipboard or a Word file: the times, then the name, then the words, each on a line. */
export const teams: Reader = {
  format: 'plain',
  recognises: (text) => {
    const blocks = blocksOf(text);
    return blocks.length > 0 && blocks.every(({ lines }) => lines.length > 1 && looksLikeLabel(lines[0]?.text ?? ''));
  },
  read(text) {
    const fractions = fractionsOf(text);
    const utterances = blocksOf(text).map(
      ({ start, end, lines }): Utterance => ({
        label: lines[0]?.text,
        text: lines
          .slice(1)
          .map((line) => line.text)
          .join(' '),
        line: lines[1]?.line ?? 1,
        startSeconds: parseCueTime(start, fractions),
        endSeconds: parseCueTime(end, fractions),
      }),
    );
    return { utterances, problems: [] };
  },
};

/** The lines under each timing; nothing when words stand above the first one. */
function blocksOf(text: string) {
  const blocks: { start: string; end: string; lines: { text: string; line: number }[] }[] = [];
  for (const { text: raw, line } of linesOf(text)) {
    const [, start, end] = timing.exec(raw) ?? [];
    const words = singleSpaced(raw);
    if (start !== undefined && end !== undefined) blocks.push({ start, end, lines: [] });
    else if (words !== '') {
      const block = blocks.at(-1);
      if (block === undefined) return [];
      block.lines.push({ text: words, line });
    }
  }
  return blocks;
}
