import { text, u16, u32 } from './bytes.ts';

export interface Tags {
  readonly title: string;
  readonly artist: string;
  readonly album: string;
  /** A JPEG. */
  readonly picture?: Buffer | undefined;
  readonly chapters?: readonly { readonly title: string; readonly start: number; readonly end: number }[] | undefined;
}

/** An ID3v2 tag, to stand before the sound. Times of chapters are seconds. */
export function id3v2(version: 3 | 4, { title, artist, album, picture, chapters = [] }: Tags): Buffer {
  const size = version === 4 ? syncSafe : u32;
  const frame = (id: string, body: Buffer) => Buffer.concat([text(id), size(body.length), u16(0), body]);
  const words = (id: string, value: string) => frame(id, Buffer.concat([Buffer.of(0), text(value)]));
  const frames = [words('TIT2', title), words('TPE1', artist), words('TALB', album)];
  if (picture !== undefined) {
    frames.push(frame('APIC', Buffer.concat([Buffer.of(0), text('image/jpeg\0'), Buffer.of(3, 0), picture])));
  }
  if (chapters.length > 0) {
    const ids = chapters.map((_, i) => text(`chp${i}\0`));
    frames.push(frame('CTOC', Buffer.concat([text('toc\0'), Buffer.of(3, chapters.length), ...ids])));
  }
  for (const [i, { title: name, start, end }] of chapters.entries()) {
    const places = [start * 1000, end * 1000, 0xffffffff, 0xffffffff].map((place) => u32(Math.round(place)));
    frames.push(frame('CHAP', Buffer.concat([text(`chp${i}\0`), ...places, words('TIT2', name)])));
  }
  const padding = Buffer.alloc(512);
  const body = Buffer.concat([...frames, padding]);
  return Buffer.concat([text('ID3'), Buffer.of(version, 0, 0), syncSafe(body.length), body]);
}

/** An ID3v1 tag, to stand behind the sound. */
export function id3v1({ title, artist, album }: Tags): Buffer {
  const field = (value: string) => text(value.slice(0, 30).padEnd(30, '\0'));
  return Buffer.concat([text('TAG'), field(title), field(artist), field(album), Buffer.alloc(34), Buffer.of(101)]);
}

/** Seven bits in each byte, so that nothing in a tag looks like a frame. */
function syncSafe(value: number): Buffer {
  return Buffer.of((value >> 21) & 127, (value >> 14) & 127, (value >> 7) & 127, value & 127);
}
