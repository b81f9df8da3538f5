import type { Diagnostic } from '../model/diagnostic.ts';
import type { Project } from '../model/project.ts';
import { redactorOf } from '../pipeline/redact.ts';
import type { reporters } from '../reporters/index.ts';
import { print } from './print.ts';
import { type ColorSetting, wantsColor, widthOf } from './terminal.ts';

export interface GlobalOptions {
  readonly root: string;
  readonly format: keyof typeof reporters;
  readonly color: ColorSetting;
  readonly quiet: boolean;
}

export interface ReportOptions extends GlobalOptions {
  readonly facts?: Readonly<Record<string, unknown>>;
  /** Standard output when the findings are what was asked for. */
  readonly stream: 'stdout' | 'stderr';
}

/** Prints a project's findings in the asked format. */
export async function report(
  project: Project,
  diagnostics: readonly Diagnostic[],
  options: ReportOptions,
): Promise<void> {
  print(options.stream, await reportText(project, diagnostics, options));
}

/** What `report` prints. */
export async function reportText(
  project: Project,
  diagnostics: readonly Diagnostic[],
  options: ReportOptions,
): Promise<string> {
  return await findingsText(diagnostics, sourcesOf(project, diagnostics), options);
}

/** Prints findings in the asked format; `sources` holds the text of each file that one of them is in. */
export async function reportFindings(
  diagnostics: readonly Diagnostic[],
  sources: ReadonlyMap<string, string>,
  options: ReportOptions,
): Promise<void> {
  print(options.stream, await findingsText(diagnostics, sources, options));
}

async function findingsText(
  diagnostics: readonly Diagnostic[],
  sources: ReadonlyMap<string, string>,
  { facts = {}, format, stream, color }: ReportOptions,
): Promise<string> {
  const { reporters: known } = await import('../reporters/index.ts');
  const { ruleTexts } = await import('../rules/index.ts');
  const rules = new Map(ruleTexts.map((text) => [text.id, text]));
  const columns = widthOf(process[stream]);
  const isColored = wantsColor(color, process[stream], process.env);
  return known[format]({ diagnostics, sources, color: isColored, columns, rules, facts });
}

/** The texts that findings may quote from, with what must never be published blacked out. */
function sourcesOf(project: Project, diagnostics: readonly Diagnostic[]): ReadonlyMap<string, string> {
  const redact = redactorOf(project);
  const named = new Set(diagnostics.map(({ file }) => file));
  const files = [project.show, ...project.episodes]
    .filter(({ file }) => named.has(file))
    .map(({ file, frontmatter: { text } }) => ({ path: file, text }));
  const sidecars = project.episodes
    .flatMap(({ transcripts, chaptersFile }) => [...transcripts, ...(chaptersFile === undefined ? [] : [chaptersFile])])
    .filter(({ path }) => named.has(path));
  return new Map([...files, ...sidecars].map(({ path, text }) => [path, redact(text)]));
}
