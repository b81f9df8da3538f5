import { Buffer } from 'node:buffer';
import { closeSync, openSync, readSync, writeFileSync } from 'node:fs';
import type { Piece } from './kept-outputs.ts';
import { MachineFailure } from './machine-failure.ts';

/** Bytes that are copied at once, more or less. */
const mostAtOnce = 1_000_000;

/** A new file that is written piece by piece, and takes pieces out of an old one. */
export class Draft {
  readonly #file: number;
  readonly #old: number | undefined;
  /** Pieces to be copied that lie one behind the other: to ask the system for each of thousands takes longer than to copy them. */
  #run: Piece = { start: 0, length: 0 };

  /** `old`: where there is one. Throws when there is a file at `path` already. */
  constructor(path: string, old: string | undefined) {
    this.#file = openSync(path, 'wx');
    this.#old = old === undefined ? undefined : openSync(old, 'r');
  }

  /** Answers how many bytes `contents` have. */
  write(contents: string): number {
    this.finish();
    writeFileSync(this.#file, contents);
    return Buffer.byteLength(contents);
  }

  copy(piece: Piece): number {
    const { start, length } = this.#run;
    const follows = start + length === piece.start && length < mostAtOnce;
    if (!follows) this.finish();
    this.#run = follows ? { start, length: length + piece.length } : piece;
    return piece.length;
  }

  /** Copies what is still to be copied. */
  finish(): void {
    const { start, length } = this.#run;
    this.#run = { start: 0, length: 0 };
    if (this.#old === undefined || length === 0) return;
    const bytes = Buffer.alloc(length);
    if (readSync(this.#old, bytes, 0, length, start) < length) {
      throw new MachineFailure('The output folder was changed while ppod was at work.', 'Run ppod again.', 'ESTALE');
    }
    writeFileSync(this.#file, bytes);
  }

  close(): void {
    closeSync(this.#file);
    if (this.#old !== undefined) closeSync(this.#old);
  }
}
