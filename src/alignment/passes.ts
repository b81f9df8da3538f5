import { framesASecond } from './cepstra.ts';
import { average, distance, featureCount, standardise, weigh } from './features.ts';
import { chanceCost } from './saying-cost.ts';
import {
  type AudioColumns,
  gapRows,
  type Prices,
  type ReferenceRows,
  type Rest,
  type WarpPath,
  type Windows,
  warp,
} from './warp.ts';

/** A recording as the passes see it, 10 ms a frame. */
export interface Sound {
  /** `featureCount` numbers a frame. */
  readonly features: Float32Array;
  /** 0 (sound) to 1 (a pause), one number a frame. */
  readonly quietness: Float32Array;
}

/** The sentences in the synthetic voice, one after the other. */
export interface SpokenSentences {
  readonly features: Float32Array;
  /** The first frame of each sentence and, last, the count of frames. */
  readonly starts: Int32Array;
}

/** When each sentence must start, in seconds from the start of the sound: not before `earliest`, not after `latest`. */
export interface Bounds {
  readonly earliest: Float64Array;
  readonly latest: Float64Array;
}

/** Both recordings at one frame length, and the way through them. */
export interface Match {
  /** Frames of 10 ms in a row or a column. */
  readonly width: number;
  readonly rows: ReferenceRows;
  readonly columns: AudioColumns;
  readonly prices: Prices;
  readonly path: WarpPath;
}

/** The first pass sees everything: its frames grow with the recording, so that its time and memory do not. */
const coarsestCells = 6e8;
const coarseWidth = 16;
const laterPasses = [
  { width: 4, marginSeconds: 8 },
  { width: 1, marginSeconds: 1.5 },
];
export const passCount = 1 + laterPasses.length;

/** In units of the distance of unlike sounds. Speech on its own words comes to 0.6–0.7, on others to about 0.8. */
const hesitation = 0.3;
/** A hole is dearer than words where they are not, by this factor: only what fits worse than by chance is left out. */
const unmatchedOverChance = 1.2;
const openingSeconds = 0.75;
const loudPause = 1.5;
const quietPause = 0.05;

/**
 * Finds the sentences in the sound: roughly over its whole length, then twice more finely near what was found.
 * @param rest called between and during the passes
 * @returns the finest match, or `undefined` when the bounds leave no way
 */
export async function match(
  sentences: SpokenSentences,
  sound: Sound,
  bounds: Bounds,
  rest: (passesDone: number) => Promise<void>,
): Promise<Match | undefined> {
  const cells = (sentences.features.length / featureCount) * (sound.features.length / featureCount);
  let found: Match | undefined;
  const passes = [
    { width: Math.max(coarseWidth, Math.ceil(Math.sqrt(cells / coarsestCells))), marginSeconds: Infinity },
    ...laterPasses,
  ];
  for (const [done, { width, marginSeconds }] of passes.entries()) {
    await rest(done);
    const scene = await sceneOf(sentences, sound, width, () => rest(done));
    const windows = windowsOf(scene, bounds, found, marginSeconds);
    const path = await warp(scene.rows, scene.columns, windows, scene.prices, () => rest(done));
    if (path === undefined) return undefined;
    found = { ...scene, path };
  }
  return found;
}

type Scene = Omit<Match, 'path'>;

async function sceneOf(sentences: SpokenSentences, sound: Sound, width: number, rest: Rest): Promise<Scene> {
  const rows = rowsOf(sentences, width);
  const columns = columnsOf(sound, width);
  const distances = { chanceDistance: chanceDistance(rows, columns), hesitation };
  const chance = await chanceCost(rows, columns, { ...distances, unmatched: Infinity, opening: Infinity }, rest);
  const unmatched = unmatchedOverChance * chance;
  const opening = (openingSeconds * unmatched * framesASecond) / width;
  return { width, rows, columns, prices: { ...distances, unmatched, opening } };
}

