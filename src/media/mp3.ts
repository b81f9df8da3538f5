import type { AudioFault } from '../model/media.ts';
import type { AudioFacts } from './audio-facts.ts';
import type { ByteSource } from './byte-source.ts';
import { endOfAudio, leadingTags } from './id3.ts';
import type { MpegFrame } from './mpeg-frame.ts';
import { cutOff, type Measured, measureBySamples } from './mpeg-samples.ts';
import { type SeekHeader, seekHeader } from './mpeg-seek-header.ts';
import { type FirstFrame, findFrame, walkFrames } from './mpeg-walk.ts';
import { secondsInWords } from './words.ts';

/** Tags with a picture take a megabyte; what is longer is no tag that anyone wrote on purpose. */
const mostTagBytes = 16 * 1024 * 1024;
const someFrames = 4096;

/**
 * The facts of an MP3 (or MP2). The duration is frames times samples, encoder padding included, as ffprobe and
 * music-metadata count it: from the seek header, or where there is none by walking every frame. `undefined` when no
 * frame is found.
 */
export async function probeMp3(source: ByteSource): Promise<AudioFacts | undefined> {
  const tags = await leadingTags(source);
  const end = await endOfAudio(source, tags.end);
  const first = await findFrame(source, tags.end, end);
  if (first === undefined) return undefined;
  const { frame, offset } = first;
  const seek = seekHeader(await source.read(offset, frame.bytes), frame);
  const available = end - offset;
  const measured =
    seek === undefined || isOutgrown(seek, available)
      ? ((await measureBySamples(source, first, end)) ??
        (await measureByWalking(source, seek === undefined ? offset : offset + frame.bytes, end, frame)))
      : measureByHeader(seek, available, frame);
  const faults: AudioFault[] = [...measured.faults];
  if (tags.isDamaged) faults.push({ kind: 'damaged-tag', detail: 'its ID3 tag claims to be longer than the file' });
  else if (first.junk > 0) {
    faults.push({
      kind: 'garbage-before-audio',
      detail: `${first.junk} bytes of something else come before the sound`,
    });
  }
  return {
    container: 'mp3',
    mimeType: 'audio/mpeg',
    codec: `MP${frame.layer}`,
    durationSeconds: measured.durationSeconds,
    ...(measured.isEstimated && { isEstimated: true }),
    bitrate: measured.bitrate,
    isVariableBitrate: measured.isVariable,
    hasSeekHeader: seek !== undefined && !isOutgrown(seek, available),
    sampleRate: frame.sampleRate,
    channels: frame.channels,
    isFastStart: undefined,
    faults,
    tags: await tagBytes(source, first, end),
  };
}

/**
 * The tags before and after the sound, as a small MP3 of its own. A little of the sound keeps whoever looks for its frames from taking
 * them out of the tags behind, or out of junk; where there is neither, it is left out.
 */
async function tagBytes(
  source: ByteSource,
  { offset: start, junk }: FirstFrame,
  end: number,
): Promise<Uint8Array | undefined> {
  const isWholeSound = end === source.size;
  if (start === 0 && isWholeSound) return undefined;
  const sound = isWholeSound && junk === 0 ? 0 : someFrames;
  const head = await source.read(0, Math.min(start, mostTagBytes) + sound);
  const tail = await source.read(end, Math.min(source.size - end, mostTagBytes));
  return Buffer.concat([head, tail]);
}

function measureByHeader(seek: SeekHeader, available: number, frame: MpegFrame): Measured {
  const durationSeconds = (seek.frames * frame.samples) / frame.sampleRate;
  const audioBytes = seek.bytes || available;
  const missingSeconds = durationSeconds * (1 - available / audioBytes);
  return {
    durationSeconds,
    bitrate: Math.round(((audioBytes - frame.bytes) * 8) / durationSeconds),
    isVariable: seek.isVariable,
    faults:
      audioBytes - available > frame.bytes
        ? [{ kind: 'truncated', detail: `it breaks off ${secondsInWords(missingSeconds)} before its end` }]
        : [],
  };
}

async function measureByWalking(source: ByteSource, from: number, end: number, first: MpegFrame): Promise<Measured> {
  let [seconds, bytes, lowest, highest] = [0, 0, Number.POSITIVE_INFINITY, 0];
  let isTruncated = false;
  for await (const chunk of walkFrames(source, from, end, first)) {
    for (const { frame } of chunk.frames) {
      seconds += frame.samples / frame.sampleRate;
      bytes += frame.bytes;
      lowest = Math.min(lowest, frame.bitrate);
      highest = Math.max(highest, frame.bitrate);
    }
    isTruncated = chunk.isCutOff;
  }
  return {
    durationSeconds: seconds,
    bitrate: seconds > 0 ? Math.round((bytes * 8) / seconds) : first.bitrate,
    isVariable: lowest < highest,
    faults: isTruncated ? [cutOff] : [],
  };
}

/** A file glued together from several keeps the first one's header, which then counts only the first part. */
function isOutgrown(seek: SeekHeader, available: number): boolean {
  return seek.bytes > 0 && available > seek.bytes * 1.05 + 64 * 1024;
}
