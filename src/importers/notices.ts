/** One thing that a person should know of an import. */
export interface Notice {
  /** `missing`: it did not come over. `person`: somebody has to decide. `odd`: the feed is odd here, and this is how it was read. */
  readonly kind: 'missing' | 'person' | 'odd';
  readonly message: string;
  /** The episodes that it is about, by title; none for the show. */
  readonly episodes: readonly string[];
}

/** Gathers notices; the same words about many episodes become one notice. */
export class Notices {
  readonly #found = new Map<
    string,
    { readonly kind: Notice['kind']; readonly message: string; readonly episodes: string[] }
  >();

  add(kind: Notice['kind'], message: string, episode?: string): void {
    const key = `${kind} ${message}`;
    const notice = this.#found.get(key) ?? { kind, message, episodes: [] };
    if (episode !== undefined) notice.episodes.push(episode);
    this.#found.set(key, notice);
  }

  list(): readonly Notice[] {
    return [...this.#found.values()];
  }
}