export function rowsOf({ features, starts }: SpokenSentences, width: number): ReferenceRows {
  const sentences = starts.length - 1;
  const gaps = new Int32Array(sentences + 1);
  for (let k = 0; k < sentences; k++)
    gaps[k + 1] = (gaps[k] ?? 0) + gapRows + Math.ceil(((starts[k + 1] ?? 0) - (starts[k] ?? 0)) / width);
  const rowCount = (gaps[sentences] ?? 0) + gapRows;
  const rows = new Float32Array(rowCount * featureCount);
  for (let k = 0; k < sentences; k++)
    average(features, starts[k] ?? 0, starts[k + 1] ?? 0, width, rows, (gaps[k] ?? 0) + gapRows);
  const isSound = new Uint8Array(rowCount).fill(1);
  for (const gap of gaps) isSound.fill(0, gap, gap + gapRows);
  if (width > 1) standardise(rows, isSound);
  weigh(rows);
  return { rowCount, features: rows, gaps };
}

export function columnsOf({ features, quietness }: Sound, width: number): AudioColumns {
  const frames = quietness.length;
  const columnCount = Math.ceil(frames / width);
  const columns = new Float32Array(columnCount * featureCount);
  average(features, 0, frames, width, columns, 0);
  const pauseCosts = new Float32Array(columnCount);
  const isSound = new Uint8Array(columnCount);
  for (let column = 0; column < columnCount; column++) {
    const end = Math.min(frames, (column + 1) * width);
    let sum = 0;
    for (let frame = column * width; frame < end; frame++) sum += quietness[frame] ?? 0;
    const quiet = sum / (end - column * width);
    pauseCosts[column] = quiet * quietPause + (1 - quiet) * loudPause;
    isSound[column] = quiet < 0.5 ? 1 : 0;
  }
  if (width > 1) standardise(columns, isSound);
  weigh(columns);
  return { columnCount, features: columns, pauseCosts };
}

/** Where to look: within the bounds and, in a finer pass, so many seconds around what the pass before it found. */
function windowsOf({ width, rows, columns }: Scene, bounds: Bounds, found: Match | undefined, margin: number): Windows {
  const first = new Int32Array(rows.rowCount);
  const last = new Int32Array(rows.rowCount).fill(columns.columnCount - 1);
  const column = (seconds: number) => Math.floor(Math.min((seconds * framesASecond) / width, columns.columnCount - 1));
  for (let k = 0; k + 1 < rows.gaps.length; k++) {
    const start = (rows.gaps[k] ?? 0) + gapRows;
    first.fill(Math.max(0, column(bounds.earliest[k] ?? 0)), start, (rows.gaps[k + 1] ?? 0) + gapRows);
    const latest = column(bounds.latest[k] ?? Infinity);
    for (let row = start; row >= 0 && (last[row] ?? 0) > latest; row--) last[row] = latest;
  }
  if (found !== undefined) narrow({ first, last }, rows, width, found, Math.round((margin * framesASecond) / width));
  return { first, last };
}

function narrow({ first, last }: Windows, rows: ReferenceRows, width: number, found: Match, margin: number): void {
  const ratio = found.width / width;
  let sentence = -1;
  for (let row = 0; row < rows.rowCount; row++) {
    if (row === rows.gaps[sentence + 1]) sentence++;
    const within = row - (rows.gaps[sentence] ?? 0);
    const same = within < gapRows ? within : gapRows + Math.floor((within - gapRows) / ratio);
    const place = (found.rows.gaps[sentence] ?? 0) + same;
    const from = Math.floor((found.path.first[place] ?? 0) * ratio) - margin;
    const to = Math.ceil(((found.path.last[place] ?? 0) + 1) * ratio) + margin;
    first[row] = Math.max(first[row] ?? 0, from);
    last[row] = Math.min(last[row] ?? 0, to);
  }
}

/** The mean distance of rows and columns that were not chosen to be alike. */
function chanceDistance(rows: ReferenceRows, columns: AudioColumns): number {
  const samples = 20_000;
  let sum = 0;
  let count = 0;
  const isGap = new Uint8Array(rows.rowCount);
  for (const gap of rows.gaps) isGap.fill(1, gap, gap + gapRows);
  for (let k = 0; k < samples; k++) {
    // Two strides without a common pattern: the same pairs each time, spread over both.
    const row = (k * 7919) % rows.rowCount;
    const column = (k * 104_729) % columns.columnCount;
    if (isGap[row] === 1 || (columns.pauseCosts[column] ?? 0) < loudPause * 0.9) continue;
    sum += distance(rows.features, row, columns.features, column);
    count++;
  }
  return count === 0 ? 1 : sum / count;
}
