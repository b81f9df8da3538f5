import type { Rule } from '../rule.ts';
import { chaptersAgree } from './chapters-agree.ts';
import { chaptersAscending } from './chapters-ascending.ts';
import { chaptersFirstZero } from './chapters-first-zero.ts';
import { chaptersHttps } from './chapters-https.ts';
import { chaptersMinLength } from './chapters-min-length.ts';
import { chaptersMinThree } from './chapters-min-three.ts';
import { chaptersTitles } from './chapters-titles.ts';
import { chaptersWithinAudio } from './chapters-within-audio.ts';

/** Rules on chapters, wherever they come from. Add a line here and a file beside it. */
export const chapterRules: readonly Rule<'episode'>[] = [
  chaptersAgree,
  chaptersAscending,
  chaptersFirstZero,
  chaptersHttps,
  chaptersMinLength,
  chaptersMinThree,
  chaptersTitles,
  chaptersWithinAudio,
];
