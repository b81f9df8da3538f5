import type { z } from 'zod';
import { compareDiagnostics, type Diagnostic, type Severity } from '../model/diagnostic.ts';
import { type Episode, episodeSchemaIn } from '../model/episode.ts';
import {
  type Entry,
  type EpisodeEntry,
  isMarkedDraft,
  isValid,
  type Project,
  stateOf,
  type ValidEntry,
} from '../model/project.ts';
import { showSchema } from '../model/show.ts';
import type { Memory } from '../ports.ts';
import { frontmatterFindings } from '../rules/frontmatter.ts';
import { episodeRules, ruleTexts, showRules } from '../rules/index.ts';
import type { Finding, Rule, RuleText } from '../rules/rule.ts';
import { schemaTexts, settingTexts } from '../rules/schema-texts.ts';
import { digestOf } from '../text/digest.ts';
import { nearest } from '../text/nearest.ts';
import { pauses } from '../text/pauses.ts';
import { LineIndex } from '../text/positions.ts';
import { redacted } from './redact.ts';
import { remembered } from './remembered.ts';

export interface CheckOptions {
  /** False where notes (`info`) are not shown: the rules that have nothing else to say are not asked. Default true. */
  readonly withNotes?: boolean | undefined;
  /** Gives what was found in an episode before, while nothing that the finding goes by has changed. */
  readonly memory?: Memory | undefined;
}

/** Stage 2. Holds a project against its schemas, then against every rule. Pure. Sorted by file and place. */
export function check(project: Project, options: CheckOptions = {}): readonly Diagnostic[] {
  const steps = checking(project, options);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

/** As `check`; the event loop turns meanwhile. */
export async function checkWithPauses(project: Project, options: CheckOptions = {}): Promise<readonly Diagnostic[]> {
  const pause = pauses();
  const steps = checking(project, options);
  let step = steps.next();
  while (step.done !== true) {
    await pause();
    step = steps.next();
  }
  return step.value;
}

/** A step for each episode. */
function* checking(
  project: Project,
  { withNotes = true, memory }: CheckOptions,
): Generator<void, readonly Diagnostic[]> {
  const settings = project.show.content?.rules ?? {};
  const settingOf = (id: string) => (essential.has(id) ? undefined : settings[id]);
  const isAsked = ({ id, severity, mayWarn }: RuleText) => {
    const gravest = settingOf(id) ?? (mayWarn === true ? 'warning' : severity);
    return gravest !== 'off' && (withNotes || gravest !== 'info');
  };
  const asked = { show: showRules.filter(isAsked), episode: episodeRules.filter(isAsked) };
  const judging: Judging = {
    project,
    show: divided(asked.show),
    episode: divided(asked.episode),
    // Who listens to the audio has other reasons to wait.
    memory: project.loudness.size === 0 ? memory : undefined,
    digest: digestOf(JSON.stringify([[...asked.show, ...asked.episode].map(({ id }) => id), project.neverPublish])),
  };
  const found = [...checkShow(judging), ...checkSettings(project.show, Object.keys(settings), 'rules')];
  for (const entry of project.episodes) {
    found.push(...checkEpisode(entry, judging));
    found.push(...checkSettings(entry, Object.keys(entry.content?.waive ?? {}), 'waive'));
    yield;
  }
  const kept = found.flatMap((diagnostic) => {
    const setting = settingOf(diagnostic.rule);
    if (setting === 'off') return [];
    return [setting === undefined ? diagnostic : { ...diagnostic, severity: setting }];
  });
  return redacted(kept.sort(compareDiagnostics), project);
}

type ValidEpisode = EpisodeEntry & ValidEntry<Episode>;

const texts = new Map(ruleTexts.map((text) => [text.id, text]));
const essential = new Set(ruleTexts.filter(({ isEssential }) => isEssential).map(({ id }) => id));

/** A setting for a rule that does not exist, or that nothing can be published without, is itself a fault. */
function checkSettings(entry: Entry<unknown>, ids: readonly string[], key: 'rules' | 'waive'): Diagnostic[] {
  return ids.flatMap((id) => {
    const at = [key, id];
    if (!texts.has(id)) {
      const meant = nearest(id, texts.keys());
      const remedy = meant === undefined ? 'Run ppod rules to see the list.' : `Did you mean "${meant}"?`;
      return [
        place(entry, settingTexts['rule-unknown'], { at, on: 'key', message: `There is no rule "${id}".`, remedy }),
      ];
    }
    if (!essential.has(id)) return [];
    const message = `The rule "${id}" cannot be set aside: without what it asks for there is nothing to publish.`;
    return [place(entry, settingTexts['rule-essential'], { at, on: 'key', message, remedy: 'Remove this line.' })];
  });
}

export function hasError(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === 'error');
}

function checkShow({ project, show: { alone, comparing }, memory, digest }: Judging): Diagnostic[] {
  const { show } = project;
  if (!show.exists) {
    const message = 'There is no show.md in this folder.';
    return [place(show, schemaTexts['show-missing'], { message, remedy: schemaTexts['show-missing'].remedy })];
  }
  const found = checkSource(show, () => showSchema);
  if (!isValid(show)) return found;
  const ask = (rules: readonly Rule<'show'>[]) => {
    const found: Diagnostic[] = [];
    for (const rule of rules) judge(show, rule, rule.check(show, project), found);
    return found;
  };
  const ofItself = remembered(memory, `findings in ${show.file}`, digestOf(project.showDigest, digest), () =>
    redacted(ask(alone), project),
  );
  return [...found, ...ofItself, ...ask(comparing)];
}

