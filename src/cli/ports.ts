import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { machinePorts } from '../node/machine-ports.ts';
import type { Ports } from '../ports.ts';
import { parseDate } from '../text/dates.ts';
import { UsageError } from './usage-error.ts';

/** The ports of a real machine, for the show project in `root`. Throws UsageError when that is no folder. */
export async function diskPorts(
  root: string,
  asOf?: string,
  { loudness = false }: { readonly loudness?: boolean } = {},
): Promise<Ports> {
  const folder = resolve(root);
  const found = await stat(folder).catch(() => undefined);
  if (found?.isDirectory() !== true) throw new UsageError(`There is no folder "${root}".`);
  return machinePorts(folder, instantOf(asOf), { loudness });
}

function instantOf(asOf: string | undefined): number {
  if (asOf === undefined) return Date.now();
  const parsed = parseDate(asOf, 'UTC');
  if (parsed.kind !== 'date') {
    throw new UsageError(`"${asOf}" is not a date. Write --as-of like 2026-03-01 or 2026-03-01T09:00:00Z.`);
  }
  return parsed.value.epochMilliseconds;
}
