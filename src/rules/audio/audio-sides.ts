import type { LoudnessReport } from '../../model/media.ts';
import { heardRule } from './heard-rule.ts';

export const audioSides = heardRule({
  id: 'audio-sides',
  severity: 'warning',
  enforces: [],
  summary: 'One side of the stereo is silent, the two cancel each other out, or they are the same.',
  why: 'With one earphone, or on a phone, a listener hears half of it or nothing. Two equal sides only cost data.',
  source: 'ppod',
  remedy: 'Mix the audio down to mono, and export it again.',
  *judge({ name, report: { image } }) {
    const fault = faults[image];
    if (fault === undefined) return;
    yield {
      ...(image === 'identical-channels' ? { severity: 'info' as const } : {}),
      message: `"${name}" ${fault}.`,
      remedy:
        image === 'out-of-phase'
          ? 'Invert one of the two sides in your editor, then mix down to mono and export again.'
          : 'Mix it down to mono, and export it again.',
    };
  },
});

const faults: Partial<Record<LoudnessReport['image'], string>> = {
  'left-only': 'is heard on the left side only: the right one is silent',
  'right-only': 'is heard on the right side only: the left one is silent',
  'out-of-phase': 'has two sides that cancel each other out: a phone with one loudspeaker plays next to nothing',
  'identical-channels': 'is stereo with the same sound on both sides, which doubles the size for nothing',
};
