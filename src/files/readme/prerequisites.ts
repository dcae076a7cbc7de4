import { providerOf, providersOfParameters } from '../../../avm-catalog/azure/module-types.ts';
import type { Prerequisite } from '../../../avm-catalog/kernel/docs.ts';
import { ownValue } from '../../bicep/own.ts';
import type { PlanFile, PlanModule } from '../../plan/plan.ts';
import { mirrorFacts } from '../mirror.ts';
import { joinedReason } from '../reasons.ts';
import { prerequisitesOf } from './documented.ts';
import { common } from './shared.ts';
import type { Workspace } from './sides.ts';

/** Version of the Bicep compiler that a workspace is checked with. */
export const bicepVersion = '0.49.2';

/** Where modules come from, where that isn't the public registry. */
export function mirrorOf(workspace: Workspace) {
  const { mirror } = workspace.spec;
  return mirror ? { ...mirrorFacts(mirror), reason: workspace.reason(['ARC-002', 'ARC-003']) } : null;
}

/** What the README says of what must exist before the first deployment. */
export function prerequisiteParts(workspace: Workspace) {
  const all = prerequisitesOf(workspace);
  const partsOf = (place: Prerequisite['in']) =>
    together(
      all.filter((one) => one.in === place),
      workspace,
    ).map(({ key, fact, model }) => ({
      ...fact,
      ...model,
      partial: prerequisitePartial(key),
    }));
  return { subscription: partsOf('subscription'), sections: partsOf('section') };
}

/** Those of many components of one kind are one, with the lists of all. */
function together(all: readonly Prerequisite[], { spec }: Workspace): readonly Prerequisite[] {
  return all.flatMap((one) => {
    const same = one.kind === undefined ? [one] : all.filter((other) => other.kind === one.kind);
    if (same.length < common) return [one];
    if (same[0] !== one) return [];
    const reason = joinedReason(
      same.map(({ fact }) => fact.reason),
      spec,
    );
    const model = same.map((other) => other.model ?? {}).reduce(withLists, { title: one.kind });
    return [{ ...one, fact: { ...one.fact, reason }, model: { ...model, title: one.kind } }];
  });
}

function withLists(all: object, one: object): object {
  const lists = Object.entries(one).map(([key, value]: [string, unknown]) => {
    const known = ownValue(all, key);
    return [
      key,
      Array.isArray(known) && Array.isArray(value) ? [...(known as unknown[]), ...(value as unknown[])] : value,
    ];
  });
  return { ...all, ...Object.fromEntries(lists) };
}

export function prerequisitePartials(workspace: Workspace): readonly (readonly [string, TemplateSpecification])[] {
  return prerequisitesOf(workspace).map(({ key, template }) => [prerequisitePartial(key), template] as const);
}

const prerequisitePartial = (key: string): string => `prerequisite ${key}`;

/** Namespaces of everything that is made. */
export function providers(workspace: Workspace) {
  const { plan } = workspace;
  const types = [
    ...plan.names.map((one) => one.type),
    ...plan.resources.flatMap((one) => (one.kind === 'native' ? [one.type] : [])),
  ];
  const modules = plan.resources.flatMap((one) => {
    if (one.kind === 'file') return providersOfFile(one);
    return one.kind === 'module' ? providersOfModule(one) : [];
  });
  const further = workspace.spec.components.flatMap(({ name, docs }) =>
    workspace.has(name) ? (docs.providers ?? []) : [],
  );
  const named = types.filter((type) => type.includes('/')).map((type) => type.slice(0, type.indexOf('/')));
  const names = [...new Set([...named, ...modules, ...further])].filter((one) => !always.includes(one)).toSorted();
  return { names, reason: workspace.reason(['modules']) };
}

function providersOfModule({ module, params }: PlanModule): string[] {
  const given = Object.entries(params).flatMap(([name, value]) => (value === undefined ? [] : name));
  const own = providerOf(module);
  return [...(own === undefined ? [] : [own]), ...providersOfParameters(given)];
}

function providersOfFile({ file: { resources, modules } }: PlanFile): string[] {
  const declared = resources.map(({ type }) => type.slice(0, type.indexOf('/')));
  return [...declared, ...modules.flatMap(({ module }) => providerOf(module) ?? [])];
}

/** Registered in every subscription: azure-docs resource-providers-and-types.md. */
const always = ['Microsoft.Authorization', 'Microsoft.Resources'];
