import type { ByteSource } from './byte-source.ts';
import { uint } from './bytes.ts';
import { type Box, boxContents, boxesIn } from './mp4-boxes.ts';
import type { Track } from './mp4-track.ts';

const mostFragmentBytes = 1024 * 1024;

/** How long `track` plays in a file written as a stream: its samples are counted in each fragment (`moof`) instead. */
export async function fragmentedSeconds(
  source: ByteSource,
  boxes: readonly Box[],
  moov: Uint8Array,
  track: Track,
): Promise<number> {
  const defaults = [...boxesIn(boxContents(moov, 'mvex'))].filter((box) => box.name === 'trex');
  const usual = defaults.find((box) => uint(box.contents, 4, 4) === track.id);
  let units = 0;
  for (const fragment of boxes.filter((box) => box.name === 'moof' && box.size <= mostFragmentBytes)) {
    const moof = await source.read(fragment.start, fragment.size);
    for (const { name, contents } of boxesIn(moof)) {
      if (name !== 'traf' || uint(boxContents(contents, 'tfhd'), 4, 4) !== track.id) continue;
      units += runUnits(contents, usual === undefined ? 0 : uint(usual.contents, 12, 4));
    }
  }
  return units / (track.timeScale || 1);
}

/** The time units of a track's part in a fragment. Flags say which fields are there (ISO/IEC 14496-12, 8.8.7, 8.8.8). */
function runUnits(traf: Uint8Array, usual: number): number {
  const header = boxContents(traf, 'tfhd');
  const flags = uint(header, 1, 3);
  const at = 8 + (flags & 1 ? 8 : 0) + (flags & 2 ? 4 : 0);
  const duration = flags & 8 ? uint(header, at, 4) : usual;
  let units = 0;
  for (const { name, contents } of boxesIn(traf)) if (name === 'trun') units += unitsOf(contents, duration);
  return units;
}

function unitsOf(trun: Uint8Array, duration: number): number {
  const flags = uint(trun, 1, 3);
  const count = uint(trun, 4, 4);
  if ((flags & 0x100) === 0) return count * duration;
  const first = 8 + (flags & 1 ? 4 : 0) + (flags & 4 ? 4 : 0);
  const width = [0x100, 0x200, 0x400, 0x800].filter((flag) => flags & flag).length * 4;
  let units = 0;
  for (let i = 0, at = first; i < count && at < trun.length; i++, at += width) units += uint(trun, at, 4);
  return units;
}
