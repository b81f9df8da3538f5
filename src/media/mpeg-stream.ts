import type { ByteSource } from './byte-source.ts';
import { endOfAudio, leadingTags } from './id3.ts';
import { isSameStream, type MpegFrame } from './mpeg-frame.ts';
import { type FrameChunk, findFrame, walkFrames } from './mpeg-walk.ts';

/** Small enough that a decoder's answer to one run stays within a megabyte or two. */
const mostRunBytes = 32 * 1024;

/**
 * The frames of an MP3, in order, in runs of whole frames: what a decoder is fed, with no tag, picture or damage
 * between them. Frames of another sample rate than the first one's are left out.
 */
export async function* frameRuns(source: ByteSource): AsyncGenerator<Uint8Array> {
  const { end: start } = await leadingTags(source);
  const end = await endOfAudio(source, start);
  const first = await findFrame(source, start, end);
  if (first === undefined) return;
  for await (const chunk of walkFrames(source, first.offset, end, first.frame)) yield* runsIn(chunk, first.frame);
}

function* runsIn({ bytes, frames }: FrameChunk, first: MpegFrame): Generator<Uint8Array> {
  let [start, end] = [0, 0];
  for (const { frame, offset } of frames) {
    if (!isSameStream(first, frame)) continue;
    if (offset !== end || end - start >= mostRunBytes) {
      if (end > start) yield bytes.subarray(start, end);
      start = offset;
    }
    end = offset + frame.bytes;
  }
  if (end > start) yield bytes.subarray(start, end);
}
