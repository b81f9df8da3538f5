import { findMarkup } from '../plain-text.ts';
import { defineRule } from '../rule.ts';
import { listedChapters } from './listed.ts';

const longest = 40;

export const chaptersTitles = defineRule({
  id: 'chapters-titles',
  subject: 'episode',
  severity: 'warning',
  enforces: ['chapters-titles'],
  summary: 'The title of a chapter is empty, too long, or not plain text.',
  why: 'Spotify takes at most 40 characters without pictures or mark-up; a longer title is cut off on phones.',
  source: 'Spotify; Podcasting 2.0',
  remedy: 'Give every chapter a plain title of up to 40 characters.',
  *check(entry, project) {
    const listed = listedChapters(entry, project);
    for (const [index, { title, listed: isListed }] of (listed?.chapters ?? []).entries()) {
      if (isListed === false) continue;
      const fault = faultOf(title.trim());
      if (fault !== undefined) yield { ...listed?.place(index), ...fault };
    }
  },
});

function faultOf(title: string): { readonly message: string; readonly remedy: string } | undefined {
  if (title === '')
    return { message: 'This chapter has no title.', remedy: 'Give it a title, or mark it with listed: false.' };
  const markup = findMarkup(title) ?? /\p{Extended_Pictographic}/u.exec(title)?.[0];
  if (markup !== undefined) {
    return {
      message: `The chapter title "${title}" holds "${markup}", which is not plain text.`,
      remedy: 'Write the title in plain words.',
    };
  }
  const length = [...title].length;
  if (length <= longest) return undefined;
  return {
    message: `The chapter title "${title}" is ${length} characters long; Spotify takes at most ${longest}.`,
    remedy: 'Shorten it, with the most telling words first.',
  };
}
