/** The name of a moment in the page's address, in whole seconds: short enough to be read out. */
export function anchorName(seconds: number): string {
  return `t=${Math.floor(seconds)}`;
}

/** The ids of moments on one page. An id is unique, so the first place that asks for a moment's name gets it. */
export class Anchors {
  readonly #taken = new Set<string>();

  take(seconds: number): string | undefined {
    const name = anchorName(seconds);
    if (this.#taken.has(name)) return undefined;
    this.#taken.add(name);
    return name;
  }
}
