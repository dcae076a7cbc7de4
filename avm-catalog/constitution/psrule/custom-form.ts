import { hasEach } from '../custom/path.ts';
import type { AnyOwnRule, OwnRule } from '../custom/own-rule.ts';
import type { Bounds, Condition, Related } from '../custom/condition.ts';
import { comparisonsOf } from './custom-comparison.ts';
import { all, any, is, none, not, some, type PsCondition } from './condition.ts';
import { because, expressed, type PsForm } from './form.ts';
import { Inexpressible, refuse } from './inexpressible.ts';

/** A custom rule in the terms of PSRule. */
export function customForm(own: AnyOwnRule): PsForm {
  if ('attest' in own) return { why: 'A person attests it.' };
  if ('declarations' in own) return { why: because.bicep };
  try {
    return formOf(own);
  } catch (error) {
    if (error instanceof Inexpressible) return { why: error.message };
    throw error;
  }
}

function formOf(own: OwnRule): PsForm {
  const { must, resources, except = [] } = own;
  if (own.count ?? own.aggregate) return { why: 'It’s about all resources of an environment together.' };
  if (!must) return { why: 'It has no condition for a single resource.' };
  const types = [resources.type].flat();
  const patterns = types.filter((type) => type.includes('*') && type !== '*');
  const where = [
    ...(types.includes('*') || patterns.length === 0 ? [] : [any(...types.map((like) => ({ field: 'type', like })))]),
    ...(resources.where ? [conditionOf(resources.where, types)] : []),
    ...except.map((one) => not(conditionOf(one.where, types))),
  ];
  return expressed({
    types: types.some((type) => type.includes('*')) ? [] : types,
    ...(where.length === 0 ? {} : { where: all(...where) }),
    must: conditionOf(must, types),
  });
}

function conditionOf(condition: Condition, types: readonly string[]): PsCondition {
  const { all: every, any: either, none: neither, not: denied, related } = condition;
  const each = (list: readonly Condition[]): readonly PsCondition[] => list.map((one) => conditionOf(one, types));
  if (every) return all(...each(every));
  if (either) return any(...each(either));
  if (neither) return not(any(...each(neither)));
  if (denied) return not(conditionOf(denied, types));
  if (related) return relatedOf(related, types);
  if (condition.setting !== undefined) return refuse('It reads a setting of avm.yaml.');
  if (condition.every !== undefined) return itemsOf(condition, condition.every, true, types);
  if (condition.some !== undefined) return itemsOf(condition, condition.some, false, types);
  return valueOf(condition, condition.path ?? '');
}

function valueOf(condition: Condition, path: string): PsCondition {
  if (hasEach(path)) return refuse('It reads several values with one path.');
  if (condition.holds) return refuse('It has a condition for a value in a resource.');
  return all(...comparisonsOf(condition, path));
}

/** `properties.securityRules[*]`, and what is compared in each item. */
function itemsOf(condition: Condition, path: string, isEvery: boolean, types: readonly string[]): PsCondition {
  const [list = '', rest = '', ...others] = path.split('[*]');
  if (others.length > 0) return refuse('It reads lists in lists.');
  const { where, holds } = condition;
  if (rest !== '' && (where ?? holds)) return refuse('It has a condition for a part of each item.');
  const within = (one: Condition | undefined): readonly PsCondition[] => (one ? [conditionOf(one, types)] : []);
  const must = [...comparisonsOf(condition, rest === '' ? '.' : rest.slice(1)), ...within(holds)];
  // A value that isn’t a list has no items here, and is one in PSRule.
  const isList: PsCondition = { field: list, isArray: true };
  return isEvery
    ? any(not(isList), none(list, ...within(where), not(all(...must))))
    : all(isList, some(list, ...within(where), ...must));
}

/** Children and extensions are in the list `resources` of a resource; nothing else that it’s related to. */
function relatedOf({ type, by, where, ...bounds }: Related, types: readonly string[]): PsCondition {
  const depth = (one: string): number => one.split('/').length;
  const isExact = ![...types, type].some((one) => one.includes('*'));
  const isChild = by === 'child' && types.every((one) => depth(one) + 1 === depth(type));
  const isExtension = by === 'extension' && types.every((one) => depth(one) === 2);
  if (!isExact || (!isChild && !isExtension)) return refuse(because.others);
  const own = isExtension ? [{ field: 'id', match: '/providers/[^/]+/[^/]+/[^/]+/providers/[^/]+/[^/]+/[^/]+$' }] : [];
  const parts = [is('type', type), ...own, ...(where ? [conditionOf(where, [type])] : [])];
  return all(...boundsOf(bounds).map((bound) => ({ field: 'resources', ...bound, allOf: parts })));
}

function boundsOf({ atLeast, atMost }: Bounds): readonly object[] {
  if (atLeast === undefined && atMost === undefined) return [{ greaterOrEqual: 1 }];
  return [
    ...(atLeast === undefined ? [] : [{ greaterOrEqual: atLeast }]),
    ...(atMost === undefined ? [] : [{ lessOrEqual: atMost }]),
  ];
}
