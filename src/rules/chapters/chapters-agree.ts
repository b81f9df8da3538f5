import { formatTimeCode } from '../../text/time-code.ts';
import { foldTitle } from '../fold-title.ts';
import { defineRule } from '../rule.ts';
import { listedChapters, visible } from './listed.ts';

/** Seconds by which two lists may differ: people round. */
const tolerance = 1;

export const chaptersAgree = defineRule({
  id: 'chapters-agree',
  subject: 'episode',
  severity: 'error',
  enforces: ['chapters-agree', 'chapters-id3'],
  summary: 'The chapters of the episode are not those inside its audio file.',
  why: 'Some apps read one list, some the other: listeners of the same episode would see different chapters.',
  source: 'Apple Podcasts; Spotify; Podcasting 2.0',
  remedy: 'Correct the one that is wrong; ppod tag writes the chapters of the episode into the audio.',
  *check(entry, project) {
    const listed = listedChapters(entry, project);
    const file = project.media.get(entry.content.audio);
    if (!listed?.isWritten || file?.kind !== 'audio' || file.audio.chapters.length === 0) return;
    const [written, embedded] = [visible(listed.chapters), visible(file.audio.chapters)];
    const remedy = 'Correct the one that is wrong; ppod tag writes the chapters from here into the audio.';
    if (written.length !== embedded.length) {
      const message = `There are ${written.length} chapters here, but ${embedded.length} inside the audio file.`;
      yield { ...listed.place(), message, remedy };
      return;
    }
    for (const [index, chapter] of written.entries()) {
      const other = embedded[index];
      if (other === undefined) continue;
      const isSameTime = Math.abs(chapter.startSeconds - other.startSeconds) <= tolerance;
      if (isSameTime && foldTitle(chapter.title) === foldTitle(other.title)) continue;
      const here = `${formatTimeCode(chapter.startSeconds)} ${chapter.title}`;
      const there = `${formatTimeCode(other.startSeconds)} ${other.title}`;
      const message = `This chapter is "${here}" here, but "${there}" inside the audio file.`;
      yield { ...listed.place(listed.chapters.indexOf(chapter)), message, remedy };
      return;
    }
  },
});
