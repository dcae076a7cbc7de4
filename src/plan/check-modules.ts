import type { ChosenModule } from '../../avm-catalog/kernel/chosen.ts';
import type { ComponentDefinition } from '../../avm-catalog/kernel/component.ts';
import type { ModuleInterface, Scope } from '../../avm-catalog/modules/interface.ts';
import { isUntyped, parameterOf } from '../../avm-catalog/modules/resolve.ts';
import { sharedPath, type Version } from '../answers/version.ts';
import { makeFinding, type Finding } from '../findings/finding.ts';
import type { Spec } from '../resolve/spec.ts';
import { fileProblems } from './check-files.ts';
import { circle, referenceProblems, useProblems } from './check-references.ts';
import { differing } from './differing.ts';
import type { Catalog } from './draft.ts';

/** Modules that a person chose and that cannot be planned: not in the catalog, not for a resource group, or not one. */
export function checkModules(spec: Spec, catalog: Catalog): readonly Finding[] {
  return [
    ...spec.components.flatMap((one) => useProblems(one, spec)),
    ...spec.components.flatMap((one) => referenceProblems(one, spec)),
    ...circle(spec),
    ...spec.components.flatMap((one) => moduleProblems(one, spec, catalog)),
    ...spec.components.flatMap((one) => fileProblems(one, spec, catalog)),
  ];
}

function moduleProblems({ modules }: ComponentDefinition, spec: Spec, catalog: Catalog): readonly Finding[] {
  const chosen = spec.views.map((view) => ({ view, all: modules?.(view) ?? [] }));
  const [first] = chosen;
  const other = chosen.find(({ all }) => JSON.stringify(all) !== JSON.stringify(first?.all));
  if (other) return [differing(other.view, other.all[0], 'module-differs')];
  return (first?.all ?? []).flatMap((one) => problemOf(one, spec.version, catalog) ?? []);
}

function problemOf(
  { module, version, answer, needs }: ChosenModule,
  of: Version,
  catalog: Catalog,
): Finding | undefined {
  // Nothing was chosen, which the component says itself.
  if (module === '' || version === '') return undefined;
  const where = { file: 'avm.yaml', answer: sharedPath(answer, of) };
  const unknown = catalog.unknown(module, version);
  if (unknown) return { ...unknown, where: { ...where, answer: `${where.answer}.${placeOf(unknown)}` } };
  const undeployable = deploymentProblem(module, version, catalog);
  if (undeployable) return { ...undeployable, where };
  if (needs === undefined) return undefined;
  const parameter = lacking(catalog.interface(module, version), needs.parameter);
  const place = { ...where, answer: `${where.answer}.${needs.why}` };
  return parameter === undefined
    ? undefined
    : makeFinding('module-lacks', 'error', { module, why: needs.why, parameter }, place);
}

/** A parameter that a module lacks, or the property of one that it has. */
function lacking(iface: ModuleInterface, path: string): string | undefined {
  const [name = '', property = ''] = path.split('.');
  if (!Object.hasOwn(iface.parameters, name)) return name;
  const node = parameterOf(iface, name);
  return isUntyped(node) || Object.hasOwn(node.properties ?? {}, property) ? undefined : path;
}

/** Why no workspace can deploy a module of the catalog. */
export function deploymentProblem(module: string, version: string, catalog: Catalog): Finding | undefined {
  if (module.startsWith('avm/utl/')) return makeFinding('module-types-only', 'error', { module });
  const { scope } = catalog.interface(module, version);
  if (scope === undefined) return undefined;
  return makeFinding('module-scope', 'error', { module, scope: scopeWords[scope], instead: inGroup(module, catalog) });
}

const placeOf = ({ code }: Finding): string => (code === 'unknown-module' ? 'module' : 'version');

const scopeWords: Readonly<Record<Scope, string>> = {
  subscription: 'subscription',
  managementGroup: 'management group',
  tenant: 'tenant',
};

/** The same for a resource group, where it is published: `avm/res/consumption/budget/rg-scope`. */
function inGroup(module: string, catalog: Catalog): string {
  const path = `${module.replace(/\/(mg|sub)-scope$/, '')}/rg-scope`;
  const version = catalog.latest(path);
  return version !== undefined && catalog.interface(path, version).scope === undefined ? path : '';
}
