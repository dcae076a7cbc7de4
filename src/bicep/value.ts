/**
 * What makes an object an expression: a symbol that stays in this file. No JSON, YAML or answer can hold it,
 * so what a person writes is data whatever its keys are; a tag named `$` is a tag.
 */
const code: unique symbol = Symbol('expression');
interface Coded {
  readonly [code]: true;
}

/**
 * A Bicep value as data: literals, and expressions, which only the functions of this file make; `$` says which kind.
 * Object keys are printed in the order given; `undefined` properties are left out.
 */
export type Value = Literal | Expression | readonly Value[] | ObjectValue;
export type Literal = string | number | boolean | null;
export interface ObjectValue {
  readonly [key: string]: Value | undefined;
}

/** Why a part of the plan exists. */
export interface Reason {
  /** Ids of rules and requirements. */
  readonly ids: readonly string[];
  /** Component that asked for it. */
  readonly component?: string;
  /** Paths of the answers that shaped it. */
  readonly answers?: readonly string[];
}

export type Expression =
  | ReferenceExpression
  | CallExpression
  | TextExpression
  | ConditionExpression
  | OperatorExpression
  | LoopExpression
  | SpreadExpression
  | LambdaExpression
  | BecauseExpression
  | ImportedExpression;

/** A name in scope with a path behind it: `names.keyVault`, `tags`, `subnet.prefix`, `subnets[0].name`. */
export interface ReferenceExpression extends Coded {
  readonly $: 'ref';
  readonly kind: 'param' | 'var' | 'item' | 'symbol';
  readonly name: string;
  /** A step that is itself a reference is an index known only at deployment: `regionCodes[location]`. */
  readonly path: readonly Step[];
  /** The last step may lead nowhere, which is null: `account.?accessTier`. */
  readonly isOptional?: true;
  /** Its condition is true here, which Bicep can’t know: `identity!.outputs.clientId`. */
  readonly sure?: true;
}
export type Step = string | number | ReferenceExpression;
/** A function: `resourceId(...)`; with `on`, a method of a symbol: `vault.getSecret(...)`. */
export interface CallExpression extends Coded {
  readonly $: 'call';
  readonly fn: string;
  readonly args: readonly Value[];
  readonly on?: ReferenceExpression;
  /** A property of the result: `resourceGroup().id`. */
  readonly property?: string;
}
/** An interpolated string; neighbouring parts are joined with nothing between. */
export interface TextExpression extends Coded {
  readonly $: 'text';
  readonly parts: readonly (string | Expression)[];
}
interface ConditionExpression extends Coded {
  readonly $: 'if';
  readonly test: Value;
  readonly then: Value;
  readonly else: Value;
}
export interface OperatorExpression extends Coded {
  readonly $: 'op';
  readonly op: '==' | '!=' | '&&' | '||' | '!' | '??' | '+';
  /** One operand for `!`, two or more otherwise. */
  readonly of: readonly Value[];
}
/** `[for item in list: body]`, with `index` `[for (item, index) in list: body]`. */
export interface LoopExpression extends Coded {
  readonly $: 'for';
  readonly item: string;
  readonly index?: string;
  readonly in: Value;
  readonly body: Value;
}
/** `...value`, as an element of an array. */
interface SpreadExpression extends Coded {
  readonly $: 'spread';
  readonly value: Value;
}
/** `item => body`, as an argument of `map` and its like. */
interface LambdaExpression extends Coded {
  readonly $: 'lambda';
  readonly item: string;
  readonly body: Value;
}
/** The same value, with the reason it is there. Transparent to types and evaluation. */
interface BecauseExpression extends Coded {
  readonly $: 'because';
  readonly reason: Reason;
  readonly value: Value;
  /** What a comment above it says, where it is an element of a list. */
  readonly comment?: string;
}
/** What a declaration of an imported file gives: `allow(100, '443')`, or `rules` without arguments. As transparent. */
export interface ImportedExpression extends Coded {
  readonly $: 'imported';
  readonly name: string;
  readonly args: readonly Value[];
  readonly value: Value;
}

