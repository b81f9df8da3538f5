import { audioRule } from './audio-rule.ts';

export const audioChannels = audioRule({
  id: 'audio-channels',
  severity: 'warning',
  enforces: [],
  summary: 'The audio has more than two channels.',
  why: 'Phones play two; with more, voices can become faint or vanish.',
  source: 'Apple Podcasts',
  remedy: 'Mix the audio down to stereo or mono.',
  *judge({ name, audio: { channels = 2 } }) {
    if (channels <= 2) return;
    yield {
      message: `"${name}" has ${channels} channels; phones play one or two.`,
      remedy: 'Mix it down to stereo, or to mono for speech, and export it again.',
    };
  },
});
