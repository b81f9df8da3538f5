import type { Chapter } from './chapter.ts';

/** The kinds of audio and video that Apple Podcasts lists, and those that people mistake for them. */
export type AudioContainer = 'mp3' | 'm4a' | 'mp4' | 'mov' | 'wav' | 'flac' | 'ogg' | 'aiff' | 'aac' | 'webm' | 'wma';

/** What ppod reads out of an audio file's own bytes. Nothing here comes from the file's name. */
export interface AudioInfo {
  readonly container: AudioContainer;
  /** Apple's MIME type for the content: `audio/mpeg`, `audio/x-m4a`, … */
  readonly mimeType: string;
  /** As people say it: "MP3", "AAC", "ALAC", "Opus". */
  readonly codec: string;
  /** Above 0; 0 only where `isOnlyStated` and nobody stated it. */
  readonly durationSeconds: number;
  /** True for audio on another server: these are its former host's words, and ppod measured nothing. */
  readonly isOnlyStated?: true;
  /** True for an MP3 without a seek header on another server: its length was reckoned from samples of it. */
  readonly isEstimated?: true;
  /** Bits per second, averaged over the audio. */
  readonly bitrate: number | undefined;
  readonly isVariableBitrate: boolean;
  /** For an MP3: whether a Xing, Info or VBRI header lets players seek without reading the whole file. */
  readonly hasSeekHeader: boolean;
  readonly sampleRate: number | undefined;
  readonly channels: number | undefined;
  readonly tags: AudioTags;
  readonly chapters: readonly Chapter[];
  readonly picture: EmbeddedPicture | undefined;
  /** For MP4: whether the index precedes the audio, so that playing starts while downloading. */
  readonly isFastStart: boolean | undefined;
  /** Faults in the bytes that do not hide what the file is, such as an end that is missing. */
  readonly faults: readonly AudioFault[];
}

export interface AudioFault {
  readonly kind: 'truncated' | 'garbage-before-audio' | 'several-audio-streams' | 'damaged-tag';
  /** What was found, in plain words: "the last 38 seconds are missing". */
  readonly detail: string;
}

export interface AudioTags {
  readonly title?: string | undefined;
  readonly artist?: string | undefined;
  readonly album?: string | undefined;
  readonly comment?: string | undefined;
  /** As the tag has it: `2026`, `2026-03-01`, `2026-03-01T09:30:00`. Nobody has checked it. */
  readonly date?: string | undefined;
  readonly track?: number | undefined;
  /** Every tag field found, as `id` and text, for the scan of private data. */
  readonly all: readonly { readonly id: string; readonly text: string }[];
}

export interface EmbeddedPicture {
  readonly mimeType: string;
  readonly bytes: number;
}

export type ImageFormat = 'jpeg' | 'png' | 'webp' | 'gif' | 'svg' | 'avif' | 'heic' | 'tiff' | 'bmp';

/** What ppod reads out of a picture's own bytes. Pixels are as shown, after EXIF rotation. */
export interface ImageInfo {
  readonly format: ImageFormat;
  readonly mimeType: string;
  readonly width: number;
  readonly height: number;
  readonly colourSpace: 'rgb' | 'grey' | 'cmyk' | 'palette' | 'unknown';
  readonly hasAlpha: boolean;
  readonly bitsPerChannel: number | undefined;
  /** Pixels per inch, where the file says so. */
  readonly density: number | undefined;
  /** Whether the file ends where its format says it should. */
  readonly isComplete: boolean;
  /** Kinds of private metadata present: "GPS position", "camera", "author". */
  readonly privateMetadata: readonly string[];
  /** True for the stand-in that `ppod init` writes. */
  readonly isPlaceholder?: boolean;
}

/** Why a file in media/ could not be used as what it was named for. */
export type MediaFailure =
  | { readonly kind: 'missing' }
  | { readonly kind: 'not-a-file' }
  | { readonly kind: 'outside' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'unreadable'; readonly detail: string }
  /** The bytes are something else; `found` says what in plain words: "plain text", "a PDF document". */
  | { readonly kind: 'wrong-kind'; readonly found: string }
  /** Audio at a web address that cannot be had there; `detail` is a plain sentence about its server. */
  | { readonly kind: 'not-served'; readonly fault: ServingFault; readonly detail: string };

/** What keeps ppod from measuring audio at a web address. */
export type ServingFault =
  /** Nobody may ask the network. */
  | 'unasked'
  /** For now: no network, no answer, a server that is overloaded. */
  | 'unreachable'
  | 'missing'
  | 'refused'
  | 'certificate'
  | 'insecure'
  | 'private'
  /** The address leads round in a circle, or nowhere. */
  | 'astray'
  /** Name and password stand in the address. */
  | 'secret'
  /** The server compresses what it sends. */
  | 'packed'
  /** It does not say how many bytes there are. */
  | 'unsized'
  /** It sends something else than it says. */
  | 'untrue'
  | 'too-large';

/** How a server hands out the audio at a web address. */
export interface AudioHost {
  /** As the server names it; empty where it does not. */
  readonly contentType: string;
  /** Whether it sends a part of the file when asked for one. */
  readonly hasRanges: boolean;
  /** Where the server could not be asked and these are the figures of an earlier time: why, as a plain sentence. */
  readonly unconfirmed?: string;
}

/**
 * A file that the show names, read once, whatever it turned out to be. `path` is relative to the project, with `/`; or, of audio
 * that is not there, its web address.
 */
export type MediaFile =
  | {
      readonly path: string;
      readonly kind: 'audio';
      readonly bytes: number;
      readonly audio: AudioInfo;
      /** For audio at a web address, which then is its `path`. */
      readonly host?: AudioHost;
    }
  | {
      readonly path: string;
      readonly kind: 'image';
      readonly bytes: number;
      readonly image: ImageInfo;
      /** The first 16 hexadecimal digits of the SHA-256 of the file's bytes. */
      readonly hash: string;
    }
  | { readonly path: string; readonly kind: 'failed'; readonly bytes: number; readonly failure: MediaFailure };

/** A media file, and a digest of all that is said of it where that was worked out before: of a thousand it takes a while. */
export type MeasuredFile = MediaFile & { readonly digest?: string };

/** What measuring every sample of a sound finds. Levels are those of ITU-R BS.1770-4 and EBU R128. */
export interface LoudnessReport {
  /** Seconds of sound that were decoded. */
  readonly durationSeconds: number;
  /** Integrated, gated loudness in LUFS; absent where all is silence. Mono counts as the one channel it is. */
  readonly integratedLufs: number | undefined;
  /** The highest true peak of any channel in dBTP; absent where every sample is zero. */
  readonly truePeakDb: number | undefined;
  /** How often three or more samples in a row stand at full scale. */
  readonly clippings: number;
  /** Seconds before the first, and after the last, tenth of a second louder than −60 dBFS. */
  readonly silenceAtStartSeconds: number;
  readonly silenceAtEndSeconds: number;
  readonly image: 'mono' | 'stereo' | 'identical-channels' | 'left-only' | 'right-only' | 'out-of-phase';
  /** Peaks (0 to 1) of equal stretches, for drawing: one for every tenth of a second, at most 2,000 in all. */
  readonly waveform: { readonly secondsPerPeak: number; readonly peaks: readonly number[] };
}

/** The report; or why there is none, as the end of a sentence that begins with the file's name. */
export type Loudness =
  | { readonly kind: 'measured'; readonly report: LoudnessReport }
  | { readonly kind: 'unmeasured'; readonly reason: string };
