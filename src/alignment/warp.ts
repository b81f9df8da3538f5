import { featureCount } from './features.ts';

/**
 * The sentences of the reference, one after the other. Before each of them and after the last lie three rows without
 * sound of their own, for what is in only one of the two: at `gaps[k]` sentences left out before it, then a pause,
 * then a hole: sound that no sentence accounts for.
 */
export interface ReferenceRows {
  readonly rowCount: number;
  /** `featureCount` numbers a row; those of the three rows of a gap are not looked at. */
  readonly features: Float32Array;
  /** The first of the three rows before each sentence and, last, of the three at the end. */
  readonly gaps: Int32Array;
}

/** Rows of a gap, counted from its first. */
export const gapRows = 3;
const pauseRow = 1;
const holeRow = 2;

/** The recording, at the same frame length as the reference. */
export interface AudioColumns {
  readonly columnCount: number;
  readonly features: Float32Array;
  /** What it costs to leave a column to a pause: near nothing when it is quiet, much when it is loud. */
  readonly pauseCosts: Float32Array;
}

/** The columns in which each row may lie, first and last included. Neither bound ever goes back. */
export interface Windows {
  readonly first: Int32Array;
  readonly last: Int32Array;
}

export function everything({ rowCount }: ReferenceRows, { columnCount }: AudioColumns): Windows {
  return { first: new Int32Array(rowCount), last: new Int32Array(rowCount).fill(columnCount - 1) };
}

/** All in units of the distance that unlike sounds have on the average. */
export interface Prices {
  /** That distance itself. */
  readonly chanceDistance: number;
  /** Of going on in the audio or in the reference alone, over and above the distance. */
  readonly hesitation: number;
  /** Of each column in a hole that is not quiet, and of each row of a sentence left out. */
  readonly unmatched: number;
  /** Of beginning a hole, or of beginning to leave out sentences. */
  readonly opening: number;
}

export interface WarpPath {
  /** The first and last column of each row; a row that takes no column of its own has that of its neighbour. */
  readonly first: Int32Array;
  readonly last: Int32Array;
  /** 1 for each sentence that was left out. */
  readonly skipped: Uint8Array;
}

/** Called now and then during a long computation: lets other work be done, and throws to stop it. */
export type Rest = () => Promise<void>;

const cellsBetweenRests = 10_000_000;

/** How a cell was reached: two bits. In rows of sound: */
const fromBoth = 0;
const fromAudio = 1;
const fromReference = 2;
/** In a pause: `fromAudio`, `fromReference`, or straight from the row of sentences left out. */
const fromSkip = 3;
/** In that row, and in a hole: two flags. */
const opened = 1;
const inHole = 2;

/**
 * The cheapest way through audio and reference together: dynamic time warping in which sentences may be left out, and
 * audio between sentences may be left over. Memory: a few rows of costs, and two bits for each cell of the windows.
 * @returns `undefined` when the windows leave no way
 */
export function warp(
  reference: ReferenceRows,
  audio: AudioColumns,
  windows: Windows,
  prices: Prices,
  rest: Rest,
): Promise<WarpPath | undefined> {
  return new Warp(reference, audio, windows, prices).path(rest);
}

/** The costs of one row, over its window. */
class CostRow {
  row = 0;
  first = 0;
  last = -1;
  readonly costs: Float32Array;

  constructor(widest: number) {
    this.costs = new Float32Array(widest);
  }

  at(column: number): number {
    return column < this.first || column > this.last ? Infinity : (this.costs[column - this.first] ?? Infinity);
  }
}

class Warp {
  readonly #reference: ReferenceRows;
  readonly #audio: AudioColumns;
  readonly #windows: Windows;
  readonly #prices: Prices;
  readonly #moves: Uint8Array;
  readonly #offsets: Float64Array;
  readonly #distances: Float32Array;

  constructor(reference: ReferenceRows, audio: AudioColumns, windows: Windows, prices: Prices) {
    this.#reference = reference;
    this.#audio = audio;
    this.#windows = windows;
    this.#prices = prices;
    this.#offsets = new Float64Array(reference.rowCount);
    let cells = 0;
    let widest = 0;
    for (let row = 0; row < reference.rowCount; row++) {
      const width = (windows.last[row] ?? 0) - (windows.first[row] ?? 0) + 1;
      this.#offsets[row] = cells;
      cells += 4 * Math.ceil(width / 4);
      widest = Math.max(widest, width);
    }
    this.#moves = new Uint8Array(cells / 4);
    this.#distances = new Float32Array(widest);
  }

