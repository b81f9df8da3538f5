import { audioRule } from './audio-rule.ts';

export const audioUnmeasured = audioRule({
  id: 'audio-unmeasured',
  severity: 'info',
  enforces: [],
  summary: 'Nobody could measure how loud the audio is.',
  why: 'ppod listens to MP3 by itself; for other kinds it needs the program ffmpeg.',
  source: 'ppod',
  remedy: 'Install ffmpeg, or publish an MP3.',
  *judge({ name, path, project }) {
    const loudness = project.loudness.get(path);
    if (loudness?.kind !== 'unmeasured') return;
    yield {
      message: `"${name}" ${loudness.reason}; so nobody knows how loud it is.`,
      remedy: 'See that it sounds right; or install the program ffmpeg, or publish an MP3.',
    };
  },
});
