import { z } from 'zod';
import type { DataPath, Frontmatter } from '../text/frontmatter.ts';
import { isOneSlip, nearest } from '../text/nearest.ts';
import { type SchemaFinding, syntaxFindings } from './frontmatter-syntax.ts';
import { rewritten } from './repairs.ts';
import { bareNumber, dateForm, quoted, type Rewrite, replacedBy, truthValue } from './rewrites.ts';
import { describe, isEmpty, nameOf } from './value-words.ts';

/** Turns YAML faults and zod's issues into findings a writer understands: one fault, one finding. */
export function frontmatterFindings(frontmatter: Frontmatter, schema: z.ZodType): SchemaFinding[] {
  const syntax = syntaxFindings(frontmatter.problems, frontmatter.text);
  if (frontmatter.data === undefined) return syntax;
  const result = schema.safeParse(frontmatter.data, { reportInput: true });
  if (result.success) return syntax;
  const found = result.error.issues.flatMap(mostTelling).flatMap((issue) => issueFindings(schema, issue));
  return [...syntax, ...withoutRepeated(withoutRenamed(found)).map((finding) => withFix(finding, frontmatter))];
}

/** An address can be wrong in its protocol and in its host: to whoever wrote it that is one fault. */
function withoutRepeated(found: readonly DetailedFinding[]): readonly DetailedFinding[] {
  const told = found.map(({ at, message }) => JSON.stringify([at, message]));
  return found.filter((_, index) => told.indexOf(told[index] ?? '') === index);
}

function withFix({ rewrite, ...finding }: DetailedFinding, frontmatter: Frontmatter): SchemaFinding {
  const place = frontmatter.locate(finding.at, finding.on);
  const fix = rewrite === undefined ? undefined : rewritten(frontmatter.text, place, rewrite);
  return fix === undefined ? finding : { ...finding, fix };
}

/** A misspelt key and the missing key it was meant to be are one fault: the spelling. */
function withoutRenamed(found: readonly DetailedFinding[]): DetailedFinding[] {
  const renamed = new Set(found.map(({ meant }) => meant).filter((meant) => meant !== undefined));
  return found.filter(({ rule, at }) => !(rule === 'field-missing' && renamed.has(JSON.stringify(at))));
}

interface DetailedFinding extends SchemaFinding {
  readonly at: DataPath;
  /** For a misspelt key: the path of the key that was meant, as JSON. */
  readonly meant?: string;
  /** The safe repair, where there is one. */
  readonly rewrite?: Rewrite | undefined;
}

/** Of a value that fits none of several shapes, the issues of the shape that it resembles most. */
function mostTelling(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const isWrongShape = (branch: readonly z.core.$ZodIssue[]) =>
    branch.some(({ code, path }) => path.length === 0 && (code === 'invalid_type' || code === 'invalid_value'));
  const near = issue.errors.filter((branch) => branch.length > 0 && !isWrongShape(branch));
  if (near.length === 0) return [issue];
  return (near.sort((a, b) => a.length - b.length)[0] ?? [])
    .flatMap(mostTelling)
    .map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
}

function issueFindings(schema: z.ZodType, issue: z.core.$ZodIssue): DetailedFinding[] {
  const at = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(schema, at, key, issue.input));
  const name = nameOf(at);
  const help = helpFor(schema, at);
  const example = `Write it like ${help.example}.`;
  const found = issue.input;
  if (found === undefined && (issue.code === 'invalid_type' || issue.code === 'invalid_union')) {
    const remedy = `Add a line like ${help.example}.`;
    return [{ rule: 'field-missing', at, message: `${name} is missing. ${help.description}`.trim(), remedy }];
  }
  if (isEmpty(found)) {
    const message = `${name} has no value. ${help.description}`.trim();
    return [
      { rule: 'field-missing', at, message, remedy: help.isOptional ? `${example} Or remove the line.` : example },
    ];
  }
  if (issue.code === 'invalid_type' || issue.code === 'invalid_union') {
    const message = `${name} is ${describe(found)}${expected(issue)}. ${help.description}`.trim();
    return [
      { rule: 'field-kind', at, message, remedy: kindRemedy(issue, found, at, example), rewrite: kindRewrite(issue) },
    ];
  }
  if (issue.code === 'custom') return [customFinding(issue, at, name, example)];
  if (issue.code === 'invalid_value') return [choiceFinding(issue, at, name, found)];
  return [
    {
      rule: 'field-value',
      at,
      message: `${name} ${fault(issue)}: ${describe(found)}. ${help.description}`.trim(),
      remedy: example,
    },
  ];
}

