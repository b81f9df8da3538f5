import type { Diagnostic } from '../model/diagnostic.ts';
import { isMarkedDraft, type Podcast, type Project, type PublishedEpisode, stateOf } from '../model/project.ts';
import type { Ports } from '../ports.ts';
import { formatIso } from '../text/dates.ts';
import { digestOf } from '../text/digest.ts';
import { checkWithPauses } from './check.ts';
import { type LoadOptions, load } from './load.ts';
import { publish } from './publish.ts';

export interface Preview {
  readonly project: Project;
  /** The errors and warnings of the show as it is now. */
  readonly diagnostics: readonly Diagnostic[];
  /** `undefined` when a finding would stop the build. Holds drafts and scheduled episodes too, marked in their titles. */
  readonly podcast: Podcast | undefined;
}

/** Later than any date that a person writes: everything is due by then. */
const endOfTime = Date.UTC(9999, 11, 31);

/** The show as it will be when all is published. Drafts that are not far enough to be shown are left out. */
export async function planPreview(ports: Ports, baseUrl: string, progress: LoadOptions = {}): Promise<Preview> {
  const project = await load(ports, { ...progress, withDrafts: false });
  const options = { withNotes: false, memory: ports.memory };
  const diagnostics = await checkWithPauses(project, options);
  const all: Project = { ...project, asOf: endOfTime, withDrafts: true };
  const found = await checkWithPauses(all, options);
  const broken = new Set(found.flatMap(({ severity, file }) => (severity === 'error' ? [file] : [])));
  const episodes = all.episodes.filter(
    (entry) =>
      !isMarkedDraft(entry) ||
      ![entry.file, ...entry.transcripts.map(({ path }) => path)].some((file) => broken.has(file)),
  );
  const kept = new Set(episodes.flatMap(({ file, transcripts }) => [file, ...transcripts.map(({ path }) => path)]));
  const dropped = new Set(all.episodes.flatMap(({ file }) => (kept.has(file) ? [] : [file])));
  const stops = [...broken].some((file) => file === 'show.md' || !dropped.has(file));
  if (stops || episodes.length === 0) return { project, diagnostics, podcast: undefined };
  const podcast = publish({ ...all, episodes }, { baseUrl });
  return {
    project,
    diagnostics,
    podcast: { ...podcast, episodes: podcast.episodes.map((episode) => marked(episode, ports.asOf)) },
  };
}

function marked(episode: PublishedEpisode, now: number): PublishedEpisode {
  const state = stateOf(episode.frontmatter, now);
  if (state === 'published') return episode;
  const mark = state === 'draft' ? 'Draft' : `Due ${formatIso(episode.date).slice(0, 16).replace('T', ' ')}`;
  return {
    ...episode,
    digest: digestOf(episode.digest, mark),
    frontmatter: { ...episode.frontmatter, title: `[${mark}] ${episode.frontmatter.title}` },
  };
}
