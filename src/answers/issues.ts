import type * as zod from 'zod';
import type { Said } from '../findings/finding.ts';
import { suggestion } from '../findings/nearest.ts';
import { plain, show } from './characters.ts';
import { refusalIn } from './refusal.ts';
import { namesSecret } from '../../avm-catalog/kernel/secrets.ts';
import { mapKeys } from './map-keys.ts';
import { keysOf, schemaAt } from './shape.ts';

type Issue = zod.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** A finding that has not been placed yet. */
export type IssueProblem = Said & {
  readonly path: Path;
  /** Placed at the key rather than at the value. */
  readonly key?: boolean;
};

export interface IssueContext {
  readonly schema: zod.ZodType;
  /** The value at a path, and how it is written where that says more. */
  readonly found: (path: Path) => { readonly value: unknown; readonly written?: string };
}

/** What zod found, in words of avm.yaml. */
export function problemsOf(issue: Issue, path: Path, context: IssueContext): readonly IssueProblem[] {
  const { value } = context.found(path);
  const invalid = (problem: string): IssueProblem[] => [
    { code: 'answer-invalid', path, args: { found: show(value), problem } },
  ];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey(key, path, context));
    case 'invalid_union':
      return unionProblems(issue, path, context);
    case 'invalid_type':
    case 'invalid_value':
      return [typeProblem([issue], path, context)];
    case 'invalid_key':
      return keyProblems(issue, path);
    case 'too_small':
      return invalid(bound(issue.origin, Number(issue.minimum), 'least'));
    case 'too_big':
      return invalid(bound(issue.origin, Number(issue.maximum), 'most'));
    case 'invalid_format':
      return invalid(formats[issue.format] ?? issue.message);
    case 'custom':
      return refused(issue, path) ?? invalid(issue.message);
    default:
      return invalid(issue.message);
  }
}

function keyProblems({ issues }: Extract<Issue, { code: 'invalid_key' }>, path: Path): readonly IssueProblem[] {
  const key = plain(String(path.at(-1)));
  if (path[0] === 'environments') return [{ code: 'environment-name', path, key: true, args: { environment: key } }];
  return issues.map((one): IssueProblem => {
    const refusal = one.code === 'custom' ? refusalIn(one.params) : undefined;
    return refusal
      ? { ...refusal, path, key: true }
      : { code: 'key-invalid', path, key: true, args: { key, problem: keyProblem(one) } };
  });
}

function keyProblem(issue: Issue): string {
  if (issue.code === 'too_small') return bound('string', Number(issue.minimum), 'least');
  return issue.code === 'too_big' ? bound('string', Number(issue.maximum), 'most') : issue.message;
}

const formats: Readonly<Record<string, string>> = {
  ipv4: 'must be an IPv4 address, such as 10.20.0.4',
  email: 'must be an email address, such as team@example.com',
};

/** A value that says itself what is wrong with it. */
function refused({ params }: Extract<Issue, { code: 'custom' }>, path: Path): readonly IssueProblem[] | undefined {
  const refusal = refusalIn(params);
  return refusal && [{ ...refusal, path }];
}

function unknownKey(key: string, path: Path, { schema }: IssueContext): IssueProblem {
  const at = { path: [...path, key], key: true };
  if (namesSecret(key))
    return {
      ...at,
      code: 'secret-refused',
      args: { key: plain(key), part: 'key', what: `the key ${plain(key)} names a secret` },
    };
  const here = schemaAt(schema, path);
  const known = (here && keysOf(here)) ?? [];
  const elsewhere = path.length === 0 && schemaAt(schema, ['spec', key]) ? `spec.${key}` : undefined;
  const near = elsewhere === undefined ? suggestion(key, known) : { nearest: elsewhere };
  return { ...at, code: 'key-unknown', args: { key: plain(key), known, ...near } };
}

/** The branch that was meant is the one that says more than that the type is wrong. */
function unionProblems(
  issue: Extract<Issue, { code: 'invalid_union' }>,
  path: Path,
  context: IssueContext,
): readonly IssueProblem[] {
  const isShallow = (one: Issue): boolean =>
    one.path.length === 0 && (one.code === 'invalid_type' || one.code === 'invalid_value');
  if ('options' in issue && issue.options) {
    return [typeProblem([{ ...issue, code: 'invalid_value', values: [...issue.options] }], path, context)];
  }
  const meant = issue.errors.filter((branch) => !branch.some(isShallow)).toSorted((a, b) => a.length - b.length)[0];
  if (meant) return meant.flatMap((one) => problemsOf(one, [...path, ...one.path], context));
  return [typeProblem(issue.errors.flat().filter(isShallow), path, context)];
}

const names: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map',
  record: 'a map',
  null: 'null',
};

function typeProblem(issues: readonly Issue[], path: Path, { schema, found: foundAt }: IssueContext): IssueProblem {
  const { value, written } = foundAt(path);
  const types = issues.flatMap((one) => (one.code === 'invalid_type' ? [names[one.expected] ?? one.expected] : []));
  const values = issues.flatMap((one) => (one.code === 'invalid_value' ? one.values : []));
  // An empty text beside other texts is the way to say none.
  const allowed = values.filter((one) => one !== '' || types.length === 0).map(String);
  const expected = [...new Set([...allowed, ...types])];
  if (value === undefined) return { code: 'answer-required', path, args: { key: String(path.at(-1) ?? ''), expected } };
  const found = written ?? show(value);
  const near = typeof value === 'string' ? suggestion(value, allowed) : {};
  if (allowed.length > 0) return { code: 'answer-value', path, args: { expected, found, ...near } };
  if (expected.join() === 'a map' && path.length > 0)
    return { code: 'answer-map', path, args: { found, ...mapKeys(schema, path, value) } };
  const isQuotable = types.includes('text') && typeof value !== 'object';
  return { code: 'answer-type', path, args: { expected, found, ...(isQuotable ? { quoted: `"${found}"` } : {}) } };
}

function bound(origin: string, limit: number, side: 'least' | 'most'): string {
  const more = side === 'least' ? 'or more' : 'or fewer';
  if (origin === 'string')
    return limit === 1 && side === 'least' ? 'must not be empty' : `must have ${limit} characters ${more}`;
  if (origin === 'array') return `must have ${limit} ${limit === 1 ? 'entry' : 'entries'} ${more}`;
  return `must be ${limit} or ${side === 'least' ? 'more' : 'less'}`;
}
