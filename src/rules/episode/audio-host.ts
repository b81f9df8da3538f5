import type { MediaFile } from '../../model/media.ts';
import { isSameMimeType, plainType } from '../../model/mime-types.ts';
import { namedAudio } from '../media-failure.ts';
import { defineRule, type Finding } from '../rule.ts';

export const audioHost = defineRule({
  id: 'audio-host',
  subject: 'episode',
  severity: 'warning',
  enforces: ['hosting-range'],
  summary: 'The server of the audio does not send it as apps need it.',
  why: 'Without parts of files players cannot jump and Apple Podcasts refuses the show; by the type apps decide whether to play.',
  source: 'Apple Podcasts',
  remedy: 'Change the settings of the server, or put the audio on another.',
  *check({ content }, { media }) {
    for (const { name, at } of namedAudio(content)) {
      for (const finding of findingsOn(name, media.get(name))) yield { at, ...finding };
    }
  },
});

function* findingsOn(name: string, file: MediaFile | undefined): Iterable<Finding> {
  if (file?.kind !== 'audio' || file.host === undefined) return;
  const { hasRanges, contentType } = file.host;
  const { mimeType } = file.audio;
  if (!hasRanges) {
    yield {
      message: `Asked for a part of "${name}", the server sends all of it.`,
      remedy: 'Switch on byte ranges on that server, or put the audio on another: players cannot jump without them.',
    };
  }
  if (!isSameMimeType(contentType, mimeType)) {
    const is = contentType === '' ? 'without saying what it is' : `as "${plainType(contentType)}"`;
    yield {
      message: `The server sends "${name}" ${is}.`,
      remedy: `Set the type (Content-Type) of the file on the server to ${mimeType}: some apps go by it.`,
    };
  }
}
