import { resolve } from 'node:path';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Podcast, Project } from '../model/project.ts';
import type { BuildRecord } from '../node/build-record.ts';
import { type WriteReport, writeDist } from '../node/dist-folder.ts';
import { keptFiles } from '../node/kept-files.ts';
import { KeptOutputs } from '../node/kept-outputs.ts';
import { keptProbe } from '../node/kept-probe.ts';
import { keptWork } from '../node/kept-work.ts';
import { Looks } from '../node/looks.ts';
import { planBuild, renderAll } from '../pipeline/build.ts';
import { hasError } from '../pipeline/check.ts';
import { beginToIllustrate } from '../pipeline/illustrate.ts';
import { nextDue } from '../pipeline/publish.ts';
import { countLine } from '../reporters/counts.ts';
import { formatIso } from '../text/dates.ts';
import type { BuildCommandOptions, Told } from './build.ts';
import { exitCodes } from './exit-codes.ts';
import { loadProgress } from './load-progress.ts';
import { diskPorts } from './ports.ts';
import { print } from './print.ts';
import { reportText } from './report.ts';
import type { Talk } from './talk.ts';
import { UsageError } from './usage-error.ts';

/** Checks, then writes dist/ whole, or nothing at all. What it tells is kept in `record` for as long as it stays true. */
export async function runFullBuild(
  options: BuildCommandOptions,
  record: BuildRecord<Told> | undefined,
  talk: Talk,
): Promise<number> {
  if (options.allow !== undefined) (await import('./diff.ts')).checkKinds(options.allow);
  const root = resolve(options.root);
  const disk = await diskPorts(options.root, options.asOf);
  const looks = record?.looks ?? new Looks(root);
  const media = keptProbe(root, disk.media, looks);
  const memory = await keptWork(root);
  const known = { ...disk, files: keptFiles(root, looks, memory), media, memory };
  const ports = record?.watching(known) ?? known;
  const progress = loadProgress(talk);
  const { project, podcast, diagnostics } = await planBuild(ports, {
    withDrafts: options.drafts ?? false,
    strict: options.strict ?? false,
    jobs: options.jobs,
    // Notes are for `ppod check`: beside what stops a build they would only hide it.
    withNotes: options.format !== 'text',
    baseUrl: baseUrlOf(options.baseUrl),
    onShow: (show) => void beginToIllustrate(show, ports),
    ...progress,
  });
  talk.clear();
  const harm = podcast === undefined ? [] : await harmTo({ project, podcast }, options);
  const found = { project, diagnostics: [...diagnostics, ...harm] };
  if (podcast === undefined || hasError(harm)) {
    await Promise.all([media.keep(), memory.keep()]);
    const shown = await show(found, { written: [], episodes: 0 }, { ...options, quiet: false });
    talk.say(`Nothing was written to ${options.out}/: ${countLine(shown.diagnostics)} to mend first.`);
    if (hasError(harm)) talk.say(wayOn);
    return exitCodes.findings;
  }
  const files = await renderAll(podcast, ports, {
    onListening: progress.onListening,
  });
  const dist = resolve(root, options.out);
  const kept = new KeptOutputs(dist);
  const written = await writeDist(root, dist, files, {
    feed: podcast.show.feed,
    kept,
    looks,
    onProgress: (done, path) => talk.progress(`Writing ${done}: ${path}`),
    onWaiting: () => talk.say(`Another build is at work in ${options.out}/. Waiting until it has finished.`),
  });
  talk.clear();
  // One after the other: each is put together in memory first.
  for (const one of [media, memory, kept]) await one.keep();
  const episodes = podcast.episodes.length;
  const facts = { written: written.written, removed: written.removed, episodes };
  const { report } = await show(found, facts, options);
  const lines = held(project);
  for (const line of [summary(options.out, episodes, written), ...lines]) talk.say(line);
  if (written.unclaimed.length > 0) {
    talk.say(leftOver(options.out, written.unclaimed));
  } else if (project.impossible.size === 0) {
    const told = { report, lines: [summary(options.out, episodes, inPlace(written)), ...lines] };
    const until = nextDue(project)?.epochMilliseconds;
    await record?.keep(told, { from: ports.asOf, until, copied: written.copied, outputs: kept });
  }
  return exitCodes.done;
}

