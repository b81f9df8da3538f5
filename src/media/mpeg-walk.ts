import type { ByteSource } from './byte-source.ts';
import { isSameStream, type MpegFrame, mpegFrame } from './mpeg-frame.ts';
import { seekHeader } from './mpeg-seek-header.ts';

const chunkBytes = 128 * 1024;
/** Longer than two frames: how far ahead a frame's successors can be. */
const lookAheadBytes = 8 * 1024;
/** How far to look for the first frame: a frame stands near the start, or damage does, or there is no MPEG audio. */
const searchBytes = [4 * 1024, 1024 * 1024];

/** The first frame at or after `start`, and how many bytes before it are neither tag nor zero padding. */
export async function findFrame(source: ByteSource, start: number, end: number): Promise<FirstFrame | undefined> {
  for (const length of searchBytes) {
    const bytes = await source.read(start, Math.min(end - start, length));
    const found = firstFrame(bytes, start);
    if (found !== undefined || start + bytes.length >= end) return found ?? onlyFrame(bytes, start);
  }
  return undefined;
}

export interface FirstFrame {
  readonly frame: MpegFrame;
  readonly offset: number;
  readonly junk: number;
}

function firstFrame(bytes: Uint8Array, start: number): FirstFrame | undefined {
  let junk = 0;
  for (let i = 0; i + 4 <= bytes.length; i++) {
    const frame = mpegFrame(bytes, i);
    if (frame !== undefined && (isFollowed(bytes, i, frame) || hasSeekHeader(bytes, i, frame))) {
      return { frame, offset: start + i, junk };
    }
    if (bytes[i] !== 0 || junk > 0) junk++;
  }
  return undefined;
}

/** A sound of a single frame, which nothing follows to prove it. */
function onlyFrame(bytes: Uint8Array, start: number): FirstFrame | undefined {
  const frame = mpegFrame(bytes, 0);
  return frame?.bytes === bytes.length ? { frame, offset: start, junk: 0 } : undefined;
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

/** A piece of a stream and the frames that begin in it, until the next is asked for. */
export interface FrameChunk {
  readonly bytes: Uint8Array;
  readonly frames: readonly { readonly frame: MpegFrame; readonly offset: number }[];
  /** Whether one more frame follows that is longer than what is left of the file. */
  readonly isCutOff: boolean;
}

/** Every frame from `start`, where one like `first` stands, to `end`; whatever lies between frames is stepped over. */
export async function* walkFrames(
  source: ByteSource,
  start: number,
  end: number,
  first: MpegFrame,
): AsyncGenerator<FrameChunk> {
  const steps = new Steps(first);
  const buffer = new Uint8Array(chunkBytes);
  let position = start;
  while (position + 4 <= end && !steps.isCutOff) {
    const bytes = await source.read(position, Math.min(chunkBytes, end - position), buffer);
    const isLast = position + bytes.length >= end;
    const { frames, next } = steps.through(bytes, isLast ? bytes.length - 3 : bytes.length - lookAheadBytes);
    if (next <= 0) return;
    yield { bytes, frames, isCutOff: steps.isCutOff };
    position += next;
  }
}

class Steps {
  isCutOff = false;
  #last: MpegFrame;
  #isInStep = true;

  constructor(first: MpegFrame) {
    this.#last = first;
  }

  /** The frames that begin before `stop`, and where the next one should. */
  through(bytes: Uint8Array, stop: number): { frames: { frame: MpegFrame; offset: number }[]; next: number } {
    const frames: { frame: MpegFrame; offset: number }[] = [];
    let offset = 0;
    while (offset < stop && !this.isCutOff) {
      const frame = mpegFrame(bytes, offset);
      this.#isInStep = frame !== undefined && this.#belongs(bytes, offset, frame);
      if (frame === undefined || !this.#isInStep) {
        // Every frame begins with this byte. Padding can be as long as the sound, so it is not gone through by hand.
        const next = bytes.indexOf(0xff, offset + 1);
        offset = next < 0 ? bytes.length : next;
        continue;
      }
      this.isCutOff = offset + frame.bytes > bytes.length;
      if (!this.isCutOff) frames.push({ frame, offset });
      this.#last = frame;
      offset += frame.bytes;
    }
    return { frames, next: offset };
  }

  /** After a gap, a header alone proves nothing: pictures and tags hold bytes that look like one. */
  #belongs(bytes: Uint8Array, offset: number, frame: MpegFrame): boolean {
    return (this.#isInStep && isSameStream(this.#last, frame)) || isFollowed(bytes, offset, frame);
  }
}
