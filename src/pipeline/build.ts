import type { Diagnostic } from '../model/diagnostic.ts';
import type { Podcast, Project } from '../model/project.ts';
import { outputs } from '../outputs/index.ts';
import type { OutputFile } from '../outputs/output.ts';
import type { Ports } from '../ports.ts';
import { check, hasError } from './check.ts';
import { type LoadOptions, load } from './load.ts';
import { type PublishOptions, publish } from './publish.ts';

export interface BuildOptions extends LoadOptions, PublishOptions {
  /** Warnings stop the build too. */
  readonly strict?: boolean;
}

export interface BuildPlan {
  readonly project: Project;
  readonly diagnostics: readonly Diagnostic[];
  /** `undefined` when a finding stops the build: ppod never writes a feed that a directory would reject. */
  readonly podcast: Podcast | undefined;
}

/** The whole program: load, check, publish. Then `render` makes the files, and writing them is the caller's step. */
export async function planBuild(ports: Ports, options: BuildOptions = {}): Promise<BuildPlan> {
  const project = await load(ports, options);
  const diagnostics = check(project);
  const stops =
    hasError(diagnostics) || (options.strict === true && diagnostics.some(({ severity }) => severity === 'warning'));
  return { project, diagnostics, podcast: stops ? undefined : publish(project, options) };
}

/** Stage 4. The files of dist/, one at a time, the feed last: nothing is held in memory longer than it takes to write. Pure. */
export function* render(podcast: Podcast): Iterable<OutputFile> {
  for (const output of outputs) yield* output.render(podcast);
}
