import { resolve } from 'node:path';
import type { Podcast } from '../model/project.ts';
import { type PreviewFile, type PreviewServer, type PreviewSite, startPreviewServer } from '../node/preview-server.ts';
import { remembering } from '../node/remembering.ts';
import type { OutputFile } from '../outputs/output.ts';
import { searchFolder } from '../outputs/pages/search-page.tsx';
import { previewScript, previewStyle } from '../outputs/preview/assets.ts';
import { previewBanner, previewNotice } from '../outputs/preview/banner.tsx';
import { previewFeedPage } from '../outputs/preview/feed-page.tsx';
import { render, searchFilesOf } from '../pipeline/build.ts';
import { illustrate } from '../pipeline/illustrate.ts';
import { planPreview } from '../pipeline/preview.ts';
import { typeOf } from '../pipeline/upload-plan.ts';
import type { Ports } from '../ports.ts';
import { once } from '../text/once.ts';
import { exitCodes } from './exit-codes.ts';
import { loadProgress } from './load-progress.ts';
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
  const ports = remembering(root, disk);
  const talk = talkOn(process.stderr, options.quiet);
  const server = await startPreviewServer(root, port, siteOf(undefined, ports, ''));
  let shown: Podcast | undefined;
  let round = Promise.resolve();
  // Never two at a time.
  const refresh = () => {
    const before = round.catch(() => undefined);
    round = before.then(async () => {
      shown = await rebuild({ ports, server, talk, options }, shown);
    });
    return round;
  };
  // Before the files are read: what changes meanwhile would be missed.
  await watch(root, refresh, talk);
  await refresh();
  talk.say(`Preview at ${server.address} . Ctrl-C ends it.`);
  // Server and watcher go on until Ctrl-C.
  return exitCodes.done;
}

interface Studio {
  readonly ports: Ports;
  readonly server: PreviewServer;
  readonly talk: Talk;
  readonly options: GlobalOptions;
}

/** Shows the show as it is now; where a build would stop, as it was `before`. Gives back what is shown. */
async function rebuild(
  { ports, server, talk, options }: Studio,
  before: Podcast | undefined,
): Promise<Podcast | undefined> {
  const started = Date.now();
  const { project, diagnostics, podcast } = await planPreview(
    { ...ports, asOf: started },
    server.address,
    loadProgress(talk),
  );
  talk.clear();
  const shown = podcast === undefined ? before : await illustrate(podcast, ports);
  if (diagnostics.length > 0) await report(project, diagnostics, { ...options, stream: 'stderr' });
  server.show(siteOf(shown, ports, previewBanner(diagnostics, podcast === undefined)));
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  talk.say(podcast === undefined ? 'Not built: see above.' : `Built in ${seconds} s.`);
  return shown;
}

/** The site as it will be, each page made when it is looked at; audio and pictures are served from where they are. */
function siteOf(podcast: Podcast | undefined, { search }: Ports, banner: string): PreviewSite {
  const page = (make: () => string): PreviewFile => ({ type: typeOf('index.html'), contents: make });
  const own = new Map<string, PreviewFile>([
    ['_preview/preview.css', { type: typeOf('preview.css'), contents: () => previewStyle }],
    ['_preview/preview.js', { type: typeOf('preview.js'), contents: () => previewScript }],
    ['_feed', page(() => (podcast === undefined ? previewNotice('') : previewFeedPage(podcast)))],
  ]);
  if (podcast === undefined)
    own.set(
      'index.html',
      page(() => previewNotice('')),
    );
  const files = filesOf(podcast === undefined ? [] : render(podcast), podcast);
  const index = once(async () => {
    if (podcast?.show.search !== true || search === undefined) return files;
    return filesOf(await searchFilesOf(render(podcast), search), podcast);
  });
  return {
    banner,
    async find(path) {
      const whole = path === '' || path.endsWith('/') ? `${path}index.html` : path;
      return own.get(whole) ?? (whole.startsWith(`${searchFolder}/`) ? await index() : files).get(whole);
    },
  };
}

function filesOf(files: Iterable<OutputFile>, podcast: Podcast | undefined): ReadonlyMap<string, PreviewFile> {
  const found = new Map<string, PreviewFile>();
  for (const file of files) {
    const { path } = file;
    const type = typeOf(path === podcast?.show.feed ? 'feed.xml' : path);
    found.set(path, 'copyOf' in file ? { copyOf: file.copyOf } : { type, contents: () => file.contents });
  }
  return found;
}

/** Calls `refresh` after every change; a fault in one round does not end the preview. */
async function watch(root: string, refresh: () => Promise<void>, talk: Talk): Promise<void> {
  const { watch: watchFiles } = await import('chokidar');
  const watcher = watchFiles(['show.md', 'episodes', 'media'], { cwd: root, ignoreInitial: true });
  let timer: NodeJS.Timeout | undefined;
  watcher.on('all', () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      refresh().catch((error: unknown) => {
        talk.say(`This change could not be shown: ${error instanceof Error ? error.message : String(error)}`);
      });
    }, settleTime);
  });
  await new Promise<void>((ready) => watcher.once('ready', () => ready()));
}
