import { expect, test } from 'vitest';
import { featureCount } from '../../src/alignment/features.ts';
import {
  type AudioColumns,
  everything,
  gapRows,
  type Prices,
  type ReferenceRows,
  type Windows,
  warp,
} from '../../src/alignment/warp.ts';

const prices: Prices = { chanceDistance: Math.sqrt(2 * featureCount), hesitation: 0.3, unmatched: 0.86, opening: 3 };
const never = async () => undefined;

/** Frames that are alike only when their numbers are equal. */
function frame(number: number): number[] {
  let state = (number * 2_654_435_761) >>> 0;
  return Array.from({ length: featureCount }, () => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 374_761_393) >>> 0;
    return (state / 2 ** 32 - 0.5) * Math.sqrt(12);
  });
}

function rowsOf(sentences: readonly (readonly number[])[]): ReferenceRows {
  const gap = Array.from({ length: gapRows }, () => new Array<number>(featureCount).fill(0));
  const frames = [...sentences.flatMap((sentence) => [...gap, ...sentence.map(frame)]), ...gap];
  const gaps = [0];
  for (const sentence of sentences) gaps.push((gaps.at(-1) ?? 0) + gapRows + sentence.length);
  return { rowCount: frames.length, features: Float32Array.from(frames.flat()), gaps: Int32Array.from(gaps) };
}

/** 0 is a quiet column. The first column is never anyone's. */
function columnsOf(numbers: readonly number[]): AudioColumns {
  const all = [0, ...numbers];
  return {
    columnCount: all.length,
    features: Float32Array.from(all.flatMap(frame)),
    pauseCosts: Float32Array.from(all, (number) => (number === 0 ? 0.05 : 1.5)),
  };
}

/** The columns of each sentence, or `left out`. */
async function found(sentences: readonly (readonly number[])[], audio: readonly number[], given?: Partial<Windows>) {
  const rows = rowsOf(sentences);
  const columns = columnsOf(audio);
  const path = await warp(rows, columns, { ...everything(rows, columns), ...given }, prices, never);
  if (path === undefined) return undefined;
  return sentences.map((_, k) =>
    path.skipped[k] === 1
      ? 'left out'
      : [path.first[(rows.gaps[k] ?? 0) + gapRows], path.last[(rows.gaps[k + 1] ?? 0) - 1]],
  );
}

/** The whole numbers from `from` to before `to`. */
const run = (from: number, to: number) => Array.from({ length: to - from }, (_, k) => from + k);
const [a, b, c] = [run(100, 120), run(200, 220), run(300, 320)];
const pause = [0, 0, 0, 0];

test('each sentence has its own columns, and pauses have none of them', async () => {
  expect(await found([a, b, c], [...pause, ...a, ...b, ...pause, ...c, ...pause])).toEqual([
    [5, 24],
    [25, 44],
    [49, 68],
  ]);
});

test('a sentence said at half the pace takes twice the columns', async () => {
  const slow = b.flatMap((number) => [number, number]);
  expect(await found([a, b, c], [...a, ...slow, ...c])).toEqual([
    [1, 20],
    [21, 60],
    [61, 80],
  ]);
});

test('a sentence that is not said is left out, whether first, amid or last', async () => {
  const other = run(900, 920);
  expect(await found([other, a, b], [...a, ...b])).toEqual(['left out', [1, 20], [21, 40]]);
  expect(await found([a, other, b], [...a, ...b])).toEqual([[1, 20], 'left out', [21, 40]]);
  expect(await found([a, b, other], [...a, ...b])).toEqual([[1, 20], [21, 40], 'left out']);
});

test('several sentences that are not said are left out together', async () => {
  const others = [run(900, 920), run(930, 950), run(960, 980)];
  expect(await found([a, ...others, b], [...a, ...b])).toEqual([[1, 20], 'left out', 'left out', 'left out', [21, 40]]);
});

test('sound that no sentence accounts for stays with none, whether first, amid or last', async () => {
  const music = run(500, 560);
  expect(await found([a, b], [...music, ...a, ...b])).toEqual([
    [61, 80],
    [81, 100],
  ]);
  expect(await found([a, b], [...a, ...music, ...b])).toEqual([
    [1, 20],
    [81, 100],
  ]);
  expect(await found([a, b], [...a, ...b, ...music])).toEqual([
    [1, 20],
    [21, 40],
  ]);
});

test('of two sentences in the wrong order one is found and one left out', async () => {
  const result = await found([a, c, b], [...a, ...b, ...c]);
  expect(result?.filter((place) => place === 'left out')).toHaveLength(1);
  expect(result?.[0]).toEqual([1, 20]);
});

test('a sentence without rows takes no column and disturbs none', async () => {
  const result = await found([a, [], b], [...a, ...pause, ...b]);
  expect(result?.[0]).toEqual([1, 20]);
  expect(result?.[2]).toEqual([25, 44]);
});

test('windows are held to', async () => {
  const audio = [...a, ...pause, ...a];
  const first = new Int32Array(rowsOf([a]).rowCount);
  first.fill(22, gapRows);
  expect(await found([a], audio, { first })).toEqual([[25, 44]]);
});

test('windows without a way through give nothing', async () => {
  const { rowCount } = rowsOf([a]);
  const first = new Int32Array(rowCount).fill(10, 0, gapRows);
  const last = new Int32Array(rowCount).fill(4);
  expect(await found([a], [...a], { first, last })).toBeUndefined();
});
