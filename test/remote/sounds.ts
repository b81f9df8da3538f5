import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Each recording is lengthened to about this, so that a part of it is not the whole. Bytes. */
const goal = 3_000_000;

function fixture(name: string): Buffer {
  return readFileSync(join(import.meta.dirname, '../media/fixtures', name));
}

/** `bytes` as often as it takes to have `goal`. */
function repeated(bytes: Uint8Array): Buffer {
  return Buffer.concat(Array.from({ length: Math.ceil(goal / bytes.length) }, () => bytes));
}

/** An MP3 without a header before its frames. */
export function bareMp3(name: 'cbr-bare.mp3' | 'vbr-bare.mp3'): Buffer {
  return repeated(fixture(name));
}

/** An MP3 whose first frame counts the others. */
export function mp3WithHeader(name: 'cbr-info.mp3' | 'vbr-xing.mp3', seconds: number): Buffer {
  const short = fixture(name);
  const mark = Math.max(short.indexOf('Info', 0, 'latin1'), short.indexOf('Xing', 0, 'latin1'));
  const sound = repeated(fixture(name === 'cbr-info.mp3' ? 'cbr-bare.mp3' : 'vbr-bare.mp3'));
  const head = Buffer.from(short.subarray(0, mark + 120));
  // Frames of 26 ms, and bytes from the header's own frame on.
  head.writeUInt32BE(Math.round(seconds / 0.026122), mark + 8);
  const whole = Buffer.concat([head, short.subarray(mark + 120, short.length), sound]);
  whole.writeUInt32BE(whole.length - (mark - 36), mark + 12);
  return whole;
}

/** An M4A with `goal` bytes of room where they move nothing: before the index at its end, or behind everything. */
export function longM4a(name: string): Buffer {
  const short = fixture(name);
  const room = Buffer.alloc(goal);
  room.writeUInt32BE(goal, 0);
  room.write('free', 4, 'latin1');
  const index = short.indexOf('moov', 0, 'latin1') - 4;
  const isLast = index > short.indexOf('mdat', 0, 'latin1');
  return isLast ? Buffer.concat([short.subarray(0, index), room, short.subarray(index)]) : Buffer.concat([short, room]);
}

/** A WAV of silence. */
export function longWav(): Buffer {
  const short = fixture('tone.wav');
  const data = short.indexOf('data', 0, 'latin1');
  const whole = Buffer.concat([short.subarray(0, data + 8), Buffer.alloc(goal)]);
  whole.writeUInt32LE(whole.length - 8, 4);
  whole.writeUInt32LE(goal, data + 4);
  return whole;
}

/** An Ogg whose last page comes again and again, numbered, without its mark that the sound ends there. */
export function longOgg(name: 'tone.opus' | 'tone.ogg'): Buffer {
  const short = fixture(name);
  const last = short.lastIndexOf('OggS', undefined, 'latin1');
  const pages = Array.from({ length: Math.ceil(goal / (short.length - last)) }, (_, index) => {
    const page = Buffer.from(short.subarray(last));
    page.writeUInt8(page.readUInt8(5) & ~4, 5);
    page.writeUInt32LE(page.readUInt32LE(18) + index, 18);
    return page;
  });
  return Buffer.concat([short.subarray(0, last), ...pages, short.subarray(last)]);
}