/** Prints findings and facts, with --quiet only those for programs. Answers what was shown, and how. */
async function show(
  { project, diagnostics }: { readonly project: Project; readonly diagnostics: readonly Diagnostic[] },
  { episodes, ...facts }: { readonly episodes: number; readonly written: readonly string[] },
  options: BuildCommandOptions,
): Promise<{ readonly diagnostics: readonly Diagnostic[]; readonly report: string }> {
  const isText = options.format === 'text';
  const shown = isText ? diagnostics.filter(({ severity }) => severity !== 'info') : diagnostics;
  const isSilent = isText && (shown.length === 0 || options.quiet);
  if (isSilent) return { diagnostics: shown, report: '' };
  const due = nextDue(project);
  const stream = isText ? 'stderr' : 'stdout';
  const report = await reportText(project, shown, {
    ...options,
    stream,
    facts: { ...facts, episodes, ...(due === undefined ? {} : { nextDue: formatIso(due) }) },
  });
  print(stream, report);
  return { diagnostics: shown, report };
}

const wayOn =
  'If that is meant, say so with --allow and the word behind "diff-", such as --allow item-lost. ppod diff shows all that would change.';

/** What would harm those who subscribed to the feed `against`; what merely changes is for `ppod diff` to tell. */
async function harmTo(
  plan: { readonly project: Project; readonly podcast: Podcast },
  { root, against, allow }: BuildCommandOptions,
): Promise<readonly Diagnostic[]> {
  if (against === undefined) return [];
  const { diffWith } = await import('./diff.ts');
  const { openFeed } = await import('./feed-source.ts');
  const found = await diffWith(await openFeed(against, resolve(root)), plan, allow);
  return found.filter(({ severity }) => severity !== 'info');
}

function baseUrlOf(baseUrl: string | undefined): string | undefined {
  if (baseUrl === undefined) return undefined;
  if (!/^https?:\/\/[^/?#]+[^?#]*$/i.test(baseUrl) || !URL.canParse(baseUrl)) {
    throw new UsageError(`"${baseUrl}" is not a web address. Write --base-url like https://example.org/podcast/.`);
  }
  return baseUrl;
}

/** What a build would have to say of the same files once they are written. */
function inPlace({ written, unchanged }: WriteReport): WriteReport {
  return { written: [], unchanged: written.length + unchanged, copied: [], removed: [], unclaimed: [] };
}

function summary(out: string, episodes: number, { written, unchanged, removed }: WriteReport): string {
  const parts = [`${written.length} files written`, `${unchanged} unchanged`];
  if (removed.length > 0) parts.push(`${removed.length} removed`);
  return `Published ${episodes} ${episodes === 1 ? 'episode' : 'episodes'} in ${out}/ (${parts.join(', ')}).`;
}

/** Without its list, ppod cannot tell whose these files are; it removes nothing that may be somebody else's. */
function leftOver(out: string, paths: readonly string[]): string {
  const shown = paths.slice(0, 10).map((path) => `  ${out}/${path}`);
  const more = paths.length > shown.length ? [`  and ${paths.length - shown.length} more`] : [];
  return [
    `The list of what ppod wrote to ${out}/ was lost, and these files are not of this build. They are public; delete them if you do not know them:`,
    ...shown,
    ...more,
  ].join('\n');
}

/** What was held back, and until when. */
function held(project: Project): string[] {
  const drafts = project.episodes.filter(({ content }) => content?.draft === true).length;
  const waiting = project.episodes
    .flatMap(({ content, file }) =>
      content !== undefined && !content.draft && content.date.epochMilliseconds > project.asOf
        ? [{ file, date: content.date }]
        : [],
    )
    .sort((a, b) => a.date.epochMilliseconds - b.date.epochMilliseconds);
  const lines: string[] = [];
  if (drafts > 0 && !project.withDrafts) lines.push(`Held back: ${drafts} ${drafts === 1 ? 'draft' : 'drafts'}.`);
  const next = waiting[0];
  if (next !== undefined) {
    lines.push(`Next due: ${next.file} on ${formatIso(next.date)}. Build again then, or let a timetable do it.`);
  }
  return lines;
}
