import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Podcast } from '../model/project.ts';
import { writeDist } from '../node/dist-folder.ts';
import { type PreviewServer, type PreviewSite, startPreviewServer } from '../node/preview-server.ts';
import { rememberingProbe } from '../node/remembering-probe.ts';
import type { OutputFile } from '../outputs/output.ts';
import { previewScript, previewStyle } from '../outputs/preview/assets.ts';
import { previewBanner, previewNotice } from '../outputs/preview/banner.tsx';
import { previewFeedPage } from '../outputs/preview/feed-page.tsx';
import { render, renderAll } from '../pipeline/build.ts';
import { planPreview } from '../pipeline/preview.ts';
import type { Ports } from '../ports.ts';
import { exitCodes } from './exit-codes.ts';
import { diskPorts } from './ports.ts';
import { type GlobalOptions, report } from './report.ts';
import { type Talk, talkOn } from './talk.ts';
import { UsageError } from './usage-error.ts';

export interface PreviewCommandOptions extends GlobalOptions {
  readonly port: string;
}

/** Saving a file makes several changes; they are one. Milliseconds. */
const settleTime = 60;

/** `ppod preview`: serves the show on this computer alone, and follows every change until Ctrl-C. dist/ is not touched. */
export async function runPreview(options: PreviewCommandOptions): Promise<number> {
  const port = Number(options.port);
  if (!Number.isInteger(port) || port < 1 || port > 65_000)
    throw new UsageError(`"${options.port}" is not a port. Try --port 4321.`);
  const root = resolve(options.root);
  const disk = await diskPorts(options.root);
  const ports = { ...disk, media: rememberingProbe(root, disk.media) };
  const folder = await mkdtemp(join(tmpdir(), 'ppod-preview-'));
  const talk = talkOn(process.stderr, options.quiet);
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const empty = siteOf({ root, folder, banner: '', podcast: undefined });
  const server = await startPreviewServer(port, empty);
  let last: Podcast | undefined;
  const refresh = async () => {
    last = await rebuild({ root, folder, ports, server, talk, options }, last);
  };
  await refresh();
  talk.say(`Preview at ${server.address} . Ctrl-C ends it.`);
  await watch(root, refresh, talk);
  // Server and watcher go on until Ctrl-C.
  return exitCodes.done;
}

interface Studio {
  readonly root: string;
  readonly folder: string;
  readonly ports: Ports;
  readonly server: PreviewServer;
  readonly talk: Talk;
  readonly options: GlobalOptions;
}

/** Shows the show as it is now; where a build would stop, as it was `before`. Gives back what is shown. */
async function rebuild(
  { root, folder, ports, server, talk, options }: Studio,
  before: Podcast | undefined,
): Promise<Podcast | undefined> {
  const started = Date.now();
  const { project, diagnostics, podcast } = await planPreview({ ...ports, asOf: started }, server.address);
  if (podcast !== undefined) await writeDist(root, folder, pagesOf(podcast, ports), { feed: podcast.show.feed });
  const grave = diagnostics.filter(({ severity }) => severity !== 'info');
  if (grave.length > 0) await report(project, grave, { ...options, stream: 'stderr' });
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  talk.say(podcast === undefined ? 'Not built: see above.' : `Built in ${seconds} s.`);
  const shown = podcast ?? before;
  server.show(siteOf({ root, folder, podcast: shown, banner: previewBanner(diagnostics, podcast === undefined) }));
  return shown;
}

/** Audio and pictures are served from where they are. */
async function* pagesOf(podcast: Podcast, ports: Ports): AsyncIterable<OutputFile> {
  for await (const file of renderAll(podcast, ports)) if (!('copyOf' in file)) yield file;
}

function siteOf({
  root,
  folder,
  banner,
  podcast,
}: {
  readonly root: string;
  readonly folder: string;
  readonly banner: string;
  readonly podcast: Podcast | undefined;
}): PreviewSite {
  const copies = new Map<string, string>();
  for (const file of podcast === undefined ? [] : render(podcast))
    if ('copyOf' in file) copies.set(file.path, file.copyOf);
  const extras = new Map([
    ['_preview/preview.css', previewStyle],
    ['_preview/preview.js', previewScript],
    ['_feed', podcast === undefined ? previewNotice('') : previewFeedPage(podcast)],
  ]);
  if (podcast === undefined) extras.set('', previewNotice(''));
  return { root, folder, copies, banner, extras };
}

/** Calls `refresh` after every change, never twice at a time; a fault in one round does not end the preview. */
async function watch(root: string, refresh: () => Promise<void>, talk: Talk): Promise<void> {
  const { watch: watchFiles } = await import('chokidar');
  const watcher = watchFiles(['show.md', 'episodes', 'media'], { cwd: root, ignoreInitial: true });
  let timer: NodeJS.Timeout | undefined;
  let round = Promise.resolve();
  watcher.on('all', () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      round = round.then(refresh).catch((error: unknown) => {
        talk.say(`This change could not be shown: ${error instanceof Error ? error.message : String(error)}`);
      });
    }, settleTime);
  });
  await new Promise<void>((ready) => watcher.once('ready', () => ready()));
}
