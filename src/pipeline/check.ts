import type { z } from 'zod';
import { compareDiagnostics, type Diagnostic, type Severity } from '../model/diagnostic.ts';
import { episodeSchemaIn } from '../model/episode.ts';
import { type Entry, type EpisodeEntry, isMarkedDraft, isValid, type Project, stateOf } from '../model/project.ts';
import { showSchema } from '../model/show.ts';
import { frontmatterFindings } from '../rules/frontmatter.ts';
import { episodeRules, showRules } from '../rules/index.ts';
import type { Finding, RuleText } from '../rules/rule.ts';
import { schemaTexts } from '../rules/schema-texts.ts';

/** Stage 2. Holds a project against its schemas, then against every rule. Pure. Sorted by file and place. */
export function check(project: Project): readonly Diagnostic[] {
  const settings = project.show.content?.rules ?? {};
  const found = [...checkShow(project), ...project.episodes.flatMap((entry) => checkEpisode(entry, project))];
  return found
    .flatMap((diagnostic) => {
      const setting = settings[diagnostic.rule];
      if (setting === 'off') return [];
      return [setting === undefined ? diagnostic : { ...diagnostic, severity: setting }];
    })
    .sort(compareDiagnostics);
}

export function hasError(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === 'error');
}

function checkShow(project: Project): Diagnostic[] {
  const { show } = project;
  if (!show.exists) {
    const message = 'There is no show.md in this folder.';
    return [place(show, schemaTexts['show-missing'], { message, remedy: schemaTexts['show-missing'].remedy })];
  }
  const found = checkSource(show, showSchema);
  if (!isValid(show)) return found;
  for (const rule of showRules) {
    for (const finding of rule.check(show, project)) found.push(place(show, rule, finding));
  }
  return found;
}

function checkEpisode(entry: EpisodeEntry, project: Project): Diagnostic[] {
  const timeZone = project.show.content?.timezone ?? 'UTC';
  const found = checkSource(entry, episodeSchemaIn(timeZone));
  const isDraft = !project.withDrafts && isMarkedDraft(entry);
  if (isValid(entry)) {
    const isWithdrawn = stateOf(entry.content, project.asOf) === 'withdrawn';
    for (const rule of episodeRules) {
      if (isWithdrawn && rule.appliesToWithdrawn !== true) continue;
      if (entry.content.waive[rule.id] !== undefined) continue;
      for (const finding of rule.check(entry, project)) found.push(place(entry, rule, finding));
    }
  }
  return isDraft ? found.map(softened) : found;
}

/** An unfinished draft must not hold up the rest of the show: nothing of it is published. */
function softened(diagnostic: Diagnostic): Diagnostic {
  return diagnostic.severity === 'error' ? { ...diagnostic, severity: 'warning' } : diagnostic;
}

function checkSource(entry: Entry<unknown>, schema: z.ZodType): Diagnostic[] {
  const found = frontmatterFindings(entry.frontmatter, schema).map(({ rule, ...finding }) =>
    place(entry, schemaTexts[rule], finding),
  );
  if (!entry.isCertainlyDecoded) {
    const message = 'The file is not saved as UTF-8; letters with accents, quotes and dashes may have come out wrong.';
    found.push(place(entry, schemaTexts['text-encoding'], { message, remedy: schemaTexts['text-encoding'].remedy }));
  }
  return found;
}

/** The one place where a finding gets its file, line and column. */
function place(entry: Entry<unknown>, rule: Pick<RuleText, 'id' | 'severity'>, finding: Finding): Diagnostic {
  const severity: Severity = finding.severity ?? rule.severity;
  const { at = [], on, message, remedy, file = entry.file } = finding;
  return { rule: rule.id, severity, file, range: finding.range ?? entry.frontmatter.locate(at, on), message, remedy };
}
