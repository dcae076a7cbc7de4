import mainTemplate from '../../templates/main.bicep.hbs';
import parametersTemplate from '../../templates/main.bicepparam.hbs';
import type { ObjectValue, Reason, Value } from '../bicep/value.ts';
import { symbol } from '../bicep/value.ts';
import type { Plan, PlanParameter, PlanResource } from '../plan/plan.ts';
import { requirementIds } from '../resolve/requirements.ts';
import type { Spec } from '../resolve/spec.ts';
import type { GeneratedFile } from './file-set.ts';
import { renderFile } from './render.ts';
import { ownValue } from '../bicep/own.ts';

export function mainBicep(plan: Plan, spec: Spec): GeneratedFile {
  const model = {
    title: spec.blueprint.title,
    description: spec.workload.description,
    parameters: plan.parameters.map((one) => ({ ...one, decorators: decorators(one) })),
    variables: plan.variables,
    resources: plan.resources.map(resourceModel),
    outputs: plan.outputs,
  };
  return renderFile('main.bicep', mainTemplate, model, {
    ids: requirementIds(['ARC-001', 'ARC-003', 'modules', 'environments'], spec),
  });
}

export function parameterFiles(plan: Plan, spec: Spec): readonly GeneratedFile[] {
  const file = (path: string, environment: string): GeneratedFile => {
    const parameters = plan.parameters.map((one) => ({
      name: one.name,
      description: one.description,
      reason: one.reason,
      value: ownValue(one.values, environment) as Value,
    }));
    const reason: Reason = { ids: requirementIds(['environments'], spec), answers: [`environments.${environment}`] };
    return renderFile(path, parametersTemplate, { environment, workload: spec.workload.name, parameters }, reason);
  };
  return [
    file('main.bicepparam', plan.defaultEnvironment),
    ...plan.environments.map((environment) => file(`main.${environment}.bicepparam`, environment)),
  ];
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

function resourceModel(one: PlanResource) {
  const common = {
    symbol: one.symbol,
    comment: one.comment,
    reason: one.reason,
    condition: one.condition,
    loop: one.loop,
    exception: '',
    modifier: '',
  };
  const dependsOn = one.dependsOn.length === 0 ? undefined : one.dependsOn.map((name) => symbol(name));
  switch (one.kind) {
    case 'module':
      return {
        ...common,
        keyword: 'module',
        source: `br/public:${one.module}:${one.version}`,
        body: { scope: one.scope, params: one.params, dependsOn } satisfies ObjectValue,
      };
    case 'native':
      return {
        ...common,
        keyword: 'resource',
        source: one.type,
        body: { ...one.body, dependsOn },
        exception: one.exception,
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