/** `siblings` is the group of keys in which it stands. */
function unknownKey(schema: z.ZodType, at: DataPath, key: string, siblings: unknown): DetailedFinding {
  const known = keysAt(schema, at);
  const meant = nearest(key, known);
  const isAbsent = (name: string) => typeof siblings === 'object' && siblings !== null && !(name in siblings);
  const isSlip =
    meant !== undefined && isAbsent(meant) && known.filter((name) => isOneSlip(key, name)).join() === meant;
  const where = at.length === 0 ? '' : ` in ${nameOf(at)}`;
  return {
    rule: 'field-unknown',
    at: [...at, key],
    on: 'key',
    message: `"${key}" is not a key that ppod knows${where}.`,
    remedy:
      meant === undefined
        ? `Remove the line. The keys are: ${known.join(', ')}.`
        : `Did you mean "${meant}"? Write ${meant}: in its place, or remove the line.`,
    ...(meant === undefined ? {} : { meant: JSON.stringify([...at, meant]) }),
    rewrite: isSlip ? replacedBy(meant) : undefined,
  };
}

function choiceFinding(
  issue: z.core.$ZodIssueInvalidValue,
  at: DataPath,
  name: string,
  found: unknown,
): DetailedFinding {
  const choices = issue.values.map(String);
  const meant = typeof found === 'string' ? nearest(found, choices) : undefined;
  return {
    rule: 'field-value',
    at,
    message: `${name} is ${describe(found)}, which is none of ${choices.join(', ')}.`,
    remedy:
      meant === undefined
        ? `Write one of ${choices.join(', ')}.`
        : `Did you mean ${meant}? Write ${at.at(-1)}: ${meant}.`,
    rewrite: meant?.toLowerCase() === String(found).trim().toLowerCase() ? replacedBy(meant) : undefined,
  };
}

function customFinding(issue: z.core.$ZodIssueCustom, at: DataPath, name: string, example: string): DetailedFinding {
  const params = issue.params ?? {};
  if (params['expected'] === 'date') {
    if (params['kind'] === 'unreadable') {
      const message = `${name} is ${describe(issue.input)}, which is not a date.`;
      return {
        rule: 'date-unreadable',
        at,
        message,
        remedy: 'Write it like 2026-03-01 or 2026-03-01 09:30: year, month, day, in figures.',
        rewrite: dateForm,
      };
    }
    const what =
      params['kind'] === 'skipped'
        ? 'does not exist: the clocks go forward over that hour'
        : 'happens twice: the clocks go back over that hour';
    return {
      rule: 'date-daylight-saving',
      at,
      message: `${describe(issue.input)} ${what} in ${params['timeZone']}.`,
      remedy: `Choose another hour, or say which you mean: ${params['earlier']} or ${params['later']}.`,
    };
  }
  const message = `${name} ${issue.message}: ${describe(issue.input)}.`;
  return { rule: 'field-value', at, message, remedy: example };
}

/** How `found` fails a check of its own kind, as the end of a sentence that begins with the name. */
function fault(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'too_big':
      return `is too long (at most ${issue.maximum})`;
    case 'too_small':
      return `is too small (at least ${issue.minimum})`;
    case 'invalid_format':
      if (issue.format === 'url') return 'is not an https address';
      if (issue.format === 'email') return 'is not an e-mail address';
      if (issue.format === 'uuid') return 'is not an id of the form 917393e3-1b1e-5cef-ace4-edaa54e1f810';
      return issue.message.startsWith('must') ? issue.message : 'is not written as it must be';
    default:
      return issue.message.startsWith('must') ? issue.message : 'cannot be used';
  }
}

