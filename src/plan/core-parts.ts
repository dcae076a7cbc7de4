import { region } from '../../avm-catalog/azure/regions.ts';
import type { RegionsParameters } from '../../avm-catalog/kernel/rule-parameters.ts';
import { literals, object, string } from '../bicep/type.ts';
import { call, propertyOf, type Value } from '../bicep/value.ts';
import { isEnvironmentTag } from '../resolve/resolve.ts';
import type { Spec } from '../resolve/spec.ts';
import type { Draft } from './draft.ts';
import { uniqueLength } from './names.ts';
import type { PlanParameter, PlanVariable } from './plan.ts';
import type { References } from './references.ts';
import { ownValue } from '../bicep/own.ts';

/** Parameters and variables that stand before those of the components. */
interface CoreParts {
  readonly parameters: readonly (PlanParameter & { readonly order: number })[];
  readonly variables: readonly PlanVariable[];
  /** Names of the parameters that these need. */
  readonly uses: readonly string[];
}

export function coreParts(spec: Spec, draft: Draft, used: References): CoreParts {
  const parts = [...new Set([...used.names].flatMap((key) => draft.names.get(key)?.made.uses ?? []))];
  const usesRegion = draft.namer.uses('region');
  return {
    parameters: [
      environmentName(spec, draft),
      location(spec, draft),
      ...tagValues(spec, draft),
      ...lockKind(spec, draft),
    ],
    variables: [
      ...naming('workload', spec.workload.name, 'Name of the workload in resource names', draft, ['workload.name']),
      ...(usesRegion
        ? naming('regionCodes', regionCodes(spec), 'Short codes of regions in resource names', draft, [
            'constitution.rules.TST-001',
          ])
        : []),
      ...naming('suffix', draft.namer.suffix(), 'Suffix of resource names', draft, ['workload.name']),
      ...(parts.includes('unique') || draft.namer.uses('unique')
        ? naming(
            'unique',
            call('take', call('uniqueString', propertyOf(call('resourceGroup'), 'id')), uniqueLength),
            'Part that makes resource names globally unique',
            draft,
            [],
          )
        : []),
    ],
    uses: [
      'environmentName',
      'location',
      ...(spec.tagNames.some((name) => !isEnvironmentTag(name)) ? ['tagValues'] : []),
      'lockKind',
    ],
  };
}

function naming(
  name: string,
  value: Value,
  description: string,
  draft: Draft,
  answers: readonly string[],
): readonly PlanVariable[] {
  return [
    {
      name,
      value,
      description,
      reason: { ids: draft.because(name === 'unique' ? ['NAM-002'] : ['NAM-001']), answers },
    },
  ];
}

function allowedRegions(spec: Spec): readonly string[] {
  const used = spec.views.map((view) => view.core.location.region);
  const allowed = spec.settings.on('TST-001') ? spec.settings.parameters<RegionsParameters>('TST-001').regions : [];
  return [...new Set([...allowed, ...used])].toSorted();
}

function regionCodes(spec: Spec): Value {
  return Object.fromEntries(allowedRegions(spec).map((name) => [name, region(name)?.shortCode ?? name]));
}

function environmentName(spec: Spec, draft: Draft): PlanParameter & { readonly order: number } {
  return {
    name: 'environmentName',
    type: literals(...spec.views.map((view) => view.environment)),
    description: 'Environment to deploy',
    values: Object.fromEntries(spec.views.map((view) => [view.environment, view.environment])),
    reason: { ids: draft.because(['environments']), answers: ['environments'] },
    order: -1,
  };
}

function location(spec: Spec, draft: Draft): PlanParameter & { readonly order: number } {
  return {
    name: 'location',
    type: string,
    description: 'Azure region of the resources',
    ...(spec.settings.on('TST-001') ? { allowed: allowedRegions(spec) } : {}),
    values: Object.fromEntries(spec.views.map((view) => [view.environment, view.core.location.region])),
    reason: { ids: draft.because(['TST-001', 'TST-003']), answers: ['spec.location.region'] },
    order: -1,
  };
}

function tagValues(spec: Spec, draft: Draft): readonly (PlanParameter & { readonly order: number })[] {
  const names = spec.tagNames.filter((name) => !isEnvironmentTag(name));
  if (names.length === 0) return [];
  return [
    {
      name: 'tagValues',
      type: object(Object.fromEntries(names.map((name) => [name, string]))),
      description: 'Values of the tags, except the environment tag',
      values: Object.fromEntries(
        spec.views.map((view) => [
          view.environment,
          Object.fromEntries(names.map((name) => [name, ownValue(view.tags, name) ?? ''])),
        ]),
      ),
      reason: { ids: draft.because(['TAG-001']), answers: ['tags'] },
      order: -1,
    },
  ];
}

function lockKind(spec: Spec, draft: Draft): readonly (PlanParameter & { readonly order: number })[] {
  const kinds = new Set(spec.views.map((view) => view.core.lock));
  if (kinds.size === 1) return [];
  return [
    {
      name: 'lockKind',
      type: literals('None', 'CanNotDelete'),
      description: 'Lock for each resource whose module supports locks',
      values: Object.fromEntries(
        spec.views.map((view) => [view.environment, view.core.lock === 'none' ? 'None' : view.core.lock]),
      ),
      reason: { ids: draft.because(['locks']), answers: ['spec.lock'] },
      order: -1,
    },
  ];
}
