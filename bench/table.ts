import type { Cost } from './measure.ts';

/** What was measured, and what was wanted of it. */
export interface Row {
  readonly task: string;
  readonly program: string;
  readonly cost: Cost;
  /** As a multiple of the yardstick of its group. */
  readonly ratio?: Ratio | undefined;
  readonly targets?: readonly string[];
}

export interface Ratio {
  readonly cpu: number;
  readonly wall: number;
}

export const mark = (isMet: boolean) => (isMet ? '✓' : '✗');

export function ratioOf(cost: Cost, yardstick: Cost): Ratio {
  return { cpu: cost.cpu / yardstick.cpu, wall: cost.wall / yardstick.wall };
}

/** A table in Markdown that can be read as text too. */
export function table(rows: readonly Row[]): string {
  const lines = [
    ['', 'program', 'CPU s', 'wall s', 'peak MB', 'CPU ×', 'wall ×', 'target'],
    ...rows.map(({ task, program, cost, ratio, targets = [] }) => [
      task,
      program,
      seconds(cost.cpu),
      seconds(cost.wall),
      cost.memory.toFixed(0),
      ratio?.cpu.toFixed(2) ?? '',
      ratio?.wall.toFixed(2) ?? '',
      targets.join('; '),
    ]),
  ];
  const widths = (lines[0] ?? []).map((_, i) => Math.max(3, ...lines.map((line) => line[i]?.length ?? 0)));
  const isNumber = (column: number) => column >= 2 && column <= 6;
  const [head = '', ...body] = lines.map((cells) => {
    const padded = cells.map((cell, i) => (isNumber(i) ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0)));
    return `| ${padded.join(' | ')} |`;
  });
  const rule = widths.map((width, i) => (isNumber(i) ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width)));
  return [head, `| ${rule.join(' | ')} |`, ...body].join('\n');
}

const seconds = (value: number) => value.toFixed(value < 1 ? 3 : 2);
