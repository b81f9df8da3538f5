import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { showGuid } from '../model/guids.ts';
import { mediaProbe } from '../node/media-probe.ts';
import { writeNew } from '../node/new-files.ts';
import { projectFiles } from '../templates/project.ts';
import type { TemplateFile } from '../templates/template.ts';
import { dayIn, isTimeZone } from '../text/dates.ts';
import { exitCodes } from './exit-codes.ts';
import { faultOf, tidyCategory } from './init-answers.ts';
import { type Answers, questions } from './init-questions.ts';
import type { GlobalOptions } from './report.ts';
import { talkOn } from './talk.ts';
import { asArgument, canAsk } from './terminal.ts';
import { UsageError } from './usage-error.ts';

export interface InitCommandOptions extends GlobalOptions, Partial<Answers> {
  readonly yes?: boolean;
}

/** `ppod init`: a new show that builds at once. Never overwrites a file; asks only a person at a terminal. */
export async function runInit(
  folder: string | undefined,
  options: InitCommandOptions,
  version: string,
): Promise<number> {
  const talk = talkOn(process.stderr, options.quiet);
  const root = resolve(options.root, folder ?? '.');
  const shown = relative(process.cwd(), root) || '.';
  if (existsSync(join(root, 'show.md'))) {
    throw new UsageError(`There is a show in "${shown}" already. Choose another folder, such as: ppod init my-podcast`);
  }
  const given = givenAnswers(options);
  const asked = options.yes !== true && canAsk(process, process.env) ? await ask(given, root) : {};
  if (asked === undefined) {
    talk.say('Stopped. Nothing was written.');
    return exitCodes.interrupted;
  }
  const { title, written, left, guessed } = await makeShow(
    root,
    { ...given, ...asked },
    { version, withExample: true },
  );
  if (options.format === 'json') process.stdout.write(`${JSON.stringify({ written, left, guessed }, undefined, 2)}\n`);
  talk.say(`Made the show "${title}" in ${shown === '.' ? 'this folder' : shown}.`);
  if (left.length > 0) talk.say(`Left as they were: ${left.join(', ')}.`);
  if (guessed.length > 0) talk.say(`Filled in for now: ${guessed.join(', ')}. Change them in show.md.`);
  // Whom npm create or npx brought ppod has not installed it.
  const ppod = process.env['npm_command'] === 'exec' || process.env['npm_command'] === 'init' ? 'npx ppod' : 'ppod';
  const way = shown === '.' ? [] : [`cd ${asArgument(shown)}`];
  const steps = [...way, `${ppod} check`, `${ppod} build`, `${ppod} new "The title of my first episode"`].slice(0, 3);
  talk.say(['', 'Next:', ...steps.map((step) => `  ${step}`)].join('\n'));
  return exitCodes.done;
}

export interface MadeShow {
  readonly title: string;
  /** Paths of the files that were made. */
  readonly written: readonly string[];
  /** Paths of files that were there already, and were left as they were. */
  readonly left: readonly string[];
  /** The facts that nobody gave. */
  readonly guessed: readonly string[];
}

/** Writes a new show into `root` from what is `known`; the rest is likely or a stand-in. */
export async function makeShow(
  root: string,
  known: Partial<Answers>,
  options: { readonly version: string; readonly withExample: boolean },
): Promise<MadeShow> {
  const likely = likelyAnswers(root);
  const answers: Answers = { ...standIns, author: known.title ?? likely.title, ...likely, ...known };
  const written: string[] = [];
  const left: string[] = [];
  for (const { path, contents } of await filesFor(answers, options)) {
    ((await writeNew(root, path, contents)) ? written : left).push(path);
  }
  const guessed = questions.filter(({ key, isOptional }) => known[key] === undefined && isOptional !== true);
  return { title: answers.title, written, left, guessed: guessed.map(({ key }) => key) };
}

/** What was answered by flags. Throws UsageError at the first that cannot be used. */
function givenAnswers(options: InitCommandOptions): Partial<Answers> {
  const given: Partial<Answers> = {};
  for (const { key, flag, isOptional } of questions) {
    const answer = options[key]?.trim();
    if (answer === undefined || (answer === '' && isOptional === true)) continue;
    const found = answer === '' ? 'There is nothing in it.' : faultOf(key, answer);
    if (found !== undefined) throw new UsageError(`${flag.split(' ')[0]}: ${found}`);
    given[key] = answer;
  }
  return given;
}

async function ask(given: Partial<Answers>, root: string): Promise<Partial<Answers> | undefined> {
  const { askAll } = await import('./init-prompts.ts');
  const open = questions.filter(({ key }) => given[key] === undefined);
  return await askAll(open, likelyAnswers(root));
}

/** What is likely enough to be offered as an answer. */
function likelyAnswers(root: string): Pick<Answers, 'title' | 'language' | 'timezone'> {
  const words = basename(root)
    .replace(/[-_\s]+/g, ' ')
    .trim();
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return {
    title: words === '' ? 'New show' : words.charAt(0).toUpperCase() + words.slice(1),
    language: 'en-GB',
    timezone: isTimeZone(timeZone) ? timeZone : 'UTC',
  };
}

/** What stands where nobody answered. ppod check speaks of what must not stay. */
export const standIns = {
  description: 'Show description goes here.',
  site: 'https://example.org/podcast/',
  category: 'Government',
  email: '',
  host: '',
  artwork: '',
} as const satisfies Partial<Answers>;

async function filesFor(
  answers: Answers,
  options: { readonly version: string; readonly withExample: boolean },
): Promise<readonly TemplateFile[]> {
  const { title, author, description, site, language, timezone, category, email, host } = answers;
  const cover = answers.artwork === '' ? undefined : await coverFrom(answers.artwork);
  const files = projectFiles({
    ...{ title, author, description, site, language, timezone },
    ...options,
    categories: [tidyCategory(category)],
    email: email === '' ? undefined : email,
    hosts: host === '' ? [] : [host],
    artwork: cover?.path ?? 'media/cover.png',
    isCoverMissing: cover === undefined,
    guid: showGuid(new URL('feed.xml', `${site.replace(/\/+$/, '')}/`).href),
    episodeGuid: randomUUID(),
    today: dayIn(timezone, Date.now()),
  });
  return cover === undefined ? files : [cover, ...files];
}

/** The picture at `path`, wherever it lies, as the cover in media/. */
async function coverFrom(path: string): Promise<TemplateFile> {
  const measured = await mediaProbe(dirname(resolve(path))).image(basename(path));
  const format = measured.kind === 'image' ? measured.image.format : undefined;
  if (format !== 'jpeg' && format !== 'png') {
    throw new UsageError(`"${path}" is not a JPEG or PNG picture. Choose another cover, or none for a stand-in.`);
  }
  return { path: `media/cover.${format === 'jpeg' ? 'jpg' : 'png'}`, contents: await readFile(path) };
}
