import { latin1, uint } from './bytes.ts';
import type { MpegFrame } from './mpeg-frame.ts';

/** A header in the first frame that counts the frames: "Xing" or "Info" (LAME and others), "VBRI" (Fraunhofer). */
export interface SeekHeader {
  readonly isVariable: boolean;
  readonly frames: number;
  /** Bytes of audio, 0 where the header does not say. */
  readonly bytes: number;
}

/** The seek header in the frame that fills `bytes`, if it carries one that counts frames. */
export function seekHeader(bytes: Uint8Array, frame: MpegFrame): SeekHeader | undefined {
  return xingHeader(bytes, frame) ?? vbriHeader(bytes);
}

function xingHeader(bytes: Uint8Array, frame: MpegFrame): SeekHeader | undefined {
  const sideInfo = frame.version === 1 ? (frame.channels === 1 ? 17 : 32) : frame.channels === 1 ? 9 : 17;
  const at = 4 + sideInfo;
  const mark = latin1(bytes, at, 4);
  if (mark !== 'Xing' && mark !== 'Info') return undefined;
  const flags = uint(bytes, at + 4, 4);
  const frames = flags & 1 ? uint(bytes, at + 8, 4) : 0;
  if (frames === 0) return undefined;
  return { isVariable: mark === 'Xing', frames, bytes: flags & 2 ? uint(bytes, at + 12, 4) : 0 };
}

function vbriHeader(bytes: Uint8Array): SeekHeader | undefined {
  if (latin1(bytes, 36, 4) !== 'VBRI') return undefined;
  const frames = uint(bytes, 50, 4);
  return frames === 0 ? undefined : { isVariable: true, frames, bytes: uint(bytes, 46, 4) };
}
