/** ppod as a library: the same stages that the command line runs. Nothing else is public. */
import { mediaProbe } from './node/media-probe.ts';
import { projectFiles } from './node/project-files.ts';
import type { Ports } from './ports.ts';

export type { Diagnostic, Severity } from './model/diagnostic.ts';
export type { Podcast, Project } from './model/project.ts';
export { type WriteOptions, type WriteReport, writeDist } from './node/dist-folder.ts';
export { DistRefusal } from './node/dist-refusal.ts';
export { MachineFailure } from './node/machine-failure.ts';
export type { OutputFile } from './outputs/output.ts';
export { type BuildOptions, type BuildPlan, planBuild, render } from './pipeline/build.ts';
export { check } from './pipeline/check.ts';
export { load } from './pipeline/load.ts';
export type { MediaProbe, Ports, ProjectFiles } from './ports.ts';
export { ruleTexts } from './rules/index.ts';

/** The ports of this machine for the show project in the folder `root`. `asOf`: the instant taken as now, in milliseconds since 1970. */
export function portsFor(root: string, asOf: number): Ports {
  return { files: projectFiles(root), media: mediaProbe(root), asOf };
}
