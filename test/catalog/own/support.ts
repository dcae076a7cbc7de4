import { Estate, type Predicted, type Violation } from '../../../avm-catalog/constitution/estate.ts';
import type { View } from '../../../avm-catalog/kernel/view.ts';
import type { Condition } from '../../../avm-catalog/constitution/custom/condition.ts';
import type { OwnRule } from '../../../avm-catalog/constitution/custom/own-rule.ts';
import { judge, onResource } from '../../../avm-catalog/constitution/custom/judge.ts';
import { evaluate } from '../../../avm-catalog/constitution/evaluate.ts';
import { ownRule } from '../../../avm-catalog/constitution/custom/rule.ts';

const scope = '/subscriptions/s/resourceGroups/g/providers';

/** A resource of a type; the id follows from type and name, as Azure has it. */
export function resource(type: string, name: string, rest: object = {}): Predicted {
  const [provider = '', ...types] = type.split('/');
  const path = types.map((part, index) => `${part}/${name.split('/')[index] ?? ''}`);
  return { id: `${scope}/${[provider, ...path].join('/')}`, type, name, ...rest };
}

/** A resource on another one: a lock, a diagnostic setting. */
export function extension(of: Predicted, type: string, name: string, rest: object = {}): Predicted {
  return { id: `${of.id}/providers/${type}/${name}`, type, name, ...rest };
}

/** What a condition resolves to for a resource that has only this under `properties`. */
export function verdict(condition: Condition, properties: unknown): boolean | 'unknown' {
  return verdictIn(condition, resource('Microsoft.Test/things', 'thing', { properties: { it: properties } }));
}

export function verdictIn(condition: Condition, one: Predicted, ...others: readonly Predicted[]): boolean | 'unknown' {
  return judge(condition, onResource(one, new Estate([one, ...others]))).verdict;
}

export function factsIn(condition: Condition, one: Predicted, ...others: readonly Predicted[]): readonly string[] {
  return judge(condition, onResource(one, new Estate([one, ...others]))).facts();
}

export const usual: OwnRule = {
  title: 'Disks of 64 GiB or more',
  level: 'must',
  category: 'cost',
  statement: 'A disk has 64 GiB or more',
  resources: { type: 'Microsoft.Compute/disks' },
  message: 'the disk is too small',
  instead: 'choose a larger one.',
};

export function violationsOf(
  changes: Partial<OwnRule>,
  resources: readonly Predicted[],
  environment = 'dev',
): readonly Violation[] {
  const view = { environment } as View;
  const definition = ownRule('ORG-001', { ...usual, ...changes });
  return evaluate({ definition, level: 'must', parameters: {} }, resources, view)?.violations ?? [];
}
