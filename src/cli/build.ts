import { resolve } from 'node:path';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Podcast, Project } from '../model/project.ts';
import { writeDist } from '../node/dist-folder.ts';
import { planBuild, renderAll } from '../pipeline/build.ts';
import { hasError } from '../pipeline/check.ts';
import { nextDue } from '../pipeline/publish.ts';
import { countLine } from '../reporters/counts.ts';
import { formatIso } from '../text/dates.ts';
import { checkKinds, diffWith } from './diff.ts';
import { exitCodes } from './exit-codes.ts';
import { openFeed } from './feed-source.ts';
import { diskPorts } from './ports.ts';
import { type GlobalOptions, report } from './report.ts';
import { talkOn } from './talk.ts';
import { UsageError } from './usage-error.ts';

export interface BuildCommandOptions extends GlobalOptions {
  readonly out: string;
  readonly asOf?: string;
  readonly drafts?: boolean;
  readonly strict?: boolean;
  readonly baseUrl?: string;
  readonly jobs?: number;
  /** The feed that subscribers have today: the build stops rather than do them harm. */
  readonly against?: string;
  readonly allow?: readonly string[];
}

/** `ppod build`: check, then write dist/ whole, or nothing at all. */
export async function runBuild(options: BuildCommandOptions): Promise<number> {
  const talk = talkOn(process.stderr, options.quiet);
  const root = resolve(options.root);
  const out = resolve(root, options.out);
  checkKinds(options.allow ?? []);
  const ports = await diskPorts(options.root, options.asOf);
  // Notes are for `ppod check`: beside what stops a build they would only hide it.
  const isText = options.format === 'text';
  const plan = await planBuild(ports, {
    withDrafts: options.drafts ?? false,
    strict: options.strict ?? false,
    jobs: options.jobs,
    withNotes: !isText,
    baseUrl: baseUrlOf(options.baseUrl),
    onProgress: (done, total, path) => talk.progress(`Measuring ${done} of ${total}: ${path}`),
  });
  const { project, podcast } = plan;
  const harm =
    podcast === undefined || options.against === undefined
      ? []
      : await harmTo(options.against, { project, podcast }, options);
  const diagnostics = [...plan.diagnostics, ...harm];
  const due = nextDue(project);
  const schedule = due === undefined ? {} : { nextDue: formatIso(due) };
  const shown = isText ? diagnostics.filter(({ severity }) => severity !== 'info') : diagnostics;
  const show = async (facts: Readonly<Record<string, unknown>>) => {
    if (isText && shown.length === 0) return;
    await report(project, shown, { ...options, facts, stream: isText ? 'stderr' : 'stdout' });
  };
  if (podcast === undefined || hasError(harm)) {
    await show({ written: [], episodes: 0, ...schedule });
    talk.say(`Nothing was written to ${options.out}/: ${countLine(shown)} to mend first.`);
    if (hasError(harm)) talk.say(wayOn);
    return exitCodes.findings;
  }
  const files = renderAll(podcast, ports, {
    onListening: (done, total, path) => talk.progress(`Listening, ${done} of ${total} done: ${path}`),
  });
  const written = await writeDist(root, out, files, {
    feed: podcast.show.feed,
    onProgress: (done, path) => talk.progress(`Writing ${done}: ${path}`),
    onWaiting: () => talk.say(`Another build is at work in ${options.out}/. Waiting until it has finished.`),
  });
  talk.clear();
  if (!isText || !options.quiet)
    await show({ written: written.written, removed: written.removed, episodes: podcast.episodes.length, ...schedule });
  talk.say(summary(options.out, podcast.episodes.length, written));
  for (const line of held(project)) talk.say(line);
  if (written.unclaimed.length > 0) talk.say(leftOver(options.out, written.unclaimed));
  return exitCodes.done;
}

const wayOn =
  'If that is meant, say so with --allow and the word behind "diff-", such as --allow item-lost. ppod diff shows all that would change.';

/** What would harm those who subscribed to `feed`; what merely changes is for `ppod diff` to tell. */
async function harmTo(
  feed: string,
  plan: { readonly project: Project; readonly podcast: Podcast },
  { root, allow }: BuildCommandOptions,
): Promise<readonly Diagnostic[]> {
  const found = await diffWith(await openFeed(feed, resolve(root)), plan, allow);
  return found.filter(({ severity }) => severity !== 'info');
}

function baseUrlOf(baseUrl: string | undefined): string | undefined {
  if (baseUrl === undefined) return undefined;
  if (!/^https?:\/\/[^/?#]+[^?#]*$/i.test(baseUrl) || !URL.canParse(baseUrl)) {
    throw new UsageError(`"${baseUrl}" is not a web address. Write --base-url like https://example.org/podcast/.`);
  }
  return baseUrl;
}

function summary(
  out: string,
  episodes: number,
  { written, unchanged, removed }: { written: readonly string[]; unchanged: number; removed: readonly string[] },
): string {
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
