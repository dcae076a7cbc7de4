import type { ChosenModule, ComponentDefinition } from '../../avm-catalog/kernel/component.ts';
import type { View } from '../../avm-catalog/kernel/view.ts';
import { makeFinding, type Finding } from '../findings/finding.ts';
import type { Spec } from '../resolve/spec.ts';
import type { Catalog } from './draft.ts';

/** Modules that a person chose and that cannot be planned: not in the catalog, not for a resource group, or not one. */
export function checkModules(spec: Spec, catalog: Catalog): readonly Finding[] {
  return [
    ...spec.components.flatMap((one) => useProblems(one, spec)),
    ...spec.components.flatMap((one) => moduleProblems(one, spec, catalog)),
  ];
}

/** Components that are used and cannot be, or that are not there. */
function useProblems({ name: user, uses }: ComponentDefinition, spec: Spec): readonly Finding[] {
  const known = spec.components.filter((one) => one.access && one.name !== user).map((one) => one.name);
  const all = spec.views.flatMap((view) => uses?.(view) ?? []);
  const wrong = new Map(all.filter(({ name }) => !known.includes(name)).map((one) => [one.answer, one.name]));
  return [...wrong].map(([answer, name]) =>
    makeFinding('use-unknown', 'error', { name, known }, { file: 'avm.yaml', answer: `spec.${answer}` }),
  );
}

function moduleProblems({ modules }: ComponentDefinition, spec: Spec, catalog: Catalog): readonly Finding[] {
  const chosen = spec.views.map((view) => ({ view, all: modules?.(view) ?? [] }));
  const [first] = chosen;
  const other = chosen.find(({ all }) => JSON.stringify(all) !== JSON.stringify(first?.all));
  if (other) return [differing(other.view, other.all[0])];
  return (first?.all ?? []).flatMap((one) => problemOf(one, catalog) ?? []);
}

function differing({ environment }: View, one: ChosenModule | undefined): Finding {
  const where = { file: 'avm.yaml', answer: `environments.${environment}.${one?.answer}`, environment };
  return makeFinding('module-differs', 'error', {}, where);
}

function problemOf({ module, version, answer, needs }: ChosenModule, catalog: Catalog): Finding | undefined {
  // Nothing was chosen, which the component says itself.
  if (module === '' || version === '') return undefined;
  const where = { file: 'avm.yaml', answer: `spec.${answer}` };
  const unknown = catalog.unknown(module, version);
  if (unknown) return { ...unknown, where: { ...where, answer: `${where.answer}.${placeOf(unknown)}` } };
  const { scope, parameters } = catalog.interface(module, version);
  if (scope !== undefined) return makeFinding('module-scope', 'error', { module, scope }, where);
  return needs === undefined || Object.hasOwn(parameters, needs.parameter)
    ? undefined
    : makeFinding('module-lacks', 'error', { module, ...needs }, { ...where, answer: `${where.answer}.${needs.why}` });
}

const placeOf = ({ code }: Finding): string => (code === 'unknown-module' ? 'module' : 'version');
