/** A marked moment of an episode. Times are seconds from the start of the audio. */
export interface Chapter {
  readonly startSeconds: number;
  readonly endSeconds?: number | undefined;
  readonly title: string;
  readonly url?: string | undefined;
  /** An https address, or a file in media/. */
  readonly image?: string | undefined;
  /** False for a chapter that players jump to but do not list. */
  readonly listed?: boolean | undefined;
}
