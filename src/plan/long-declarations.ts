import { Printer } from '../bicep/print.ts';
import { isSecure } from '../bicep/type.ts';
import {
  call,
  imported,
  isArray,
  isExpression,
  isObject,
  lambda,
  symbol,
  type ObjectValue,
  type Reason,
  type Value,
} from '../bicep/value.ts';
import { capital } from '../text/pascal.ts';
import { replaced } from './imported.ts';
import type { Parts } from './parts.ts';
import type { PlanFile, PlanModule, PlanResource, PlanVariable } from './plan.ts';
import { references } from './references.ts';
import { itemsIn, partsOf } from './sharing/shape.ts';
import { free } from './sharing/words.ts';

/** Lines of a declaration: what a screen shows. */
const most = 60;
/** A shorter part is read more easily where it is. */
const least = 6;

interface Part {
  /** Keys and indexes; a branch of a choice, and what is spread, are steps that begin with `$`. */
  readonly path: readonly (string | number)[];
  readonly value: Value;
  readonly reason: Reason;
  readonly lines: number;
}

type Call = PlanModule | PlanFile;

/**
 * The same resources, with the longest parts of long module calls in variables. To checks, references, and rules the
 * parts are where they were: only the printer writes names.
 */
export function withoutLong(resources: readonly PlanResource[], parts: Parts, taken: Set<string>) {
  const variables: PlanVariable[] = [];
  const made = resources.map((one): PlanResource => {
    if (one.kind !== 'module' && one.kind !== 'file') return one;
    return { ...one, params: shortened(one, parts, (name) => free(name, taken), variables) };
  });
  return { resources: made, variables };
}

function shortened(one: Call, parts: Parts, nameFor: (name: string) => string, into: PlanVariable[]): ObjectValue {
  const made: (readonly [Part, PlanVariable])[] = [];
  let { params } = one;
  while (mostLines(params) + around(one) > most && linesOfCall(one, params) > most) {
    const part = longest(movable(params, [], one.reason, parts));
    if (part === undefined) break;
    const { value, reason, path } = part;
    const name = nameFor(`${one.symbol}${capital(keysOf(part).at(-1) ?? '')}`);
    made.push([part, { name, value: mapped(value), description: described(one, part), reason, of: one.symbol }]);
    params = changed(params, path, imported(name, [], value)) as ObjectValue;
  }
  const order = Object.keys(params);
  const placeOf = ({ path: [parameter] }: Part): number => order.indexOf(String(parameter));
  into.push(...made.toSorted(([a], [b]) => placeOf(a) - placeOf(b)).map(([, variable]) => variable));
  return params;
}

const linesOf = (value: Value): number => new Printer(() => '').value(value).split('\n').length;

/** No value is printed on more lines; the plan of most calls says so much faster than printing them. */
function mostLines(value: Value): number {
  if (typeof value === 'string') return value.split('\n').length;
  if (typeof value !== 'object' || value === null) return 1;
  return partsOf(value).reduce<number>((sum, part) => sum + mostLines(part), 2);
}

/** Scope, dependencies, loop, and the braces of the call. */
const around = (one: Call): number =>
  6 + one.dependsOn.length + (one.kind === 'module' && one.scope ? mostLines(one.scope) : 0);

/** As they are printed: with what is around the parameters. */
function linesOfCall(one: Call, params: ObjectValue): number {
  const scope = one.kind === 'module' ? one.scope : undefined;
  const dependsOn = one.dependsOn.length === 0 ? undefined : one.dependsOn.map((name) => symbol(name));
  return linesOf({ scope, params, dependsOn }) + (one.loop ? 2 : 0);
}

function longest(found: readonly Part[]): Part | undefined {
  const [first] = found.filter(({ lines }) => lines >= least).toSorted((a, b) => b.lines - a.lines);
  return first;
}

const keysOf = ({ path }: Part): readonly string[] =>
  path.filter((step): step is string => typeof step === 'string' && !step.startsWith('$'));

function described(one: Call, part: Part): string {
  const [parameter = '', ...inner] = keysOf(part);
  return `Parameter ${parameter} of ${one.symbol}${inner.length === 0 ? '' : `: ${inner.join('.')}`}`;
}

/** The largest parts that a variable can have. */
function movable(value: Value, path: Part['path'], reason: Reason, parts: Parts): readonly Part[] {
  if (isExpression(value) && value.$ === 'because') return movable(value.value, path, value.reason, parts);
  if (isExpression(value) && value.$ === 'imported') return [];
  if (path.length > 0 && /^[A-Za-z]\w*$/.test(String(path.at(-1))) && isMovable(value, parts))
    return [{ path, value, reason, lines: linesOf(value) }];
  if (isArray(value)) return value.flatMap((one, index) => movable(one, [...path, index], reason, parts));
  if (isExpression(value) && value.$ === 'spread') return movable(value.value, [...path, '$value'], reason, parts);
  if (isExpression(value) && value.$ === 'if')
    return (['then', 'else'] as const).flatMap((branch) =>
      movable(value[branch], [...path, `$${branch}`], reason, parts),
    );
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, one]) =>
    one === undefined ? [] : movable(one, [...path, key], reason, parts),
  );
}

/** Neither known only at deployment, nor secret, nor about an item of the loop around it. */
function isMovable(value: Value, { definitions, parameters }: Parts): boolean {
  const { symbols, params } = references(value, definitions);
  const bound = new Set(itemsIn(value));
  return (
    symbols.size === 0 && ![...params].some((name) => isSecure(parameters.get(name)?.type)) && isClosed(value, bound)
  );
}

function isClosed(value: Value, bound: ReadonlySet<string>): boolean {
  if (isExpression(value) && value.$ === 'for' && value.index !== undefined) return false;
  if (isExpression(value) && value.$ === 'ref' && value.kind === 'item' && !bound.has(value.name)) return false;
  return partsOf(value).every((one) => isClosed(one, bound));
}

/** Bicep takes a `for` inside of a variable's value only as `map`. */
function mapped(value: Value): Value {
  return replaced(value, (one) =>
    one.$ === 'for' ? call('map', mapped(one.in), lambda(one.item, mapped(one.body))) : undefined,
  );
}

function changed(value: Value, path: Part['path'], to: Value): Value {
  const [step, ...rest] = path;
  if (isExpression(value) && value.$ === 'because') return { ...value, value: changed(value.value, path, to) };
  if (step === undefined) return to;
  if (isArray(value)) return value.map((one, index) => (index === step ? changed(one, rest, to) : one));
  if (isObject(value)) {
    const entries = Object.entries(value);
    const within = (one: Value | undefined): Value => changed(one ?? null, rest, to);
    return Object.fromEntries(entries.map(([key, one]) => [key, key === step ? within(one) : one]));
  }
  if (!isExpression(value)) return value;
  if (value.$ === 'spread') return { ...value, value: changed(value.value, rest, to) };
  if (value.$ !== 'if') return value;
  return step === '$then'
    ? { ...value, then: changed(value.then, rest, to) }
    : { ...value, else: changed(value.else, rest, to) };
}