  async path(rest: Rest): Promise<WarpPath | undefined> {
    const { gaps, rowCount } = this.#reference;
    const row = () => new CostRow(this.#distances.length);
    const pause = row();
    const hole = row();
    let [skip, skipBefore] = [row(), row()];
    let [current, above] = [row(), row()];
    let cells = 0;
    for (const [sentence, gap] of gaps.entries()) {
      const left = sentence === 0 ? 0 : gap - (gaps[sentence - 1] ?? 0) - gapRows;
      [skip, skipBefore] = [skipBefore, skip];
      this.#fillSkip(this.#enter(skip, gap), skipBefore, hole, left * this.#prices.unmatched);
      this.#fillPause(this.#enter(pause, gap + pauseRow), left === 0 ? hole : above, skip);
      this.#fillHole(this.#enter(hole, gap + holeRow), pause);
      const end = gaps[sentence + 1] ?? rowCount;
      for (let place = gap + gapRows; place < end; place++) {
        this.#measure(this.#enter(current, place));
        this.#fill(current, place === gap + gapRows ? hole : above, place === gap + gapRows);
        [above, current] = [current, above];
        cells += above.last - above.first;
      }
      if (cells > cellsBetweenRests) {
        await rest();
        cells = 0;
      }
    }
    return hole.at(hole.last) < Infinity ? this.#traceBack() : undefined;
  }

  /** Makes `costs` the costs of row `row`, still to be filled in. */
  #enter(costs: CostRow, row: number): CostRow {
    costs.row = row;
    costs.first = this.#windows.first[row] ?? 0;
    costs.last = this.#windows.last[row] ?? 0;
    return costs;
  }

