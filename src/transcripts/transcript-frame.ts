/** What a transcript that stands alone says about its episode. */
export interface TranscriptFrame {
  readonly title?: string | undefined;
  /** BCP 47; `und` when it is not known. */
  readonly language: string;
  readonly advisory?: string | undefined;
  /** The address of the episode's page. */
  readonly pageUrl?: string | undefined;
}
