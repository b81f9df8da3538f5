import { readFileSync, type Stats, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { version } from '../model/version.ts';

/**
 * How a file stands, to be compared with how it stood: its size, its times of change and of status (as finely as the disk keeps
 * them) and its number on the disk. The system sets the time of status itself on every write, so no program can change a file
 * unseen but by turning back the clock. A file that lies anew, as after a checkout, is another.
 */
export function fileStamp(stats: Stats | undefined): string {
  if (stats === undefined) return 'absent';
  const { size, mtimeMs, ctimeMs, dev, ino } = stats;
  // Joined, it is one string in memory; put together as a template it would be a chain of nine.
  return [size, mtimeMs, ctimeMs, dev, ino].join(' ');
}

/** A file that was changed so short a time before may be changed again under the same time. Milliseconds. */
const settling = 2000;

/**
 * Whether a change since `started` (milliseconds since 1970) would show in the file's stamp. A recording that shares its place on
 * the disk with the copy in dist/ got a new time of status by that alone.
 */
export function isSettled(stats: Stats | undefined, started: number): boolean {
  if (stats === undefined) return true;
  const { mtimeMs, ctimeMs, nlink } = stats;
  return Math.max(mtimeMs, nlink > 1 ? 0 : ctimeMs) < started - settling;
}

/**
 * What is kept is of use to the same code alone, on the same Node.js: the version and, of a program that was put together, a digest of
 * it, so that one compiled again from the same sources is the same.
 */
export function codeStamp(): string {
  return `${version} ${process.version} ${programDigest()}`;
}

function programDigest(): string {
  try {
    return readFileSync(new URL(programDigestName, import.meta.url), 'utf8');
  } catch {
    // Run from its sources: as old as this file.
    return String(statSync(fileURLToPath(import.meta.url)).mtimeMs);
  }
}

/** Beside the program; whatever puts it together writes it. */
const programDigestName = 'program-digest.txt';
