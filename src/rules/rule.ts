import type { Fix, Severity, SpellingOffer } from '../model/diagnostic.ts';
import type { Episode } from '../model/episode.ts';
import type { EpisodeEntry, Project, ValidEntry } from '../model/project.ts';
import type { Show } from '../model/show.ts';
import type { DataPath } from '../text/frontmatter.ts';
import type { Range } from '../text/positions.ts';

/** What a rule says when it finds something. The runner adds the rule id, severity, file and range. */
export interface Finding {
  /** The place in the frontmatter; the file's first line when neither this nor `range` is given. */
  readonly at?: DataPath;
  /** Point at the key instead of its value. */
  readonly on?: 'key' | 'value';
  /** A place that no key holds: in the notes, or in another file. */
  readonly range?: Range;
  /** When the cause is in another file than the subject's own: its project path. Needs `range`. */
  readonly file?: string;
  /** Only where one rule speaks of graver and lighter cases: in place of the rule's own severity. */
  readonly severity?: Severity;
  /** What is wrong, with the value, in one or two plain sentences. */
  readonly message: string;
  /** What to do, as an order. */
  readonly remedy: string;
  /** Where what stands there must not be repeated in a report. */
  readonly hidesSource?: boolean;
  /** The one safe repair of the file that the finding is in, for `ppod check --fix`. */
  readonly fix?: Fix;
  /** Spellings that `ppod check --fix` asks about on a terminal. */
  readonly offers?: readonly SpellingOffer[];
}

export interface Subjects {
  readonly show: ValidEntry<Show>;
  readonly episode: EpisodeEntry & ValidEntry<Episode>;
}

/** What a rule says of itself: printed by `ppod rules`, and the source of docs/rules.md. */
export interface RuleText {
  /** Permanent, kebab-case. The file of a rule has the same name. */
  readonly id: string;
  readonly severity: Severity;
  /** True for a rule of notes (`info`) that has graver cases too. The others are left out where notes are not shown. */
  readonly mayWarn?: boolean;
  /** The ids of the published requirements that it enforces; empty for ppod's own. */
  readonly enforces: readonly string[];
  /** What is wrong when the rule speaks, in one sentence. */
  readonly summary: string;
  /** Why this matters to a listener or a directory, in one or two sentences. */
  readonly why: string;
  /** Who asks for it, by name. */
  readonly source: string;
  /** What to do, in general. */
  readonly remedy: string;
  /** True where nothing could be published if the rule were switched off: neither `rules:` nor `waive:` can. */
  readonly isEssential?: boolean;
}

/** What a rule on one episode may look at beside it: what stays the same while other episodes change. */
export type Surroundings = Pick<Project, 'show' | 'media' | 'loudness' | 'neverPublish'>;

/** What a rule is asked about, and what it may see of everything else. */
type Judgement<S extends keyof Subjects, Around> = (subject: Subjects[S], around: Around) => Iterable<Finding>;

/**
 * One judgement. `check` is pure: it never sees a file system or the clock. A rule that compares its subject with other episodes,
 * with all the files or with the date says so by `compares`: what the others find of an episode is kept until that episode changes.
 */
export type Rule<S extends keyof Subjects = keyof Subjects> = RuleText & {
  readonly subject: S;
  /** Episode rules skip withdrawn episodes, whose files may be gone, unless they say so. */
  readonly appliesToWithdrawn?: boolean;
} & (
    | { readonly compares?: false; readonly check: Judgement<S, Surroundings> }
    | {
        readonly compares: true;
        readonly check: Judgement<S, Project>;
        /** Where this says no, `check` finds nothing, whatever else there is. Without it, it may. */
        readonly mayFind?: (subject: Subjects[S], around: Surroundings) => boolean;
      }
  );

/** Gives a rule its types. Write one rule a file. */
export function defineRule<S extends keyof Subjects>(rule: Rule<S>): Rule<S> {
  return rule;
}
