import { stemOf } from '../../model/slug.ts';
import { nearest } from '../../text/nearest.ts';
import { defineRule } from '../rule.ts';

export const fileStray = defineRule({
  id: 'file-stray',
  subject: 'show',
  compares: true,
  severity: 'warning',
  enforces: [],
  summary: 'A file in the folder of episodes belongs to no episode.',
  why: 'It is not published and nobody would miss it: most often a transcript or an episode whose name has a slip in it.',
  source: 'ppod',
  remedy: 'Rename it to match an episode, or move it out of the folder.',
  *check(_entry, { strayFiles, episodes }) {
    for (const file of strayFiles) {
      yield {
        file,
        range: wholeFileStart,
        ...advice(
          file,
          episodes.map((entry) => stemOf(entry.file)),
        ),
      };
    }
  },
});

const start = { line: 1, column: 1, offset: 0 };
const wholeFileStart = { start, end: start };

function advice(file: string, stems: readonly string[]): { readonly message: string; readonly remedy: string } {
  const name = file.slice(file.lastIndexOf('/') + 1);
  const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  const message = `${name} belongs to no episode, so it is not published.`;
  if (/^(?:mp3|m4a|mp4|wav|aac|flac|ogg|jpe?g|png|webp)$/.test(extension)) {
    return { message, remedy: 'Move it to media/ and name it in an episode.' };
  }
  if (/^(?:markdown|mdown|mkd|mdx)$/.test(extension)) {
    return { message, remedy: 'If it is an episode, rename it so that its name ends in .md.' };
  }
  const [base = ''] = name.split('.', 1);
  const meant = nearest(base, stems);
  if (meant === undefined) return { message, remedy: 'Name it in an episode, or move it out of this folder.' };
  const rest = /\.transcript\.[a-z]+$/i.exec(name)?.[0] ?? `.transcript.${extension}`;
  return { message, remedy: `If it is the transcript of ${meant}.md, rename it to ${meant}${rest}.` };
}
