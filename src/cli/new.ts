import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { plainStem } from '../importers/file-names.ts';
import type { PastedPage } from '../importers/pasted-page.ts';
import type { Project } from '../model/project.ts';
import { isAddress } from '../model/urls.ts';
import { copyNew, writeNew } from '../node/new-files.ts';
import { load } from '../pipeline/load.ts';
import { episodeFile } from '../templates/episode.ts';
import type { TemplateFile } from '../templates/template.ts';
import { parseDate } from '../text/dates.ts';
import { formatTimeCode } from '../text/time-code.ts';
import { openInEditor } from './editor.ts';
import { exitCodes } from './exit-codes.ts';
import { makeShow, standIns } from './init.ts';
import type { Answers } from './init-questions.ts';
import { loadProgress } from './load-progress.ts';
import { freeStem, guestsAmong, proposedDate, proposedNumbers, taggedDate, timeZoneOf } from './new-facts.ts';
import { nameInPlace, pageAt, type Recording, recordingAt, transcriptAt } from './new-sources.ts';
import { diskPorts } from './ports.ts';
import type { GlobalOptions } from './report.ts';
import { type Talk, talkOn } from './talk.ts';
import { canAsk } from './terminal.ts';
import { UsageError } from './usage-error.ts';

export interface NewCommandOptions extends GlobalOptions {
  readonly title?: string;
  readonly date?: string;
  readonly season?: number;
  readonly episode?: number;
  readonly transcript?: string;
  readonly from?: string;
  readonly edit?: boolean;
  readonly yes?: boolean;
}

/** What a person may settle by a flag or when asked. */
export interface ChosenFacts {
  title: string;
  date: string;
  transcript?: string;
}

/** `ppod new`: an episode from an audio file, a title or a pasted page. Never overwrites a file. */
export async function runNew(source: string | undefined, options: NewCommandOptions, version: string): Promise<number> {
  const talk = talkOn(process.stderr, options.quiet);
  const root = resolve(options.root);
  const recording = source === undefined ? undefined : await recordingAt(source);
  const { project, page } = await startingPoint(options, version, talk);
  const words = recording === undefined ? source : (recording.audio.tags.title ?? recording.words);
  const tagged = taggedDate(recording?.audio.tags, project);
  const facts = await chooseFacts(options, project, { title: page?.title ?? words, date: tagged });
  if (facts === undefined) {
    talk.say('Stopped. No episode was made.');
    return exitCodes.interrupted;
  }
  if (recording !== undefined && !isAddress(recording.file)) talk.progress(`Copying ${recording.file}`);
  const made = await writeEpisode({ root, recording, options, project, page, facts });
  talk.clear();
  const unsure = [...(page?.unsure ?? []), ...dateNotes(options, facts, tagged), ...made.lacking];
  if (options.format === 'json') process.stdout.write(`${JSON.stringify({ ...made, unsure }, undefined, 2)}\n`);
  const length = recording === undefined ? '' : `, ${formatTimeCode(recording.audio.durationSeconds)} long`;
  talk.say(`Made "${facts.title}" as a draft for ${facts.date}${length}:`);
  for (const path of made.written) talk.say(`  ${path}`);
  if (unsure.length > 0) talk.say(['', 'Look at these:', ...unsure.map((line) => `- ${line}`)].join('\n'));
  talk.say(`\nWhen it is ready, take the line "draft: true" out of ${made.episode}, then run ppod check.`);
  if (options.edit === true && !openInEditor(resolve(root, made.episode), process.env)) {
    talk.say(`No editor opened. Open ${made.episode} yourself, or set EDITOR to the name of one.`);
  }
  return exitCodes.done;
}

/** Where the date comes from, when no person has said it. */
function dateNotes(given: NewCommandOptions, { date }: ChosenFacts, tagged: string | undefined): string[] {
  if (given.date !== undefined || date !== tagged) return [];
  return ['The date is the one written inside the audio file. If the episode comes out on another day, change it.'];
}

interface Sources {
  /** Absolute. */
  readonly root: string;
  readonly recording: Recording | undefined;
  readonly options: NewCommandOptions;
  readonly project: Project;
  readonly page: PastedPage | undefined;
  readonly facts: ChosenFacts;
}

interface MadeEpisode {
  /** The episode's file. */
  readonly episode: string;
  readonly written: readonly string[];
  /** What is still to come, as sentences. */
  readonly lacking: readonly string[];
}

