import type { AudioContainer, AudioInfo } from '../model/media.ts';

/** What feeds call the kinds of audio and video; each host has its own words. */
const containers: Readonly<Record<string, readonly [container: AudioContainer, codec: string]>> = {
  mpeg: ['mp3', 'MP3'],
  mp3: ['mp3', 'MP3'],
  'x-mpeg': ['mp3', 'MP3'],
  'x-m4a': ['m4a', 'AAC'],
  m4a: ['m4a', 'AAC'],
  mp4: ['mp4', 'MP4'],
  'x-m4v': ['mp4', 'MP4'],
  quicktime: ['mov', 'QuickTime'],
  ogg: ['ogg', 'Ogg'],
  opus: ['ogg', 'Opus'],
  wav: ['wav', 'WAV'],
  'x-wav': ['wav', 'WAV'],
  flac: ['flac', 'FLAC'],
  aac: ['aac', 'AAC'],
  webm: ['webm', 'WebM'],
};

/**
 * Audio that lies on another server, as its former host described it: nothing here was measured. `type` is a MIME type,
 * `durationSeconds` 0 where nobody stated it.
 */
export function statedAudio(type: string, durationSeconds: number): AudioInfo {
  const kind = type.slice(type.indexOf('/') + 1).toLowerCase();
  const [container, codec] = containers[kind] ?? ['mp3', type];
  return {
    container,
    mimeType: type,
    codec,
    durationSeconds,
    isOnlyStated: true,
    bitrate: undefined,
    isVariableBitrate: false,
    hasSeekHeader: false,
    sampleRate: undefined,
    channels: undefined,
    tags: { all: [] },
    chapters: [],
    picture: undefined,
    isFastStart: undefined,
    faults: [],
  };
}