  /** The distances of one reference row to the columns of its window, into `#distances`. */
  #measure({ row, first, last }: CostRow): void {
    const a = this.#reference.features.subarray(row * featureCount, (row + 1) * featureCount);
    const b = this.#audio.features;
    const scale = 1 / this.#prices.chanceDistance;
    let place = first * featureCount;
    for (let column = first; column <= last; column++) {
      let sum = 0;
      for (let c = 0; c < featureCount; c++) {
        const difference = (a[c] ?? 0) - (b[place + c] ?? 0);
        sum += difference * difference;
      }
      place += featureCount;
      this.#distances[column - first] = Math.sqrt(sum) * scale;
    }
  }

  /**
   * A row of sound: it goes on in both, in the audio alone, or in the reference alone; but the first of a sentence has
   * a column of its own, so that no two sentences share one.
   */
  #fill(current: CostRow, above: CostRow, isFirst: boolean): void {
    const { hesitation } = this.#prices;
    const { row, first, last, costs } = current;
    const offset = this.#offsets[row] ?? 0;
    const { pauseCosts } = this.#audio;
    let left = Infinity;
    let move = fromBoth;
    let diagonal = above.at(first - 1);
    for (let column = first; column <= last; column++) {
      const distance = this.#distances[column - first] ?? 0;
      // To stay is cheap in a pause, and dear in sound: the more so the longer, as music may be like some one vowel.
      const drag = Math.min(hesitation, pauseCosts[column] ?? 0);
      const up = above.at(column);
      let best = diagonal + 2 * distance;
      const stay = left + distance + (move === fromAudio ? 2 * drag : drag);
      move = fromBoth;
      if (stay < best) {
        best = stay;
        move = fromAudio;
      }
      if (up + distance + hesitation < best && !isFirst) {
        best = up + distance + hesitation;
        move = fromReference;
      }
      costs[column - first] = best;
      this.#note(offset + column - first, move);
      left = best;
      diagonal = up;
    }
  }

  /** One more sentence is left out, the first of several or not. */
  #fillSkip(skip: CostRow, before: CostRow, hole: CostRow, price: number): void {
    const { row, first, last, costs } = skip;
    const offset = this.#offsets[row] ?? 0;
    const { opening } = this.#prices;
    for (let column = first; column <= last; column++) {
      const goOn = row === 0 ? Infinity : before.at(column);
      const open = row === 0 ? Infinity : hole.at(column) + opening;
      costs[column - first] = Math.min(goOn, open) + price;
      if (open < goOn) this.#note(offset + column - first, opened);
    }
  }

  #fillPause(pause: CostRow, above: CostRow, skip: CostRow): void {
    const { row, first, last, costs } = pause;
    const offset = this.#offsets[row] ?? 0;
    let left = Infinity;
    for (let column = first; column <= last; column++) {
      let best = row === pauseRow && column === first ? 0 : above.at(column);
      let move = fromReference;
      const stay = left + (this.#audio.pauseCosts[column] ?? 0);
      if (stay < best) {
        best = stay;
        move = fromAudio;
      }
      if (skip.at(column) < best) {
        best = skip.at(column);
        move = fromSkip;
      }
      costs[column - first] = best;
      this.#note(offset + column - first, move);
      left = best;
    }
  }

  #fillHole(hole: CostRow, pause: CostRow): void {
    const { row, first, last, costs } = hole;
    const offset = this.#offsets[row] ?? 0;
    const { unmatched } = this.#prices;
    // Before the first sentence and after the last there is often music: it costs nothing to expect it.
    const isAtEnd = row === holeRow || row === this.#reference.rowCount - 1;
    const opening = isAtEnd ? 0 : this.#prices.opening;
    let left = Infinity;
    for (let column = first; column <= last; column++) {
      const open = pause.at(column - 1) + opening;
      const inside = Math.min(left, open) + Math.min(unmatched, this.#audio.pauseCosts[column] ?? 0);
      const without = pause.at(column);
      costs[column - first] = Math.min(inside, without);
      this.#note(offset + column - first, (open < left ? opened : 0) | (inside < without ? inHole : 0));
      left = inside;
    }
  }

  #note(cell: number, move: number): void {
    const index = cell >>> 2;
    this.#moves[index] = (this.#moves[index] ?? 0) | (move << (2 * (cell & 3)));
  }

  #moveAt(row: number, column: number): number {
    const cell = (this.#offsets[row] ?? 0) + column - (this.#windows.first[row] ?? 0);
    return ((this.#moves[cell >>> 2] ?? 0) >> (2 * (cell & 3))) & 3;
  }

  /** Follows the moves from the end to the beginning. */
  #traceBack(): WarpPath {
    const { rowCount, gaps } = this.#reference;
    const path = {
      first: new Int32Array(rowCount),
      last: new Int32Array(rowCount),
      skipped: new Uint8Array(gaps.length - 1),
    };
    const { first, last } = path;
    let column = this.#windows.last[rowCount - 1] ?? 0;
    for (let sentence = gaps.length - 1; sentence >= 0; sentence--) {
      const gap = gaps[sentence] ?? 0;
      const end = gaps[sentence + 1] ?? rowCount;
      if (path.skipped[sentence] === 1) {
        first.fill(column, gap + gapRows, end);
        last.fill(column, gap + gapRows, end);
        if ((this.#moveAt(end, column) & opened) === 0) {
          first.fill(column, gap, gap + gapRows);
          last.fill(column, gap, gap + gapRows);
          path.skipped[sentence - 1] = 1;
          continue;
        }
      } else column = this.#traceSound(path, gap + gapRows, end, column);
      column = this.#traceHole(path, gap + holeRow, column);
      column = this.#tracePause(path, gap + pauseRow, column);
      first[gap] = column;
      last[gap] = column;
      if (sentence > 0 && this.#moveAt(gap + pauseRow, column) === fromSkip) path.skipped[sentence - 1] = 1;
    }
    return path;
  }

  /** @returns the column before the first of the sentence's rows, or the same one where both rows share it */
  #traceSound({ first, last }: WarpPath, start: number, end: number, from: number): number {
    let column = from;
    for (let row = end - 1; row >= start; row--) {
      last[row] = column;
      while (this.#moveAt(row, column) === fromAudio) column--;
      first[row] = column;
      if (this.#moveAt(row, column) === fromBoth) column--;
    }
    return column;
  }

  #traceHole({ first, last }: WarpPath, row: number, from: number): number {
    let column = from;
    last[row] = column;
    if ((this.#moveAt(row, column) & inHole) !== 0) {
      while ((this.#moveAt(row, column) & opened) === 0) column--;
      column--;
    }
    first[row] = column;
    return column;
  }

  #tracePause({ first, last }: WarpPath, row: number, from: number): number {
    let column = from;
    last[row] = column;
    while (this.#moveAt(row, column) === fromAudio) column--;
    first[row] = column;
    return column;
  }
}
