import {
  because,
  item,
  optional,
  variable,
  type Expression,
  type ObjectValue,
  type Reason,
  type ReferenceExpression,
  type Value,
} from '../../bicep/value.ts';
import type { PlanModule, PlanVariable } from '../plan.ts';
import { canonical, itemsIn } from './shape.ts';
import { merged } from './reasons.ts';
import { Unifier, type Difference } from './unify.ts';
import { free, lastWord, plural, wordFor } from './words.ts';
import { capital } from '../../text/pascal.ts';

/** With more differences an item is no easier to read than the declaration that it stands for. */
const mostDifferences = 12;

/** Last of all variables, in the order of the declarations. */
const order = Number.MAX_SAFE_INTEGER;

type Variable = PlanVariable & { readonly order: number };

/** Modules that share a declaration: a loop, and the variables that it goes through. */
export class Bundle {
  readonly members: readonly PlanModule[];
  readonly resource: PlanModule;
  readonly variables: readonly Variable[];

  private constructor(members: readonly PlanModule[], resource: PlanModule, variables: readonly Variable[]) {
    this.members = members;
    this.resource = resource;
    this.variables = variables;
  }

  /** Nothing where they differ in too much. Names that it takes are added to `taken`. */
  static of(
    members: readonly PlanModule[],
    switchOf: (component: string) => string,
    taken: Set<string>,
  ): Bundle | undefined {
    const [first] = members as readonly [PlanModule];
    const word = wordFor(first.module);
    const inner = members.flatMap((one) => itemsIn(one.params));
    const name = free(lastWord(word), new Set([...taken, ...inner]));
    const late = new Map<string, string>();
    const unifier = new Unifier(({ key, values, isLate }: Difference): Expression => {
      if (isLate && !late.has(key)) late.set(key, free(`${word}${capital(key)}`, taken));
      const found: ReferenceExpression = isLate ? variable(late.get(key) ?? '', item(name, 'key')) : item(name, key);
      return isLate && values.includes(undefined) ? optional(found) : found;
    });
    const params = unifier.params(members.map((one) => one.params));
    const { differences } = unifier;
    if (differences.length > mostDifferences) return undefined;
    const symbol = free(plural(word), taken);
    const list = free(`${word}Settings`, taken);
    const differs = new Set(members.map((one) => canonical(one.condition))).size > 1;
    const condition = differs ? item(name, 'deploy') : first.condition;
    const reason = reasonOf(members, switchOf);
    const ofLate = differences.filter(({ isLate }) => isLate);
    const items = members.map((one, index) => itemOf(one, index, differences, differs));
    return new Bundle(
      members,
      {
        kind: 'module',
        module: first.module,
        version: first.version,
        params,
        symbol,
        comment: `Components ${members.map(componentOf).join(', ')}: ${commentOf(first)}`,
        components: [...new Set(members.map(componentOf))],
        reason,
        loop: { item: name, in: variable(list) },
        dependsOn: members.flatMap((one) => one.dependsOn),
        members,
        ...(first.scope === undefined ? {} : { scope: first.scope }),
        ...(condition === undefined ? {} : { condition }),
      },
      [
        ...ofLate.map((one) => lateVariable(one, late.get(one.key) ?? '', symbol, members)),
        { name: list, value: items, description: `Settings that differ between ${symbol}`, reason, order },
      ],
    );
  }
}

function itemOf(member: PlanModule, index: number, differences: readonly Difference[], differs: boolean): Value {
  const own = differences.flatMap(({ key, values, isLate }) => {
    // Items have the same keys, so that Bicep gives them one type; for a parameter of a module null means its default.
    return isLate ? [] : [[key, values[index] ?? null] as const];
  });
  const value: ObjectValue = {
    ...(differences.some(({ isLate }) => isLate) ? { key: member.symbol } : {}),
    ...Object.fromEntries(own),
    ...(differs ? { deploy: member.condition ?? true } : {}),
  };
  const { ids } = member.reason;
  return because(member.reason, value, `${componentOf(member)}${ids.length === 0 ? '' : ` (${ids.join(', ')})`}`);
}

/** A variable with a value for each: unlike the array of a loop, it may have values that only the deployment knows. */
function lateVariable(
  { key, values }: Difference,
  name: string,
  symbol: string,
  members: readonly PlanModule[],
): Variable {
  const entries = members.flatMap((one, index) => {
    const value = values[index];
    return value === undefined ? [] : [[one.symbol, because(one.reason, value)] as const];
  });
  const reason = merged(entries.map(([, one]) => one.reason));
  return {
    name,
    value: Object.fromEntries(entries),
    description: `${capital(spaced(key))} of ${symbol}, by key`,
    reason,
    order,
  };
}

/** `role assignments` for roleAssignments. */
function spaced(key: string): string {
  return key.replace(/(?<=[a-z0-9])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function componentOf({ components }: PlanModule): string {
  return components[0] ?? '';
}

/** Comments of a named component end in its name. */
function commentOf(member: PlanModule): string {
  const start = `Component ${componentOf(member)}: `;
  return member.comment.startsWith(start) ? member.comment.slice(start.length) : member.comment;
}

/** There for all of them, and shaped by what each is on by. */
function reasonOf(members: readonly PlanModule[], switchOf: (component: string) => string): Reason {
  return {
    ids: merged(members.map((one) => one.reason)).ids,
    answers: members.map((one) => switchOf(componentOf(one))),
  };
}