/** Audio first and the episode last: a file that is there names only what is there. */
async function writeEpisode(sources: Sources): Promise<MadeEpisode> {
  const { root, recording, project, page, facts } = sources;
  const stem = freeStem(project, plainStem(facts.title) || 'episode');
  const transcript = await transcriptAt(`episodes/${stem}.transcript`, facts.transcript, page);
  const kept = recording === undefined ? undefined : await nameInPlace(root, recording);
  const audio = kept ?? `media/${stem}${recording?.extension ?? '.mp3'}`;
  const written: string[] = [];
  if (recording !== undefined && kept === undefined) {
    await copyNew(root, audio, recording.file);
    written.push(audio);
  }
  const episode = episodeFor(`episodes/${stem}.md`, audio, sources);
  for (const { path, contents } of transcript === undefined ? [episode] : [transcript, episode]) {
    if (await writeNew(root, path, contents)) written.push(path);
  }
  const lacking: string[] = [];
  if (recording === undefined) lacking.push(`There is no recording yet. Put it into the folder media, as ${audio}.`);
  if (transcript === undefined) {
    lacking.push(
      `There is no transcript yet. Put it beside the episode, as ${stem}.transcript.txt or .transcript.docx.`,
    );
  }
  return { episode: episode.path, written, lacking };
}

interface StartingPoint {
  readonly project: Project;
  readonly page: PastedPage | undefined;
}

/** The show that the episode joins, and the pasted page, which tells enough to make a show where there is none. */
async function startingPoint(options: NewCommandOptions, version: string, talk: Talk): Promise<StartingPoint> {
  const ports = await diskPorts(options.root);
  const project = await load(ports, loadProgress(talk));
  talk.clear();
  const page = options.from === undefined ? undefined : await pageAt(options.from, project.show.content?.title);
  if (project.show.exists) {
    if (page !== undefined) await placeDescription(resolve(options.root), project, page);
    return { project, page };
  }
  if (page === undefined) throw new UsageError('There is no show.md in this folder. Make a show first: ppod init');
  const { guessed } = await makeShow(resolve(options.root), answersIn(page), { version, withExample: false });
  talk.say(`Made a show for it. Filled in for now: ${guessed.join(', ')}. Change them in show.md.`);
  return { project: await load(ports), page };
}

/** What a page tells about its show. Whoever speaks first is most likely the host. */
function answersIn({ showTitle, showDescription, speakers: [first] }: PastedPage): Partial<Answers> {
  return {
    ...(showTitle !== undefined && { title: showTitle }),
    ...(showDescription !== undefined && { description: showDescription }),
    ...(first !== undefined && { host: first.name }),
  };
}

/** A description that is still the stand-in of ppod init gives way to the page's; any other stays. */
async function placeDescription(root: string, { show }: Project, { showDescription }: PastedPage): Promise<void> {
  if (showDescription === undefined || show.frontmatter.body.trim() !== standIns.description) return;
  const text = show.frontmatter.text.slice(0, show.frontmatter.bodyOffset);
  await writeFile(join(root, show.file), `${text}\n${showDescription}\n`);
}

async function chooseFacts(
  options: NewCommandOptions,
  project: Project,
  found: { readonly title: string | undefined; readonly date: string | undefined },
): Promise<ChosenFacts | undefined> {
  const timeZone = timeZoneOf(project);
  if (options.date !== undefined && parseDate(options.date, timeZone).kind !== 'date') {
    throw new UsageError(`"${options.date}" is not a date. Write --date like 2026-03-01 or "2026-03-01 09:00".`);
  }
  const facts: ChosenFacts = {
    title: (options.title ?? found.title ?? '').trim(),
    date: options.date ?? found.date ?? proposedDate(project),
    ...(options.transcript !== undefined && { transcript: options.transcript }),
  };
  if (options.yes !== true && canAsk(process, process.env)) {
    const { askFacts } = await import('./new-prompts.ts');
    return await askFacts(facts, { ...options, transcript: options.transcript ?? options.from }, timeZone);
  }
  if (facts.title !== '') return facts;
  throw new UsageError('Say what the episode is made from: ppod new interview.mp3, or: ppod new "Its title"');
}

function episodeFor(path: string, audio: string, { facts, options, project, page }: Sources): TemplateFile {
  const guests = page === undefined ? [] : guestsAmong(page.speakers, project);
  const numbers = proposedNumbers(project, options.season);
  return episodeFile(
    path,
    {
      title: facts.title,
      date: facts.date,
      audio,
      guid: randomUUID(),
      draft: true,
      season: numbers.season,
      episode: options.episode ?? numbers.episode,
      advisory: project.show.content?.advisory === undefined ? page?.advisory : undefined,
      guests: guests.length === 0 ? undefined : guests,
      notes: page?.notes ?? '',
    },
    [
      'The guid is the permanent id of the episode: once it is published, never change it.',
      'While it is a draft, nothing of it is published: take that line away when it is ready.',
      'The show notes go below the second line of dashes.',
    ],
  );
}
