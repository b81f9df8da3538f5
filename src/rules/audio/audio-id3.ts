import { audioRule } from './audio-rule.ts';

/** Bytes of a picture that is downloaded with every episode. */
const heaviest = 500_000;

export const audioId3 = audioRule({
  id: 'audio-id3',
  severity: 'info',
  enforces: ['audio-id3', 'chapters-id3'],
  summary: 'The audio file does not say by itself what it is, or carries a heavy picture.',
  why: 'In a car, or once it is saved as a file, an episode without tags shows up as "unknown"; a heavy picture is downloaded each time.',
  source: 'Practice of hosts',
  remedy: 'Run ppod tag, which writes title, show and picture into a copy of the MP3.',
  *judge({ name, audio: { tags, picture } }) {
    const missing = (['title', 'artist', 'album'] as const).filter((key) => (tags[key] ?? '').trim() === '');
    if (missing.length > 0) {
      const words = { title: 'its title', artist: 'who made it', album: 'the name of the show' };
      yield {
        message: `"${name}" does not say in its tags: ${missing.map((key) => words[key]).join(', ')}.`,
        remedy: 'Run ppod tag on this episode, or fill in the tags when you export the audio.',
      };
    }
    if (picture !== undefined && picture.bytes > heaviest) {
      yield {
        severity: 'warning',
        message: `"${name}" carries a picture of ${Math.round(picture.bytes / 1000)} kB, which is downloaded with every episode.`,
        remedy: 'Put a smaller picture into the tags, below 500 kB, or none.',
      };
    }
  },
});
