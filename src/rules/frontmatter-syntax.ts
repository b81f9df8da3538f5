import type { Fix } from '../model/diagnostic.ts';
import type { SyntaxProblem } from '../text/frontmatter.ts';
import type { Range } from '../text/positions.ts';
import { quotedLine, untabbedLine } from './repairs.ts';
import { quoted } from './rewrites.ts';
import type { Finding } from './rule.ts';
import type { SchemaRuleId } from './schema-texts.ts';

/** A finding that reading made, with the id of the rule it stands for. */
export interface SchemaFinding extends Finding {
  readonly rule: SchemaRuleId;
}

interface Advice {
  readonly message: string;
  readonly remedy: string;
}

/** What stands in the way of reading the facts at the top of a file, in words: one fault, one finding. `text` is the whole file. */
export function syntaxFindings(problems: readonly SyntaxProblem[], text: string): SchemaFinding[] {
  const lines = text.split(/\r?\n/);
  return withoutEchoes(problems, lines).map((problem) => syntaxFinding(problem, text, lines));
}

/** A line is told of once; and a key without its colon makes all that belongs to it unreadable too. */
function withoutEchoes(problems: readonly SyntaxProblem[], lines: readonly string[]): readonly SyntaxProblem[] {
  const kept: SyntaxProblem[] = [];
  for (const problem of problems) {
    const { line } = problem.range.start;
    const isTold = kept.some(({ range }) => range.start.line === line);
    const cause = kept.findLast(({ code }) => code === 'MULTILINE_IMPLICIT_KEY')?.range.start.line;
    const isEcho = cause !== undefined && lines.slice(cause, line).every((text) => /^(?:\s|-|$)/.test(text));
    if (!isTold && !isEcho) kept.push(problem);
  }
  return kept;
}

const badIndent: Advice = {
  message: 'This line is not in line with its neighbours.',
  remedy: 'Begin all keys of one level at the same column, and indent what belongs to a key by two spaces.',
};

const unreadable: Advice = {
  message: 'This part cannot be read as a key with its value.',
  remedy: 'Look for a missing quote, bracket or colon on this line or the one before, or put the value in quotes.',
};

const adviceOn: Partial<Record<SyntaxProblem['code'], Advice>> = {
  NO_FRONTMATTER: {
    message: 'The file does not begin with a line of three dashes, so its facts cannot be found.',
    remedy: 'Put --- on the first line, then the keys one a line, then --- again, then the text.',
  },
  NOT_CLOSED: {
    message: 'The facts at the top of the file are not closed: the second line of three dashes is missing.',
    remedy: 'Put a line with --- and nothing else after the last key.',
  },
  NOT_A_LIST_OF_KEYS: {
    message: 'What stands between the two --- is not a list of keys.',
    remedy: 'Write one key a line, like title: Early help.',
  },
  DUPLICATE_KEY: {
    message: 'This key is here twice; only one of them can count.',
    remedy: 'Keep one of the two lines and remove the other.',
  },
  TAB_AS_INDENT: {
    message: 'This line begins with a tab.',
    remedy: 'Replace the tab by spaces: two for each level.',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    message: 'This value holds a colon followed by a space, so it cannot be told where the value ends.',
    remedy: 'Put the whole value in quotes, like title: "Early help: what it is".',
  },
  MISSING_CHAR: {
    message: 'Something that was opened here is not closed: a quote, a bracket, or the colon after a key.',
    remedy: 'Close the quote or bracket, or write the key as key: value.',
  },
  BAD_INDENT: badIndent,
  BAD_ALIAS: {
    message: 'A value that begins with * stands for something else in YAML, and that something is not there.',
    remedy: 'Put the value in quotes.',
  },
};

/** What is wrong with a line on which the parser missed the end of a key. */
function adviceOnKey(line: string, before: string): Advice | undefined {
  const [here, there] = [line, before].map((text) => /^(\s*)- /.exec(text)?.[1]);
  if (here !== undefined && there !== undefined && here !== there) return badIndent;
  if (/:(?:\s|$)/.test(line)) return undefined;
  const key = /^\s*(?:- )?([\w-]+)\s*$/.exec(line)?.[1];
  return key === undefined
    ? {
        message: 'There is no colon on this line, so nobody can tell what is the key and what its value.',
        remedy: 'Write it like title: Early help.',
      }
    : { message: `There is no colon after "${key}".`, remedy: `Write "${key}:".` };
}

function syntaxFinding({ code, message, range }: SyntaxProblem, text: string, lines: readonly string[]): SchemaFinding {
  if (code === 'EXECUTABLE') {
    return {
      rule: 'frontmatter-executable',
      range,
      message: `The file begins with "---${message}". ppod reads plain keys and values only and never runs what is in a file.`,
      remedy: 'Make the first line --- and nothing else, and write the facts as key: value.',
    };
  }
  const { line } = range.start;
  const isOnKey = code === 'MULTILINE_IMPLICIT_KEY' || code === 'BLOCK_AS_IMPLICIT_KEY';
  const onKey = isOnKey ? adviceOnKey(lines[line - 1] ?? '', lines[line - 2] ?? '') : undefined;
  const fix = syntaxFix(code, text, range);
  return {
    rule: 'frontmatter-syntax',
    range,
    ...(onKey ?? adviceOn[code] ?? unreadable),
    ...(fix === undefined ? {} : { fix }),
  };
}

function syntaxFix(code: SyntaxProblem['code'], text: string, range: Range): Fix | undefined {
  if (code === 'TAB_AS_INDENT') return untabbedLine(text, range);
  return code === 'BLOCK_AS_IMPLICIT_KEY' || code === 'BAD_SCALAR_START' ? quotedLine(text, range, quoted) : undefined;
}
