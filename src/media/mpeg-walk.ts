import type { ByteSource } from './byte-source.ts';
import { isSameStream, type MpegFrame, mpegFrame } from './mpeg-frame.ts';
import { seekHeader } from './mpeg-seek-header.ts';

/** What walking a stream from frame to frame adds up to. */
export interface FrameWalk {
  readonly seconds: number;
  /** Bytes of whole frames. */
  readonly bytes: number;
  readonly isVariable: boolean;
  /** Whether the last frame is longer than what is left of the file. */
  readonly isCutOff: boolean;
}

const chunkBytes = 512 * 1024;
/** Longer than two frames: how far ahead a frame's successors can be. */
const lookAheadBytes = 8 * 1024;
/** Where no frame turns up within this much, there is no MPEG audio. */
const searchBytes = 1024 * 1024;

/** The first frame at or after `start`, and how many bytes before it are neither tag nor zero padding. */
export async function findFrame(
  source: ByteSource,
  start: number,
  end: number,
): Promise<{ frame: MpegFrame; offset: number; junk: number } | undefined> {
  const bytes = await source.read(start, Math.min(end - start, searchBytes));
  let junk = 0;
  for (let i = 0; i + 4 <= bytes.length; i++) {
    const frame = mpegFrame(bytes, i);
    if (frame !== undefined && (isFollowed(bytes, i, frame) || hasSeekHeader(bytes, i, frame))) {
      return { frame, offset: start + i, junk };
    }
    if (bytes[i] !== 0 || junk > 0) junk++;
  }
  const only = mpegFrame(bytes, 0);
  return only !== undefined && only.bytes === end - start ? { frame: only, offset: start, junk: 0 } : undefined;
}

function hasSeekHeader(bytes: Uint8Array, offset: number, frame: MpegFrame): boolean {
  return seekHeader(bytes.subarray(offset, offset + frame.bytes), frame) !== undefined;
}

/** Whether more frames of the same stream stand where they should: what chance does once in 10^9 bytes. */
function isFollowed(bytes: Uint8Array, offset: number, frame: MpegFrame): boolean {
  const next = mpegFrame(bytes, offset + frame.bytes);
  if (next === undefined || !isSameStream(frame, next)) return false;
  const after = offset + frame.bytes + next.bytes;
  return after + 4 > bytes.length || isSameStream(frame, mpegFrame(bytes, after));
}

/** Adds up every frame from `start` to `end`, reading in chunks; whatever lies between frames is stepped over. */
export async function walkFrames(source: ByteSource, start: number, end: number, like: MpegFrame): Promise<FrameWalk> {
  const walk = new Walk(like);
  let position = start;
  while (position + 4 <= end && !walk.isCutOff) {
    const chunk = await source.read(position, Math.min(chunkBytes, end - position));
    const isLast = position + chunk.length >= end;
    const advanced = walk.add(chunk, isLast ? chunk.length - 3 : chunk.length - lookAheadBytes);
    if (advanced <= 0) break;
    position += advanced;
  }
  return walk;
}

class Walk implements FrameWalk {
  seconds = 0;
  bytes = 0;
  isCutOff = false;
  #lowest = Number.POSITIVE_INFINITY;
  #highest = 0;
  #last: MpegFrame;
  #isInStep = true;

  constructor(like: MpegFrame) {
    this.#last = like;
  }

  get isVariable(): boolean {
    return this.#lowest < this.#highest;
  }

  /** Counts the frames that begin before `stop`; returns how far it came. */
  add(chunk: Uint8Array, stop: number): number {
    let i = 0;
    while (i < stop && !this.isCutOff) {
      const frame = mpegFrame(chunk, i);
      if (frame === undefined || !this.#belongs(chunk, i, frame)) {
        this.#isInStep = false;
        i++;
      } else {
        this.#count(frame, chunk.length - i);
        i += frame.bytes;
      }
    }
    return i;
  }

  /** After a gap, a header alone proves nothing: pictures and tags hold bytes that look like one. */
  #belongs(chunk: Uint8Array, offset: number, frame: MpegFrame): boolean {
    return (this.#isInStep && isSameStream(this.#last, frame)) || isFollowed(chunk, offset, frame);
  }

  #count(frame: MpegFrame, left: number): void {
    this.#last = frame;
    this.#isInStep = true;
    this.isCutOff = frame.bytes > left;
    if (this.isCutOff) return;
    this.seconds += frame.samples / frame.sampleRate;
    this.bytes += frame.bytes;
    this.#lowest = Math.min(this.#lowest, frame.bitrate);
    this.#highest = Math.max(this.#highest, frame.bitrate);
  }
}
