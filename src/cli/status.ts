import { styleText } from 'node:util';
import { isValid, type Project } from '../model/project.ts';
import { load } from '../pipeline/load.ts';
import { nextDue } from '../pipeline/publish.ts';
import { type EpisodeStatus, type Lack, statusOf } from '../pipeline/status.ts';
import { formatIso, type ZonedInstant } from '../text/dates.ts';
import { hanging } from '../text/wrap.ts';
import { exitCodes } from './exit-codes.ts';
import { loadProgress } from './load-progress.ts';
import { diskPorts } from './ports.ts';
import type { GlobalOptions } from './report.ts';
import { talkOn } from './talk.ts';
import { wantsColor, widthOf } from './terminal.ts';
import { UsageError } from './usage-error.ts';

export interface StatusCommandOptions extends GlobalOptions {
  readonly asOf?: string;
}

/** The states in the order of what an officer has to do about them, and their words on a terminal. */
const groups = [
  { state: 'faulty', words: 'To be mended (run ppod check)' },
  { state: 'scheduled', words: 'Due' },
  { state: 'draft', words: 'Draft' },
  { state: 'published', words: 'Published' },
  { state: 'withdrawn', words: 'Withdrawn' },
] as const satisfies readonly { state: EpisodeStatus['state']; words: string }[];

const lackWords: Readonly<Record<Lack, string>> = {
  audio: 'audio',
  guid: 'guid',
  transcript: 'transcript',
  timings: 'timings of the transcript',
  chapters: 'chapters',
  artwork: 'a cover of its own',
};

/** `ppod status`: episodes by state, what each still lacks, and when the next is due. Judges nothing. */
export async function runStatus(options: StatusCommandOptions): Promise<number> {
  const talk = talkOn(process.stderr, options.quiet);
  const project = await load(await diskPorts(options.root, options.asOf), loadProgress(talk));
  talk.clear();
  if (!project.show.exists) {
    throw new UsageError(
      `There is no show.md in "${options.root}". Say where the show is with --root, or make one with ppod init.`,
    );
  }
  const color = wantsColor(options.color, process.stdout, process.env);
  process.stdout.write(options.format === 'json' ? asJson(project) : asText(project, color, widthOf(process.stdout)));
  return exitCodes.done;
}

function asJson(project: Project): string {
  const next = nextDue(project);
  const episodes = statusOf(project).map(({ date, ...status }) => ({
    ...status,
    state: status.state === 'scheduled' ? 'due' : status.state,
    ...(date === undefined ? {} : { date: formatIso(date) }),
  }));
  return `${JSON.stringify({ episodes, ...(next === undefined ? {} : { nextDue: formatIso(next) }) }, undefined, 2)}\n`;
}

/** `columns`: how wide the terminal is; absent when it is none, and lines are left whole for programs. */
function asText(project: Project, color: boolean, columns: number | undefined): string {
  const paint = (style: 'bold' | 'yellow', words: string) =>
    color ? styleText(style, words, { validateStream: false }) : words;
  const statuses = statusOf(project);
  const blocks = groups.flatMap(({ state, words }) => {
    const found = statuses.filter((status) => status.state === state);
    if (found.length === 0) return [];
    // What is due is read forwards, what is out backwards.
    const ordered = state === 'scheduled' ? found.toReversed() : found;
    const lines = ordered.flatMap(({ date, title, file, lacks }) => [
      ...hanging(`  ${dayAndTime(date)}  `, title, columns),
      `      ${file}`,
      ...(lacks.length === 0
        ? []
        : hanging('      lacks: ', lacks.map((lack) => lackWords[lack]).join(', '), columns).map((line) =>
            line.replace('lacks:', (word) => paint('yellow', word)),
          )),
    ]);
    return [[paint('bold', `${words} (${found.length})`), ...lines].join('\n')];
  });
  const title =
    isValid(project.show) && !project.show.substituted.includes('title') ? [project.show.content.title] : [];
  const empty = statuses.length === 0 ? ['There is no episode yet. Make one with ppod new.'] : [];
  return `${[...title.map((name) => paint('bold', name)), ...empty, ...blocks, dueLine(statuses)].join('\n\n')}\n`;
}

/** `2026-03-01 09:00` as the author's own clock showed it, or only the day where that is midnight. */
function dayAndTime(date: ZonedInstant | undefined): string {
  if (date === undefined) return '(no date)'.padEnd(16);
  const [day = '', time = ''] = formatIso(date).split('T');
  return time.startsWith('00:00') ? day.padEnd(16) : `${day} ${time.slice(0, 5)}`;
}

function dueLine(statuses: readonly EpisodeStatus[]): string {
  const next = statuses.findLast(({ state }) => state === 'scheduled');
  return next === undefined ? 'Next due: nothing.' : `Next due: ${dayAndTime(next.date).trim()}, ${next.title}.`;
}
