import { decibels, heardRule } from './heard-rule.ts';

/** dBTP. */
const highest = -1;

export const audioPeak = heardRule({
  id: 'audio-peak',
  severity: 'warning',
  enforces: ['audio-loudness'],
  summary: 'The loudest moments of the audio come too near to the limit, or are cut off at it.',
  why: 'Apps encode the audio once more; peaks above −1 dB then crackle. What is cut off cannot be mended later.',
  source: 'Apple Podcasts (ITU-R BS.1770)',
  remedy: 'Record at a lower level, and use a limiter at −1 dB when you export the audio.',
  *judge({ name, report: { truePeakDb, clippings } }) {
    if (clippings >= clippingsToHear) {
      yield {
        message: `"${name}" is cut off at full scale ${clippings} times, which is heard as crackling.`,
        remedy: 'Record at a lower level. If the recording itself is clean, export it again 3 dB lower.',
      };
    } else if (truePeakDb !== undefined && truePeakDb > highest + 0.05) {
      yield {
        message: `"${name}" has peaks of ${decibels(truePeakDb)} dB (true peak); they should stay below −1.`,
        remedy: 'Use a limiter at −1 dB when you export the audio.',
      };
    }
  },
});

/** A few may come from the encoder alone. */
const clippingsToHear = 3;
