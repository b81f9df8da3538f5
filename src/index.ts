/** ppod as a library: the same stages that the command line runs. Nothing else is public. */

export type { Diagnostic, Severity } from './model/diagnostic.ts';
export type { Podcast, Project } from './model/project.ts';
export { type WriteOptions, type WriteReport, writeDist } from './node/dist-folder.ts';
export { DistRefusal } from './node/dist-refusal.ts';
export { MachineFailure } from './node/machine-failure.ts';
export { machinePorts } from './node/machine-ports.ts';
export type { OutputFile } from './outputs/output.ts';
export { type BuildOptions, type BuildPlan, planBuild, render, renderAll } from './pipeline/build.ts';
export { check } from './pipeline/check.ts';
export { load } from './pipeline/load.ts';
export type { MediaProbe, Ports, ProjectFiles } from './ports.ts';
export { ruleTexts } from './rules/index.ts';
