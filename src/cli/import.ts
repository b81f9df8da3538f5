import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type ImportPlan, planImport } from '../importers/plan.ts';
import type { Download } from '../importers/planned-file.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { showGuid } from '../model/guids.ts';
import { type Arrival, fetchAll } from '../node/fetch-all.ts';
import { copyIntoMedia, removeIfEmpty, writeNew } from '../node/import-files.ts';
import { planBuild } from '../pipeline/build.ts';
import { excusesFor } from '../pipeline/excuses.ts';
import { diffWith, reportText } from './diff.ts';
import { exitCodes } from './exit-codes.ts';
import { type NamedFeed, openFeed } from './feed-source.ts';
import { importReport, type Proof } from './import-report.ts';
import { loadProgress } from './load-progress.ts';
import { diskPorts } from './ports.ts';
import { type GlobalOptions, report } from './report.ts';
import { type Talk, talkOn } from './talk.ts';
import { UsageError } from './usage-error.ts';

export interface ImportCommandOptions extends GlobalOptions {
  readonly site?: string;
  /** False: the audio stays on the old host. */
  readonly audio: boolean;
  /** False: nothing is fetched but the feed. */
  readonly downloads: boolean;
  readonly artwork?: string;
  readonly iOwnThis?: boolean;
  readonly resume?: boolean;
  readonly asOf?: string;
}

const scratchFolder = '.ppod-import';

/** `ppod import FEED`: a show project from a feed, its report, and the proof that subscribers lose nothing. */
export async function runImport(name: string, options: ImportCommandOptions): Promise<number> {
  const talk = talkOn(process.stderr, options.quiet);
  const root = resolve(options.root);
  await mkdir(root, { recursive: true });
  const ports = await diskPorts(options.root, options.asOf);
  refuseOccupied(root, options);
  const source = await openFeed(name, root);
  refuseLocked(source, options);
  const plan = planImport(source.feed, {
    site: siteOf(options.site),
    address: source.url ?? source.feed.selfUrl,
    guid: guidOf(source),
    artwork: options.artwork === undefined ? undefined : await copyIntoMedia(root, resolve(options.artwork)),
    withAudio: options.audio && options.downloads,
    now: ports.asOf,
  });
  const arrivals = await fetchFiles(root, plan, source, options, talk);
  await writeProject(root, plan, arrivals);
  const proof = await prove(source, plan, root, options, talk);
  const facts = importReport({ name, source, plan, arrivals, proof });
  talk.clear();
  if (options.format === 'text') process.stdout.write(facts.text);
  else await report(proof.project, proof.findings, { ...options, facts: facts.json, stream: 'stdout' });
  if (options.format === 'text' && proof.findings.length > 0) await reportText(proof.project, proof.findings, options);
  const failed = arrivals.some(({ kind }) => kind === 'failed');
  return failed || proof.kind !== 'no-harm' ? exitCodes.findings : exitCodes.done;
}

function refuseOccupied(root: string, { resume, root: folder }: ImportCommandOptions): void {
  if (resume === true || !existsSync(join(root, 'show.md'))) return;
  throw new UsageError(
    `There is a show in "${folder}" already. Name an empty folder with -C; or, to fetch what an earlier import could not, add --resume.`,
  );
}

function refuseLocked({ feed }: NamedFeed, { iOwnThis }: ImportCommandOptions): void {
  if (feed.locked !== true || iOwnThis === true) return;
  throw new UsageError(
    `The feed of "${feed.title}" is locked: its owner asks other hosts not to import it. If the show is yours, add --i-own-this.`,
  );
}

function siteOf(site: string | undefined): string | undefined {
  if (site === undefined || (/^https:\/\/[^/?#]+[^?#]*$/i.test(site) && URL.canParse(site))) return site;
  throw new UsageError(`"${site}" is not an https address. Write --site like https://example.org/podcast/.`);
}

/** As the namespace document makes it, so that apps that made one themselves have the same. */
function guidOf({ feed, url }: NamedFeed): string | undefined {
  const address = url ?? feed.selfUrl;
  return address === undefined ? undefined : showGuid(address);
}

async function fetchFiles(
  root: string,
  plan: ImportPlan,
  { named }: NamedFeed,
  { downloads: isWanted }: ImportCommandOptions,
  talk: Talk,
): Promise<readonly Arrival[]> {
  const wanted = [plan.show, ...plan.episodes].flatMap(({ downloads }) => downloads);
  const once = [...new Map(wanted.map((download) => [download.path, download])).values()];
  if (!isWanted) return once.map((download) => notFetched(root, download));
  const scratch = join(root, scratchFolder);
  const arrivals = await fetchAll(root, once, { named, scratch, onProgress: (words) => talk.progress(words) });
  await removeIfEmpty(scratch);
  return arrivals;
}

function notFetched(root: string, download: Download): Arrival {
  if (existsSync(join(root, download.path))) return { download, kind: 'here', bytes: 0, isNew: false };
  return { download, kind: 'left' };
}

/** Episodes first, show.md last: an import that is cut short leaves no show.md, and can simply be run again. */
async function writeProject(root: string, plan: ImportPlan, arrivals: readonly Arrival[]): Promise<void> {
  const here = arrivals.filter((arrival) => arrival.kind === 'here');
  const fetched = new Set(here.map(({ download }) => download.path));
  const before = new Set(here.filter(({ isNew }) => !isNew).map(({ download }) => download.path));
  for (const episode of plan.episodes) {
    const written = await writeNew(root, episode.path, episode.render(fetched), [episode.render(before)]);
    if (written === 'kept')
      plan.notices.add('person', 'The file was there already, with another text, and was left as it is.', episode.path);
  }
  const written = await writeNew(root, 'show.md', plan.show.render({}));
  if (written === 'kept') plan.notices.add('odd', 'show.md was there already and was left as it is.');
}

/** Builds the new project in memory, and compares it with the feed that it came from. */
async function prove(
  source: NamedFeed,
  { show, notices }: ImportPlan,
  root: string,
  options: ImportCommandOptions,
  talk: Talk,
): Promise<Proof> {
  const plan = async () => await planBuild(await diskPorts(options.root, options.asOf), loadProgress(talk));
  let built = await plan();
  const excuses = excusesFor(built.diagnostics);
  if (built.podcast === undefined && Object.keys(excuses).length > 0) {
    await writeNew(root, 'show.md', show.render(excuses), [show.render({})]);
    for (const rule of Object.keys(excuses)) notices.add('person', excuseFor(rule, built.diagnostics));
    built = await plan();
  }
  const { project, podcast, diagnostics } = built;
  if (podcast === undefined) {
    return { kind: 'not-built', project, findings: diagnostics.filter(({ severity }) => severity === 'error') };
  }
  const findings = await diffWith(source, { project, podcast });
  return { kind: findings.some(({ severity }) => severity === 'error') ? 'harm' : 'no-harm', project, findings };
}

function excuseFor(rule: string, diagnostics: readonly Diagnostic[]): string {
  const { length } = diagnostics.filter((found) => found.rule === rule);
  const places = `${length} ${length === 1 ? 'place' : 'places'}`;
  return `The rule ${rule} finds faults in ${places}. They came with the feed, so show.md sets it to a warning; ppod check lists them.`;
}