/** Rules that look at their subject by itself; and those that look at everything. */
interface Divided<S extends 'show' | 'episode'> {
  readonly alone: readonly Rule<S>[];
  readonly comparing: readonly Rule<S>[];
}

function divided<S extends 'show' | 'episode'>(rules: readonly Rule<S>[]): Divided<S> {
  const isComparing = ({ compares }: Rule<S>) => compares === true;
  return { alone: rules.filter((rule) => !isComparing(rule)), comparing: rules.filter(isComparing) };
}

/** What a show is held against. `digest`: of all that is the same for all episodes and not in show.md. */
interface Judging {
  readonly project: Project;
  readonly show: Divided<'show'>;
  readonly episode: Divided<'episode'>;
  readonly memory: Memory | undefined;
  readonly digest: string;
}

function checkEpisode(entry: EpisodeEntry, judging: Judging): Diagnostic[] {
  const { project } = judging;
  const found = checkSource(entry, () => episodeSchemaIn(project.show.content?.timezone ?? 'UTC'));
  if (isValid(entry)) found.push(...checkRules(entry, judging), ...transcriptDiagnostics(entry));
  const isDraft = !project.withDrafts && isMarkedDraft(entry);
  return isDraft ? found.map(softened) : found;
}

function checkRules(entry: ValidEpisode, judging: Judging): readonly Diagnostic[] {
  const { project, memory, digest } = judging;
  const { alone, comparing } = judging.episode;
  const isWithdrawn = stateOf(entry.content, project.asOf) === 'withdrawn';
  const isAsked = ({ appliesToWithdrawn, isEssential, id }: Rule<'episode'>) =>
    (!isWithdrawn || appliesToWithdrawn === true) && (entry.content.waive[id] === undefined || isEssential === true);
  const ask = (rules: readonly Rule<'episode'>[]) => {
    const found: Diagnostic[] = [];
    for (const rule of rules) if (isAsked(rule)) judge(entry, rule, rule.check(entry, project), found);
    return found;
  };
  const { found, asked } = remembered(memory, `findings in ${entry.file}`, digestOf(entry.digest, digest), () => ({
    // Blacked out already here: a memory is a file that others may come to see.
    found: redacted(ask(alone), project),
    // A sign for each of them: there is one of these for every episode.
    asked: comparing.map((rule) => (mayFind(rule, entry, project) ? '+' : '-')).join(''),
  }));
  return [...found, ...ask(comparing.filter((_rule, index) => asked[index] === '+'))];
}

function mayFind(rule: Rule<'episode'>, entry: ValidEpisode, project: Project): boolean {
  return rule.compares !== true || rule.mayFind === undefined || rule.mayFind(entry, project);
}

/** Adds a rule's findings to those `found`, without those about values that ppod itself put in. A build does this a hundred thousand times. */
function judge(entry: Entry<unknown>, rule: RuleText, findings: Iterable<Finding>, found: Diagnostic[]): void {
  for (const finding of findings) {
    if (!entry.substituted.includes(String(finding.at?.[0]))) found.push(place(entry, rule, finding));
  }
}

/** What the readers found in the transcript that is published, at its place in the transcript's own file. */
function transcriptDiagnostics({ transcripts, content }: EpisodeEntry): Diagnostic[] {
  return transcripts.flatMap((file) => {
    const problems = file.problems.filter(({ rule }) => content?.waive[rule] === undefined);
    if (problems.length === 0) return [];
    const { path, text } = file;
    const lines = new LineIndex(text);
    return problems.map(({ line, column, ...problem }) => ({
      ...problem,
      file: path,
      range: lines.point(line, column),
    }));
  });
}

/** An unfinished draft must not hold up the rest of the show: nothing of it is published. */
function softened(diagnostic: Diagnostic): Diagnostic {
  return diagnostic.severity === 'error' ? { ...diagnostic, severity: 'warning' } : diagnostic;
}

function checkSource(entry: Entry<unknown>, schema: () => z.ZodType): Diagnostic[] {
  const faults = entry.isSound ? [] : frontmatterFindings(entry.frontmatter, schema());
  const found = faults.map(({ rule, ...finding }) => place(entry, schemaTexts[rule], finding));
  if (!entry.isCertainlyDecoded) {
    const message = 'The file is not saved as UTF-8; letters with accents, quotes and dashes may have come out wrong.';
    found.push(place(entry, schemaTexts['text-encoding'], { message, remedy: schemaTexts['text-encoding'].remedy }));
  }
  return found;
}

/** The one place where a finding gets its file, line and column. */
function place(entry: Entry<unknown>, rule: Pick<RuleText, 'id' | 'severity'>, finding: Finding): Diagnostic {
  const severity: Severity = finding.severity ?? rule.severity;
  const { at = [], on, range = entry.frontmatter.locate(at, on), file = entry.file, ...rest } = finding;
  const { message, remedy, hidesSource, fix, offers } = rest;
  return {
    ...{ rule: rule.id, severity, file, range, message, remedy },
    ...(hidesSource === undefined ? {} : { hidesSource }),
    ...(fix === undefined ? {} : { fix }),
    ...(offers === undefined ? {} : { offers }),
  };
}
