import { spawn } from 'node:child_process';
import { open } from 'node:fs/promises';
import { indexOf, uintLE } from '../media/bytes.ts';
import { frameRuns } from '../media/mpeg-stream.ts';
import type { PcmBlock } from '../media/pcm.ts';
import type { AudioInfo } from '../model/media.ts';
import { fileSource } from './byte-source.ts';

/** The sound of a file cannot be had on this machine. The message says why, for the person who runs ppod. */
export class CannotDecode extends Error {}

/** What of an audio file decides how it is decoded: any AudioInfo will do. */
export type Decodable = Pick<AudioInfo, 'container' | 'channels' | 'hasSeekHeader'>;

/**
 * Decodes an audio file as a stream, at its own sample rate and with its own channels, in blocks of about a second.
 * MP3 is decoded here, everything else by the program ffmpeg. Delay and padding that an encoder notes down are cut off,
 * as players do, so that time 0 is where listeners hear the beginning. Leaving the loop early frees everything.
 * @param path absolute path of the file
 * @throws CannotDecode where ffmpeg is needed and missing, or gives up
 */
export function decodeAudio(path: string, audio: Decodable): AsyncGenerator<PcmBlock> {
  return audio.container === 'mp3' ? decodeMp3(path, audio) : decodeByFfmpeg(path);
}

/** mpg123 gives mono as two equal channels; one of them is dropped. */
async function* decodeMp3(path: string, audio: Decodable): AsyncGenerator<PcmBlock> {
  const { MPEGDecoder } = await import('mpg123-decoder');
  // A header that counts only a part of the frames would make the decoder stop there.
  const decoder = new MPEGDecoder({ enableGapless: audio.hasSeekHeader });
  const file = await open(path);
  try {
    await decoder.ready;
    for await (const run of frameRuns(fileSource(file.fd))) {
      const { channelData, samplesDecoded, sampleRate } = decoder.decode(run);
      if (samplesDecoded > 0) yield { channels: channelData.slice(0, audio.channels ?? 2), sampleRate };
    }
  } finally {
    decoder.free();
    await file.close();
  }
}

/** ffmpeg may open no other file or address than this one, whatever the bytes ask for. */
const inputOptions = ['-nostdin', '-v', 'error', '-protocol_whitelist', 'file'];
/** Without the file's own texts, in which the name of a chunk could stand. */
const outputOptions = ['-map', '0:a:0', '-map_metadata', '-1', '-c:a', 'pcm_f32le', '-f', 'wav', '-bitexact', 'pipe:1'];
const formatChunk = 'fmt ';
const mostHeaderBytes = 64 * 1024;

async function* decodeByFfmpeg(path: string): AsyncGenerator<PcmBlock> {
  const child = spawn('ffmpeg', [...inputOptions, '-i', `file:${path}`, ...outputOptions], {
    stdio: ['ignore', 'pipe', 'ignore'],
    windowsHide: true,
  });
  const ended = new Promise<string | undefined>((resolve) => {
    child.once('error', () => resolve('needs the program ffmpeg, which is not installed here'));
    child.once('close', (code) => resolve(code === 0 ? undefined : 'cannot be decoded: ffmpeg gives up on it'));
  });
  try {
    yield* wavBlocks(child.stdout);
    const failure = await ended;
    if (failure !== undefined) throw new CannotDecode(failure);
  } finally {
    child.kill();
  }
}

/** Blocks of a WAVE stream of 32-bit floats, whose header says how many channels and samples a second. */
async function* wavBlocks(stream: AsyncIterable<Buffer>): AsyncGenerator<PcmBlock> {
  let pending: Buffer = Buffer.alloc(0);
  let format: { channels: number; sampleRate: number } | undefined;
  for await (const chunk of stream) {
    pending = Buffer.concat([pending, chunk]);
    if (format === undefined) {
      const data = indexOf(pending, 'data');
      if (data < 0 && pending.length > mostHeaderBytes) throw new CannotDecode('cannot be decoded');
      if (data < 0 || pending.length < data + 8) continue;
      const at = indexOf(pending, formatChunk) + 8;
      format = { channels: Math.max(1, uintLE(pending, at + 2, 2)), sampleRate: uintLE(pending, at + 4, 4) };
      pending = pending.subarray(data + 8);
    }
    const samples = Math.floor(pending.length / 4 / format.channels);
    if (samples > 0) yield { channels: separate(pending, format.channels, samples), sampleRate: format.sampleRate };
    pending = pending.subarray(samples * 4 * format.channels);
  }
}

function separate(bytes: Buffer, channels: number, samples: number): Float32Array[] {
  return Array.from({ length: channels }, (_, channel) =>
    Float32Array.from({ length: samples }, (_, i) => bytes.readFloatLE((i * channels + channel) * 4)),
  );
}