export const param = (name: string, ...path: Step[]): ReferenceExpression => ({
  [code]: true,
  $: 'ref',
  kind: 'param',
  name,
  path,
});
export const variable = (name: string, ...path: Step[]): ReferenceExpression => ({
  [code]: true,
  $: 'ref',
  kind: 'var',
  name,
  path,
});
export const item = (name: string, ...path: Step[]): ReferenceExpression => ({
  [code]: true,
  $: 'ref',
  kind: 'item',
  name,
  path,
});
export const symbol = (name: string, ...path: Step[]): ReferenceExpression => ({
  [code]: true,
  $: 'ref',
  kind: 'symbol',
  name,
  path,
});
/** The same of a resource that has a condition, where that holds. */
export const sure = (reference: ReferenceExpression): ReferenceExpression => ({ ...reference, sure: true });
export const call = (fn: string, ...args: Value[]): CallExpression => ({ [code]: true, $: 'call', fn, args });
/** A property of what a function gives: `resourceGroup().id`. */
export const propertyOf = (of: CallExpression, property: string): CallExpression => ({ ...of, property });
export const method = (on: ReferenceExpression, fn: string, ...args: Value[]): CallExpression => ({
  [code]: true,
  $: 'call',
  fn,
  args,
  on,
});
export const when = (test: Value, then: Value, otherwise: Value): ConditionExpression => ({
  [code]: true,
  $: 'if',
  test,
  then,
  else: otherwise,
});
export const operator = (op: OperatorExpression['op'], ...of: Value[]): OperatorExpression => ({
  [code]: true,
  $: 'op',
  op,
  of,
});
export const each = (name: string, list: Value, body: Value): LoopExpression => ({
  [code]: true,
  $: 'for',
  item: name,
  in: list,
  body,
});
export const spread = (value: Value): SpreadExpression => ({ [code]: true, $: 'spread', value });
export const lambda = (name: string, body: Value): LambdaExpression => ({
  [code]: true,
  $: 'lambda',
  item: name,
  body,
});
export const because = (reason: Reason, value: Value, comment?: string): BecauseExpression => ({
  [code]: true,
  $: 'because',
  reason,
  value,
  ...(comment === undefined ? {} : { comment }),
});
export const imported = (name: string, args: readonly Value[], value: Value): ImportedExpression => ({
  [code]: true,
  $: 'imported',
  name,
  args,
  value,
});
/** The same reference, null where its last step leads nowhere. */
export const optional = (reference: ReferenceExpression): ReferenceExpression => ({ ...reference, isOptional: true });

/** Tagged template for an interpolated string: text`nic-${names.vm}`. */
export function text(strings: TemplateStringsArray, ...values: (string | Expression)[]): TextExpression | string {
  return join(
    strings.flatMap((part, index) => (index < values.length ? [part, values[index] as string | Expression] : [part])),
  );
}

/** Joins parts into one string value, folding literal neighbours. */
export function join(parts: readonly (string | Expression)[]): TextExpression | string {
  const folded: (string | Expression)[] = [];
  for (const part of parts.flatMap((one) => (isExpression(one) && one.$ === 'text' ? one.parts : [one]))) {
    const last = folded.at(-1);
    if (part === '') continue;
    if (typeof part === 'string' && typeof last === 'string') folded[folded.length - 1] = last + part;
    else folded.push(part);
  }
  if (folded.every((part) => typeof part === 'string')) return folded.join('');
  return { [code]: true, $: 'text', parts: folded };
}

export function isExpression(value: unknown): value is Expression {
  return typeof value === 'object' && value !== null && (value as Partial<Coded>)[code] === true;
}

export function isObject(value: Value | undefined): value is ObjectValue {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isExpression(value);
}

export function isArray(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value);
}

/** The value itself: without reasons, and as if nothing were imported. */
export function bare(value: Value): Value {
  return isExpression(value) && (value.$ === 'because' || value.$ === 'imported') ? bare(value.value) : value;
}

/** The value as it is printed, without the reasons around it. */
export function unmarked(value: Value): Value {
  return isExpression(value) && value.$ === 'because' ? unmarked(value.value) : value;
}
