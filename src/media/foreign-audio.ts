import type { AudioContainer } from '../model/media.ts';
import type { AudioFacts } from './audio-facts.ts';
import type { ByteSource } from './byte-source.ts';
import { readTags } from './tags.ts';

/** WebM and Windows Media, which no podcast directory takes: music-metadata's own figures will do to name them. */
export async function probeForeignAudio(
  source: ByteSource,
  container: AudioContainer & ('webm' | 'wma'),
): Promise<AudioFacts | undefined> {
  const mimeType = container === 'wma' ? 'audio/x-ms-wma' : 'audio/webm';
  const format = (await readTags(source, mimeType))?.format;
  if (format?.duration === undefined) return undefined;
  return {
    container,
    mimeType: format.hasVideo ? mimeType.replace('audio', 'video') : mimeType,
    codec: format.codec ?? 'unknown',
    durationSeconds: format.duration,
    bitrate: format.bitrate === undefined ? undefined : Math.round(format.bitrate),
    isVariableBitrate: false,
    hasSeekHeader: false,
    sampleRate: format.sampleRate,
    channels: format.numberOfChannels,
    isFastStart: undefined,
    faults: [],
    tags: source,
  };
}
