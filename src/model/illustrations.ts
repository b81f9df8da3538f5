/** A picture that ppod made, kept where it is read from again when it is written. */
export interface MadePicture {
  readonly format: 'avif' | 'webp' | 'jpeg' | 'png';
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** The SHA-256 of the bytes, in hexadecimal. */
  readonly hash: string;
  /** Throws when the machine fails. */
  read(): Uint8Array;
}

/** A made picture with its place in dist/. */
export interface Illustration extends MadePicture {
  /** Relative to dist/. Not percent-encoded. */
  readonly path: string;
}

/** What a waveform is drawn from. */
export interface Waveform {
  /** 0 to 1, one for each of equal stretches of the sound. */
  readonly peaks: readonly number[];
  /** Seconds from the first peak to the end of the last. */
  readonly seconds: number;
}

/** What ppod draws for the pages. Each map may lack anything: pages are whole without. */
export interface Illustrations {
  /** Smaller copies of a picture, by the picture's own path in dist/; formats from small to common, widths ascending. */
  readonly copies: ReadonlyMap<string, readonly Illustration[]>;
  /** The picture for those who share an episode, by its slug. */
  readonly cards: ReadonlyMap<string, Illustration>;
  /** The sound of an episode, by its slug. */
  readonly waveforms: ReadonlyMap<string, Waveform>;
}
