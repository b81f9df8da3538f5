import type { Rule } from '../rule.ts';
import { audioBitrate } from './audio-bitrate.ts';
import { audioCbr } from './audio-cbr.ts';
import { audioChannels } from './audio-channels.ts';
import { audioCodec } from './audio-codec.ts';
import { audioEstimated } from './audio-estimated.ts';
import { audioId3 } from './audio-id3.ts';
import { audioLoudness } from './audio-loudness.ts';
import { audioM4aFaststart } from './audio-m4a-faststart.ts';
import { audioNoPrivateTags } from './audio-no-private-tags.ts';
import { audioPeak } from './audio-peak.ts';
import { audioPlaceholder } from './audio-placeholder.ts';
import { audioSamplerate } from './audio-samplerate.ts';
import { audioSides } from './audio-sides.ts';
import { audioSilence } from './audio-silence.ts';
import { audioSize } from './audio-size.ts';
import { audioTitleOther } from './audio-title-other.ts';
import { audioUnmeasured } from './audio-unmeasured.ts';

/** Rules on the sound itself. Add a line here and a file beside it. */
export const audioRules: readonly Rule<'episode'>[] = [
  audioBitrate,
  audioCbr,
  audioChannels,
  audioCodec,
  audioEstimated,
  audioId3,
  audioLoudness,
  audioM4aFaststart,
  audioNoPrivateTags,
  audioPeak,
  audioPlaceholder,
  audioSamplerate,
  audioSides,
  audioSilence,
  audioSize,
  audioTitleOther,
  audioUnmeasured,
];
