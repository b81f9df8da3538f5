import { audioRule } from './audio-rule.ts';

/** Kilobits a second that satisfy Apple Podcasts and Spotify at once. */
const mono = { least: 96, most: 128 };
const stereo = { least: 128, most: 256 };
/** An encoder that varies its rate ends a little beside what it was asked for. */
const tolerance = 0.07;

export const audioBitrate = audioRule({
  id: 'audio-bitrate',
  severity: 'warning',
  enforces: ['audio-bitrate'],
  summary: 'The bit rate is outside what directories ask for: 96 to 128 kbit/s mono, 128 to 256 stereo.',
  why: 'Less sounds poor on some apps and is below the minimum of Spotify; more only makes downloads dear.',
  source: 'Apple Podcasts; Spotify',
  remedy: 'Export the audio with 96 kbit/s mono or 128 kbit/s stereo.',
  *judge({ name, audio: { bitrate, channels = 2 } }) {
    if (bitrate === undefined) return;
    const { least, most } = channels === 1 ? mono : stereo;
    const kilobits = bitrate / 1000;
    if (kilobits >= least * (1 - tolerance) && kilobits <= most * (1 + tolerance)) return;
    const kind = channels === 1 ? 'mono' : 'stereo';
    yield {
      message: `"${name}" has ${Math.round(kilobits)} kbit/s; directories ask for ${least} to ${most} in ${kind}.`,
      remedy: `Export the audio again from the original recording with ${least} kbit/s ${kind}.`,
    };
  },
});
