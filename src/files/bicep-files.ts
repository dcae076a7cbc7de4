import mainTemplate from '../../templates/main.bicep.hbs';
import parametersTemplate from '../../templates/main.bicepparam.hbs';
import { ascii } from '../bicep/ascii.ts';
import { isSecure } from '../bicep/type.ts';
import type { ObjectValue, Reason, Value } from '../bicep/value.ts';
import { call, symbol } from '../bicep/value.ts';
import { referenceOf, type Plan, type PlanParameter, type PlanResource, type PlanVariable } from '../plan/plan.ts';
import { requirementIds } from '../resolve/requirements.ts';
import type { Spec } from '../resolve/spec.ts';
import { describeOutput, describeParameter } from './descriptions.ts';
import type { GeneratedFile } from './file-set.ts';
import { importsOf } from './imported-files.ts';
import { renderFile } from './render.ts';
import { ownValue } from '../bicep/own.ts';

export function mainBicep(plan: Plan, spec: Spec): GeneratedFile {
  const parts = partsByModule(plan);
  const model = {
    title: spec.blueprint.title,
    description: spec.workload.description,
    imports: importsOf(plan),
    parameters: plan.parameters.map((one) => ({
      ...one,
      description: describeParameter(one),
      isSecure: isSecure(one.type),
      decorators: decorators(one),
    })),
    variables: plan.variables.filter((one) => one.of === undefined).map(variableModel),
    resources: plan.resources.map((one) => ({
      ...resourceModel(one),
      parts: (parts.get(one.symbol) ?? []).map(variableModel),
    })),
    outputs: plan.outputs.map((one) => ({ ...one, description: describeOutput(one) })),
  };
  return renderFile('main.bicep', mainTemplate, model, {
    ids: requirementIds(['ARC-001', 'ARC-003', 'modules', 'environments'], spec),
  });
}

export function parameterFiles(plan: Plan, spec: Spec): readonly GeneratedFile[] {
  const file = (path: string, environment: string): GeneratedFile => {
    const parameters = plan.parameters.map((one) => ({
      name: one.name,
      description: ascii(one.description),
      reason: one.reason,
      value: valueIn(one, environment),
    }));
    const reason: Reason = { ids: requirementIds(['environments'], spec), answers: [`environments.${environment}`] };
    return renderFile(path, parametersTemplate, { environment, workload: spec.workload.name, parameters }, reason);
  };
  return [
    file('main.bicepparam', plan.defaultEnvironment),
    ...plan.environments.map((environment) => file(`main.${environment}.bicepparam`, environment)),
  ];
}

/** A secret is read from its key vault at each deployment. */
function valueIn(parameter: PlanParameter, environment: string): Value {
  const value = ownValue(parameter.values, environment) as Value;
  if (!isSecure(parameter.type)) return value;
  const at = (key: string): Value => (ownValue(value, key) ?? '') as string;
  return call('az.getSecret', at('subscription'), at('group'), at('name'), at('secret'));
}

function decorators(parameter: PlanParameter): readonly { readonly name: string; readonly value: Value }[] {
  const { allowed, minLength, maxLength, minValue, maxValue } = parameter;
  const given: readonly (readonly [string, Value | undefined])[] = [
    ['allowed', allowed && [...allowed]],
    ['minLength', minLength],
    ['maxLength', maxLength],
    ['minValue', minValue],
    ['maxValue', maxValue],
  ];
  return given.flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }]));
}

function partsByModule({ variables }: Plan): ReadonlyMap<string, readonly PlanVariable[]> {
  const found = new Map<string, PlanVariable[]>();
  for (const one of variables) {
    if (one.of === undefined) continue;
    const known = found.get(one.of);
    if (known) known.push(one);
    else found.set(one.of, [one]);
  }
  return found;
}

function variableModel(one: PlanVariable) {
  return { ...one, description: ascii(one.description) };
}

function resourceModel(one: PlanResource) {
  const common = {
    symbol: one.symbol,
    comment: ascii(one.comment),
    reason: one.reason,
    condition: one.condition,
    loop: one.loop,
    exception: '',
    noModule: '',
    modifier: '',
  };
  const dependsOn = one.dependsOn.length === 0 ? undefined : one.dependsOn.map((name) => symbol(name));
  switch (one.kind) {
    case 'module':
      return {
        ...common,
        keyword: 'module',
        source: referenceOf(one),
        body: { scope: one.scope, params: one.params, dependsOn } satisfies ObjectValue,
      };
    case 'file':
      return {
        ...common,
        keyword: 'module',
        source: referenceOf(one),
        body: { params: one.params, dependsOn } satisfies ObjectValue,
        noModule: one.exception,
      };
    case 'native':
      return {
        ...common,
        keyword: 'resource',
        source: one.type,
        body: { ...one.body, dependsOn },
        exception: ascii(one.exception),
      };
    case 'existing':
      return {
        ...common,
        keyword: 'resource',
        source: one.type,
        modifier: ' existing',
        body: { name: one.name, scope: one.scope },
      };
  }
}
