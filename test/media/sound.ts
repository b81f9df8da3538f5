import type { PcmBlock } from '../../src/media/pcm.ts';

/** `seconds` of a sine in one channel. `peak` is in decibels below full scale. */
export function sine(sampleRate: number, seconds: number, peak: number, frequency = 997, phase = 0): Float32Array {
  const level = 10 ** (peak / 20);
  return Float32Array.from(
    { length: Math.round(sampleRate * seconds) },
    (_, i) => level * Math.sin((2 * Math.PI * frequency * i) / sampleRate + phase),
  );
}

export function joined(...parts: readonly Float32Array[]): Float32Array {
  return Float32Array.from(parts.flatMap((part) => [...part]));
}

/** The channels cut into blocks of `size` samples. */
export function* blocks(channels: readonly Float32Array[], sampleRate: number, size = 10_000): Generator<PcmBlock> {
  const length = channels[0]?.length ?? 0;
  for (let at = 0; at < length; at += size) {
    yield { channels: channels.map((channel) => channel.subarray(at, at + size)), sampleRate };
  }
}
