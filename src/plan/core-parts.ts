import type { NamePatternParameters } from '../../avm-catalog/constitution/rules/name-pattern.ts';
import type { RegionsParameters } from '../../avm-catalog/kernel/rule-parameters.ts';
import { literals, object, string } from '../bicep/type.ts';
import { call, propertyOf, type Value } from '../bicep/value.ts';
import { isEnvironmentTag } from '../resolve/resolve.ts';
import type { Spec } from '../resolve/spec.ts';
import type { Draft } from './draft.ts';
import { environmentCode, regionCode } from '../../avm-catalog/constitution/rules/name-texts.ts';
import type { PlanParameter, PlanVariable } from './plan.ts';
import { references, type References } from './references.ts';
import { ownValue } from '../bicep/own.ts';

/** Parameters and variables that stand before those of the components. */
interface CoreParts {
  readonly parameters: readonly (PlanParameter & { readonly order: number })[];
  readonly variables: readonly PlanVariable[];
  /** Names of the parameters that these need. */
  readonly uses: readonly string[];
}

export function coreParts(spec: Spec, draft: Draft, used: References): CoreParts {
  return {
    parameters: [environmentName(spec, draft), location(spec, draft), ...tagValues(spec, draft), lockKind(spec, draft)],
    variables: usedIn(namingVariables(spec, draft), used),
    uses: [
      'environmentName',
      'location',
      ...(spec.tagNames.some((name) => !isEnvironmentTag(name)) ? ['tagValues'] : []),
      'lockKind',
    ],
  };
}

function namingVariables(spec: Spec, draft: Draft): readonly PlanVariable[] {
  const { namer } = draft;
  const convention = 'constitution.rules.NAM-001';
  const variable = (
    name: string,
    value: Value | undefined,
    description: string,
    answers: readonly string[] = [],
  ): readonly PlanVariable[] => {
    const reason = { ids: draft.because(name === 'unique' ? ['NAM-002'] : ['NAM-001']), answers };
    return value === undefined ? [] : [{ name, value, description, reason }];
  };
  const unique = call('take', call('uniqueString', propertyOf(call('resourceGroup'), 'id')), namer.is.uniqueLength);
  return [
    ...variable('workload', spec.workload.name, 'Name of the workload in resource names', ['workload.name']),
    ...variable('environmentCodes', environmentCodes(spec, namer.is), 'Codes of environments in resource names', [
      convention,
    ]),
    ...variable('regionCodes', regionCodes(spec, namer.is), 'Short codes of regions in resource names', [
      ...(Object.keys(namer.is.regionCodes).length > 0 ? [convention] : []),
      'constitution.rules.TST-001',
    ]),
    ...variable('prefix', namer.shared('prefix'), 'Prefix of resource names', [convention]),
    ...variable('suffix', namer.shared('suffix'), 'Suffix of resource names', ['workload.name']),
    ...variable('unique', unique, 'Part that makes resource names globally unique'),
  ];
}

/** Those that names use, also through one another. */
function usedIn(variables: readonly PlanVariable[], { variables: used }: References): readonly PlanVariable[] {
  const none = () => undefined;
  const definitions = {
    variable: (name: string) => variables.find((one) => one.name === name)?.value,
    name: none,
    id: none,
  };
  const own = variables.filter(({ name }) => used.has(name)).map(({ value }) => value);
  const within = references(own, definitions).variables;
  return variables.filter(({ name }) => used.has(name) || within.has(name));
}

function allowedRegions(spec: Spec): readonly string[] {
  const used = spec.views.map((view) => view.core.location.region);
  const allowed = spec.settings.on('TST-001') ? spec.settings.parameters<RegionsParameters>('TST-001').regions : [];
  return [...new Set([...allowed, ...used])].toSorted();
}

function regionCodes(spec: Spec, is: NamePatternParameters): Value {
  return Object.fromEntries(allowedRegions(spec).map((name) => [name, regionCode(name, is) ?? name]));
}

function environmentCodes({ views }: Spec, is: NamePatternParameters): Value {
  return Object.fromEntries(views.map(({ environment }) => [environment, environmentCode(environment, is)]));
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

function lockKind(spec: Spec, draft: Draft): PlanParameter & { readonly order: number } {
  return {
    name: 'lockKind',
    type: literals('None', 'CanNotDelete'),
    description: 'Lock for each resource whose module supports locks',
    values: Object.fromEntries(
      spec.views.map((view) => [view.environment, view.core.lock === 'none' ? 'None' : view.core.lock]),
    ),
    reason: { ids: draft.because(['locks']), answers: ['spec.lock'] },
    order: -1,
  };
}
