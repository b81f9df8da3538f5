/**
 * Why nothing was written:
 * - `out-folder`: the folder named with --out is not one that ppod may fill (wrong use of the command);
 * - `path`: an output may not have this path, or what stands there in dist is in the way;
 * - `clash`: two outputs would become one file;
 * - `source`: a file to be copied is not in the project;
 * - `busy`: another build holds the folder.
 */
export type DistRefusalReason = 'out-folder' | 'path' | 'clash' | 'source' | 'busy';

/** dist/ was left as it was, on purpose. `message` and `remedy` are plain sentences. */
export class DistRefusal extends Error {
  override readonly name = 'DistRefusal';
  readonly reason: DistRefusalReason;
  readonly remedy: string;

  constructor(reason: DistRefusalReason, message: string, remedy: string) {
    super(message);
    this.reason = reason;
    this.remedy = remedy;
  }
}