function expected(issue: z.core.$ZodIssue): string {
  if (issue.code !== 'invalid_type') return ', which does not fit here';
  const kinds: Readonly<Record<string, string>> = {
    string: 'text',
    number: 'a number',
    int: 'a whole number',
    boolean: 'true or false',
    array: 'a list',
    object: 'a group of keys',
    record: 'a group of keys',
  };
  return ` where ${kinds[issue.expected] ?? issue.expected} belongs`;
}

function kindRemedy(issue: z.core.$ZodIssue, found: unknown, at: DataPath, example: string): string {
  const key = at.findLast((step) => typeof step === 'string');
  if (issue.code === 'invalid_type') {
    if (issue.expected === 'string' && (typeof found === 'number' || typeof found === 'boolean'))
      return `Put it in quotes: ${key}: "${found}".`;
    if (issue.expected === 'boolean') return `Write ${key}: true or ${key}: false, without quotes.`;
    if (issue.expected === 'array' && typeof found === 'string') return `Write it as a list: ${key}: ["${found}"].`;
    if (typeof found === 'string' && /^\s*\d+\s*$/.test(found)) return `Take the quotes away: ${key}: ${found.trim()}.`;
  }
  return example;
}

function kindRewrite(issue: z.core.$ZodIssue): Rewrite | undefined {
  if (issue.code !== 'invalid_type') return undefined;
  const found = issue.input;
  if (issue.expected === 'string') return typeof found === 'number' ? quoted : undefined;
  if (issue.expected === 'boolean') return truthValue;
  return issue.expected === 'int' || issue.expected === 'number' ? bareNumber : undefined;
}

interface Help {
  readonly description: string;
  readonly example: string;
  readonly isOptional: boolean;
}

/** The words that the schema itself has for the key at `at`, or for the nearest key above it. */
function helpFor(schema: z.ZodType, at: DataPath): Help {
  for (let depth = at.length; depth > 0; depth--) {
    const node = schemaAt(schema, at.slice(0, depth));
    const meta = node === undefined ? undefined : z.globalRegistry.get(node);
    if (meta?.description === undefined) continue;
    const example: unknown = Array.isArray(meta['examples']) ? meta['examples'][0] : undefined;
    return {
      description: depth === at.length ? meta.description : '',
      example: lineFor(at[depth - 1], example),
      isOptional: node instanceof z.ZodOptional || node instanceof z.ZodDefault,
    };
  }
  const key = at.at(-1) ?? 'key';
  return { description: '', example: `${key}: a value`, isOptional: false };
}

/** `key: value`, or `- value` for an entry of a list. */
function lineFor(step: string | number | undefined, example: unknown): string {
  const value = typeof example === 'string' ? example : JSON.stringify(example);
  return typeof step === 'number' ? `- ${value}` : `${step}: ${value}`;
}

function keysAt(schema: z.ZodType, at: DataPath): string[] {
  const node = schemaAt(schema, at);
  return shapesOf(node).flatMap((object) => Object.keys(object.shape));
}

function schemaAt(schema: z.core.$ZodType, at: DataPath): z.core.$ZodType | undefined {
  let nodes: (z.core.$ZodType | undefined)[] = [schema];
  for (const step of at) {
    nodes = nodes.flatMap((node) => [
      ...shapesOf(node).map((object): z.core.$ZodType | undefined => object.shape[String(step)]),
      ...innerSchemas(node).flatMap((inner) =>
        inner instanceof z.ZodArray ? [inner.element] : inner instanceof z.ZodRecord ? [inner.valueType] : [],
      ),
    ]);
    nodes = nodes.filter((node) => node !== undefined);
  }
  return nodes[0];
}

function shapesOf(schema: z.core.$ZodType | undefined): z.ZodObject[] {
  return innerSchemas(schema).filter((inner) => inner instanceof z.ZodObject);
}

/** A schema without the wrappers that do not change what is written: optional, default, transform, union. */
function innerSchemas(schema: z.core.$ZodType | undefined): z.core.$ZodType[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return innerSchemas(schema.unwrap());
  if (schema instanceof z.ZodPipe) return innerSchemas(schema.in);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => innerSchemas(option));
  return schema === undefined ? [] : [schema];
}
