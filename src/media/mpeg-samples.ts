import type { AudioFault } from '../model/media.ts';
import type { ByteSource } from './byte-source.ts';
import { isSameStream, type MpegFrame, mpegFrame } from './mpeg-frame.ts';
import { type FirstFrame, findFrame } from './mpeg-walk.ts';

/** The fault of a sound whose last frame is not whole. */
export const cutOff: AudioFault = { kind: 'truncated', detail: 'it stops in the middle of a sound frame' };

/** What is found about the frames of an MP3, however that is done. */
export interface Measured {
  readonly durationSeconds: number;
  readonly isEstimated?: boolean;
  readonly bitrate: number;
  readonly isVariable: boolean;
  readonly faults: readonly AudioFault[];
}

/** Looks at an MP3: here, there, at its beginning and at its end. */
const places = 8;
const sampleBytes = 8 * 1024;

/** A file that is hardly larger than what is looked at is read whole sooner. Bytes. */
const worthSampling = 2 * 1024 * 1024;

/**
 * How long an MP3 without a seek header plays, where reading all of it would be dear: when every frame that is looked at has
 * one bit rate, the size says it, to a frame or two. `undefined` where frames differ, and every one has to be counted.
 */
export async function measureBySamples(
  source: ByteSource,
  { frame: first, offset: start }: FirstFrame,
  end: number,
): Promise<Measured | undefined> {
  if (source.cost !== 'requests' || end - start < worthSampling) return undefined;
  const samples: Sample[] = [];
  for (let place = 0; place < places; place++) {
    const at = start + Math.floor(((end - start - sampleBytes) * place) / (places - 1));
    samples.push(await sampleAt(source, at, first));
  }
  const frames = samples.flatMap((sample) => sample.frames);
  const isEven = frames.every(({ bitrate }) => bitrate === first.bitrate);
  if (!isEven || samples.some((sample) => sample.frames.length < 2)) return undefined;
  return {
    durationSeconds: ((end - start) / meanBytes(frames, first) / first.sampleRate) * first.samples,
    isEstimated: true,
    bitrate: first.bitrate,
    isVariable: false,
    faults: samples.at(-1)?.isCutOff === true ? [cutOff] : [],
  };
}

interface Sample {
  readonly frames: readonly MpegFrame[];
  /** Whether a frame begins in it that ends behind it. */
  readonly isCutOff: boolean;
}

/** The whole frames in the sample at `at`; none where something else than this stream stands there. */
async function sampleAt(source: ByteSource, at: number, first: MpegFrame): Promise<Sample> {
  const found = await findFrame(source, at, at + sampleBytes);
  const bytes = await source.read(at, sampleBytes);
  const frames: MpegFrame[] = [];
  let offset = (found?.offset ?? at) - at;
  let frame = found?.frame;
  while (frame !== undefined && isSameStream(first, frame) && offset + frame.bytes <= bytes.length) {
    frames.push(frame);
    offset += frame.bytes;
    frame = mpegFrame(bytes, offset);
  }
  const isStray = frame !== undefined ? !isSameStream(first, frame) : offset + 4 <= bytes.length;
  return { frames: isStray ? [] : frames, isCutOff: frame !== undefined };
}

/** Encoders lengthen some frames by a byte so that the bit rate comes out exactly; others never do. */
function meanBytes(frames: readonly MpegFrame[], first: MpegFrame): number {
  const isPadded = frames.some(({ bytes }) => bytes !== first.bytes);
  return isPadded ? (first.samples * first.bitrate) / 8 / first.sampleRate : first.bytes;
}
