import { SoundMeter } from '../media/loudness.ts';
import type { Loudness } from '../model/media.ts';
import { CannotDecode, type Decodable, decodeAudio } from './pcm-decoder.ts';

/** Decodes a whole file through a meter, on this thread. Throws only for faults of ppod's own. */
export async function measureSound(path: string, audio: Decodable): Promise<Loudness> {
  const meter = new SoundMeter();
  try {
    for await (const block of decodeAudio(path, audio)) meter.add(block);
  } catch (error) {
    if (error instanceof CannotDecode) return { kind: 'unmeasured', reason: error.message };
    throw error;
  }
  const { report } = meter;
  if (report.durationSeconds === 0) return { kind: 'unmeasured', reason: 'cannot be decoded: no sound comes out' };
  return { kind: 'measured', report };
}
