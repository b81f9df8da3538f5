import { audioRule } from './audio-rule.ts';

export const audioCbr = audioRule({
  id: 'audio-cbr',
  severity: 'warning',
  enforces: ['audio-cbr'],
  summary: 'The bit rate of the MP3 varies, and the file does not say how.',
  why: 'Players then guess the length and jump to the wrong place: chapters and transcripts no longer fit.',
  source: 'Practice of hosts',
  remedy: 'Export the audio with a constant bit rate.',
  *judge({ name, audio: { container, isVariableBitrate, hasSeekHeader } }) {
    if (container !== 'mp3' || !isVariableBitrate || hasSeekHeader) return;
    yield {
      message: `"${name}" has a varying bit rate and lacks the header that tells players where they are.`,
      remedy: 'Export the audio with a constant bit rate (CBR), such as 128 kbit/s.',
    };
  },
});
