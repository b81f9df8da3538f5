/**
 * How much of what was read may be held in memory while other things are done, so that the largest shows can be built as well. What
 * finds no room is read again when it is asked for.
 */
export class Room {
  #bytes: number;

  constructor(bytes: number) {
    this.#bytes = bytes;
  }

  /** Whether anything found none. */
  isFull = false;

  /** Whether something of so many bytes may be held; its room is taken then. */
  take(bytes: number): boolean {
    this.isFull ||= bytes > this.#bytes;
    if (this.isFull) return false;
    this.#bytes -= bytes;
    return true;
  }
}
