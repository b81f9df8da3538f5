import { writeSync } from 'node:fs';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Project } from '../model/project.ts';
import type { reporters } from '../reporters/index.ts';
import { type ColorSetting, wantsColor } from './terminal.ts';

export interface GlobalOptions {
  readonly root: string;
  readonly format: keyof typeof reporters;
  readonly color: ColorSetting;
  readonly quiet: boolean;
}

/** Prints findings in the asked format to `stream`: standard output when they are what was asked for. */
export async function report(
  project: Project,
  diagnostics: readonly Diagnostic[],
  options: GlobalOptions & { readonly facts?: Readonly<Record<string, unknown>>; readonly stream: 'stdout' | 'stderr' },
): Promise<void> {
  const { reporters: known } = await import('../reporters/index.ts');
  const { ruleTexts } = await import('../rules/index.ts');
  const rules = new Map(ruleTexts.map((text) => [text.id, text]));
  const { facts = {}, format, stream } = options;
  const color = wantsColor(options.color, process[stream], process.env);
  print(stream, known[format]({ diagnostics, sources: sourcesOf(project), color, rules, facts }));
}

function sourcesOf({ show, episodes }: Project): ReadonlyMap<string, string> {
  const files = [show, ...episodes].map(({ file, text }): [string, string] => [file, text]);
  const transcripts = episodes.flatMap((episode) =>
    episode.transcripts.map(({ path, text }): [string, string] => [path, text]),
  );
  return new Map([...files, ...transcripts]);
}

/** Writes all of it before returning, also into a pipe, so that the process may end at once. */
function print(stream: 'stdout' | 'stderr', text: string): void {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(process[stream].fd, bytes, at);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) throw error;
    }
  }
}
