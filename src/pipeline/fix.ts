import type { Diagnostic, Fix } from '../model/diagnostic.ts';
import type { Project } from '../model/project.ts';
import type { Ports, ProjectFiles } from '../ports.ts';
import { decodeText } from '../text/decode.ts';
import { encodeLike } from '../text/encode.ts';
import { parseFrontmatter } from '../text/frontmatter.ts';
import { checkWithPauses } from './check.ts';
import { type LoadOptions, load } from './load.ts';
import { sourcesOf } from './sources.ts';
import { type AskSpelling, askedProposals, type Proposal } from './spelling-questions.ts';

/** A file that repairs have changed: in memory only, until the caller writes it. */
export interface FixedFile {
  /** Relative to the project root. */
  readonly file: string;
  readonly before: Uint8Array;
  /** In the encoding and with the line ends of `before`. */
  readonly after: Uint8Array;
  readonly repairs: readonly Repair[];
}

export interface Repair {
  readonly rule: string;
  readonly description: string;
}

export interface FixOutcome {
  /** The project as it is with all repairs made, and what is still wrong with it. */
  readonly project: Project;
  readonly diagnostics: readonly Diagnostic[];
  /** Sorted by file. */
  readonly files: readonly FixedFile[];
}

/** One repair may bring to light what another can mend: a title in quotes, and then the date below it. */
const mostRounds = 8;

export interface FixOptions extends LoadOptions {
  /** Where there is a person to ask: about near misses of names, which only a person can judge. */
  readonly ask?: AskSpelling;
}

/**
 * Makes every safe repair that the findings carry, and those that a person agrees to, and checks anew, until there is
 * none left. Writes nothing.
 * @throws whatever `ask` throws
 */
export async function fixProject(ports: Ports, { ask, ...options }: FixOptions = {}): Promise<FixOutcome> {
  const changed = new Map<string, FixedFile>();
  const overlaid = remembering({ ...ports, files: overlay(ports.files, changed) });
  const done = new Set<string>();
  const asked = new Set<string>();
  for (let round = 1; ; round++) {
    const project = await load(overlaid, options);
    const diagnostics = await checkWithPauses(project);
    const safe = diagnostics.flatMap(({ rule, fix, file }) => (fix === undefined ? [] : [{ ...fix, rule, file }]));
    if (round < mostRounds && (await repairOnce(ports.files, project, safe, changed, done))) continue;
    const agreed = ask === undefined ? [] : await askedProposals(project, diagnostics, ask, asked);
    if (!(await repairOnce(ports.files, project, agreed, changed, done)))
      return { project, diagnostics, files: inOrder(changed) };
    round = 0;
  }
}

/** Whether anything was repaired. `done` keeps a repair that does not help from being made again and again. */
async function repairOnce(
  files: ProjectFiles,
  project: Project,
  proposals: readonly Proposal[],
  changed: Map<string, FixedFile>,
  done: Set<string>,
): Promise<boolean> {
  let isChanged = false;
  for (const { file, text } of sourcesOf(project)) {
    const proposed = proposals.filter(
      (proposal) => proposal.file === file && !done.has(`${file} ${proposal.description}`),
    );
    if (proposed.length === 0) continue;
    const known = changed.get(file);
    const before = known?.before ?? (await files.read(file)) ?? new Uint8Array();
    // Of a file in an unknown encoding ppod does not know what the letters are.
    if (!decodeText(before).certain) continue;
    const { text: mended, made, postponed } = applyFixes(text, proposed);
    for (const fix of proposed) if (!postponed.includes(fix)) done.add(`${file} ${fix.description}`);
    if (made.length === 0) continue;
    isChanged = true;
    const repairs = [...(known?.repairs ?? []), ...made.map(({ rule, description }) => ({ rule, description }))];
    changed.set(file, { file, before, after: encodeLike(mended, before), repairs });
  }
  return isChanged;
}

/**
 * Applies repairs from the bottom up, so that offsets stay true. Of two that overlap the lower one is made and the other
 * postponed; one after which the frontmatter could be read less well than before is not made at all.
 */
export function applyFixes<F extends Fix & { readonly rule: string }>(
  text: string,
  fixes: readonly F[],
): { readonly text: string; readonly made: readonly F[]; readonly postponed: readonly F[] } {
  const made: F[] = [];
  const postponed: F[] = [];
  let mended = text;
  let limit = text.length + 1;
  for (const fix of [...fixes].sort((a, b) => b.start - a.start || b.end - a.end)) {
    if (fix.end > limit || (fix.start === limit && made.length > 0)) {
      postponed.push(fix);
      continue;
    }
    const next = mended.slice(0, fix.start) + fix.replacement + mended.slice(fix.end);
    if (!isReadableAs(next, mended, fix.rule)) continue;
    made.unshift(fix);
    mended = next;
    limit = fix.start;
  }
  return { text: mended, made, postponed };
}

function isReadableAs(after: string, before: string, rule: string): boolean {
  const [now, then] = [parseFrontmatter(after).problems.length, parseFrontmatter(before).problems.length];
  return rule === 'frontmatter-syntax' ? now < then : now <= then;
}

function overlay(files: ProjectFiles, changed: ReadonlyMap<string, FixedFile>): ProjectFiles {
  return { list: (folder) => files.list(folder), read: async (path) => changed.get(path)?.after ?? files.read(path) };
}

/** Media are measured and listened to once, however many rounds there are. */
function remembering({ media, loudness, ...ports }: Ports): Ports {
  return {
    ...ports,
    media: { audio: once((path) => media.audio(path)), image: once((path) => media.image(path)) },
    loudness: loudness && { measure: once((path, audio) => loudness.measure(path, audio)) },
  };
}

function once<A extends unknown[], R>(answer: (path: string, ...rest: A) => R): (path: string, ...rest: A) => R {
  const known = new Map<string, R>();
  return (path, ...rest) => {
    const found = known.get(path) ?? answer(path, ...rest);
    known.set(path, found);
    return found;
  };
}

function inOrder(changed: ReadonlyMap<string, FixedFile>): readonly FixedFile[] {
  return [...changed.values()].sort((a, b) => (a.file < b.file ? -1 : 1));
}

/** What the file said and says now, without byte-order marks. */
export function textsOf({ before, after }: FixedFile): { readonly before: string; readonly after: string } {
  return { before: decodeText(before).text, after: decodeText(after).text };
}
