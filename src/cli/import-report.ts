import type { Notice } from '../importers/notices.ts';
import type { ImportPlan } from '../importers/plan.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Project } from '../model/project.ts';
import type { Arrival } from '../node/fetch-all.ts';
import type { NamedFeed } from './feed-source.ts';

/** Whether a build of the new project would harm the subscribers of the old feed. */
export interface Proof {
  readonly kind: 'no-harm' | 'harm' | 'not-built';
  readonly project: Project;
  /** What changes for subscribers; or, when it cannot be built, why. */
  readonly findings: readonly Diagnostic[];
}

export interface Imported {
  readonly name: string;
  readonly source: NamedFeed;
  readonly plan: ImportPlan;
  readonly arrivals: readonly Arrival[];
  readonly proof: Proof;
}

/** What came, what did not, what needs a person, what is odd; and the proof. */
export function importReport({ name, source, plan, arrivals, proof }: Imported): {
  text: string;
  json: Readonly<Record<string, unknown>>;
} {
  const notices = [...arrivalNotices(arrivals), ...plan.notices.list()];
  const of = (kind: Notice['kind']) => notices.filter((notice) => notice.kind === kind);
  const came = arrivals.filter(({ kind }) => kind === 'here');
  const count = plan.episodes.length;
  const text = [
    section(`What came of "${source.feed.title}"`, [
      `${count} of ${source.feed.items.length} items, as ${count === 1 ? 'an episode' : 'episodes'} with guid, date and notes`,
      ...(['audio', 'picture', 'transcript', 'chapters'] as const).flatMap((kind) => cameOf(kind, arrivals)),
    ]),
    section('What did not come', of('missing').map(line)),
    section('What needs a person', of('person').map(line)),
    section('What is odd in the feed, and how it was read', of('odd').map(line)),
    section('Proof', [proofLine(proof, name)]),
  ];
  const json = { episodes: count, items: source.feed.items.length, files: came.length, proof: proof.kind, notices };
  return { text: text.join(''), json };
}

function proofLine({ kind, findings }: Proof, name: string): string {
  if (kind === 'not-built') return 'The show cannot be built yet, so nothing is proved. These come first:';
  const harm = findings.filter(({ severity }) => severity === 'error').length;
  const compared = `A build of this folder was compared with ${name}:`;
  if (harm > 0) return `${compared} ${harm} changes would harm its subscribers.`;
  return `${compared} no subscriber comes to harm.${findings.length === 0 ? '' : ' What changes:'}`;
}

const nouns = {
  audio: 'audio files',
  picture: 'pictures',
  transcript: 'transcripts',
  chapters: 'files of chapters',
} as const;

function cameOf(kind: keyof typeof nouns, arrivals: readonly Arrival[]): string[] {
  const wanted = arrivals.filter(({ download }) => download.kind === kind);
  const here = wanted.filter((arrival) => arrival.kind === 'here').length;
  return wanted.length === 0 ? [] : [`${here} of ${wanted.length} ${nouns[kind]}`];
}

function* arrivalNotices(arrivals: readonly Arrival[]): Generator<Notice> {
  if (arrivals.some(({ kind }) => kind === 'left')) {
    const message = 'Files were not fetched, as --no-downloads asks. Run it again with --resume to fetch them.';
    yield { kind: 'missing', message, episodes: [] };
  }
  for (const arrival of arrivals) {
    const notice = arrivalNotice(arrival);
    const { episode } = arrival.download;
    if (notice !== undefined) yield { ...notice, episodes: episode === undefined ? [] : [episode] };
  }
}

function arrivalNotice(arrival: Arrival): Omit<Notice, 'episodes'> | undefined {
  const { kind, download } = arrival;
  if (kind === 'left') return undefined;
  if (kind === 'failed') {
    const where = download.kind === 'audio' ? ' The episode names the audio by its address.' : '';
    return { kind: 'missing', message: arrival.reason + where };
  }
  const { bytes, isNew } = arrival;
  if (download.length === undefined || download.length === bytes || bytes === 0) return undefined;
  const message = `The feed states ${download.length} bytes for ${download.path}, which has ${bytes}.`;
  return { kind: isNew ? 'odd' : 'person', message };
}

function section(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `${title}\n${lines.map((words) => `  ${words}\n`).join('')}\n`;
}

function line({ message, episodes }: Notice): string {
  if (episodes.length === 0) return message;
  const shown = episodes.slice(0, 3).join('; ');
  const more = episodes.length > 3 ? `; and ${episodes.length - 3} more` : '';
  return `${message} (${shown}${more})`;
}
