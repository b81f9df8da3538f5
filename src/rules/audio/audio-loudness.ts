import { decibels, heardRule } from './heard-rule.ts';

/** LUFS, for mono and stereo alike. */
const target = -16;
const tolerance = 1;

export const audioLoudness = heardRule({
  id: 'audio-loudness',
  severity: 'warning',
  enforces: ['audio-loudness'],
  summary: 'The audio is louder or quieter than −16 LUFS, or silent.',
  why: 'Listeners reach for the volume between two shows, and in a car a quiet one is lost.',
  source: 'Apple Podcasts (ITU-R BS.1770)',
  remedy: 'Set the loudness to −16 LUFS when you export the audio.',
  *judge({ name, report: { integratedLufs, truePeakDb } }) {
    if (truePeakDb === undefined || truePeakDb < -70) {
      yield {
        severity: 'error',
        message: `"${name}" is silent from beginning to end.`,
        remedy: 'Listen to the file, and export the recording again.',
      };
      return;
    }
    // Less than half a second has no loudness of its own.
    if (integratedLufs === undefined) return;
    const off = integratedLufs - target;
    if (Math.abs(off) <= tolerance + 0.05) return;
    yield {
      message: `"${name}" has a loudness of ${decibels(integratedLufs)} LUFS, ${Math.abs(off).toFixed(1)} ${off > 0 ? 'louder' : 'quieter'} than the −16 that apps expect.`,
      remedy: `Set the loudness to −16 LUFS when you export the audio (in Audacity: Loudness Normalization).`,
    };
  },
});
