/** One sentence, spoken. */
export interface Utterance {
  /** Mono, -1 … 1; silence before and after is allowed. */
  readonly samples: Float32Array;
  /** Samples a second: the same in every utterance of a voice. */
  readonly sampleRate: number;
}

/** A speech synthesiser: it need not sound well, only say the right sounds in the right order. */
export interface Voice {
  /**
   * Speaks each text by itself, in the order given: as many utterances as texts. One that cannot be spoken (a lone
   * dash) is an utterance of no samples.
   * @param language BCP 47 tag, such as `en-GB`
   * @throws Error when the synthesiser fails, or when `signal` is aborted
   */
  synthesise(texts: readonly string[], language: string, signal?: AbortSignal): AsyncIterable<Utterance>;
}
