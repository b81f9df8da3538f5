/**
 * How much of what was read may be held in memory, so that a show of thousands of episodes needs hardly more of it than one of
 * hundreds. What finds no room is read again when it is asked for.
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
