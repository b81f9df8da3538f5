import { audioRule } from './audio-rule.ts';

export const audioCodec = audioRule({
  id: 'audio-codec',
  severity: 'error',
  enforces: ['audio-codec', 'enclosure-type-known'],
  summary: 'The audio is neither MP3 nor AAC.',
  why: 'Apple Podcasts and Spotify do not take an episode in any other form, and many phones cannot play it.',
  source: 'Apple Podcasts; Spotify; PSP-1',
  remedy: 'Export the audio as MP3; other encodings may stand beside it under alternate.',
  *judge({ name, audio: { codec, container } }) {
    if (container === 'mp3' && /^MP3$/i.test(codec)) return;
    if (/^(?:m4a|mp4|mov)$/.test(container) && /AAC/i.test(codec)) return;
    const inside = codec.toLowerCase() === container ? '' : ` (${container.toUpperCase()})`;
    yield {
      message: `"${name}" holds ${codec}${inside}; podcast apps play MP3 and AAC.`,
      remedy: 'Export the audio as MP3, 128 kbit/s stereo or 96 kbit/s mono, and name that file here.',
    };
  },
});
