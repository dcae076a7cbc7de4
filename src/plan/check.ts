import { metric } from '../../avm-catalog/azure/metrics.ts';
import { typeAt } from '../bicep/type.ts';
import {
  bare,
  isArray,
  isExpression,
  isObject,
  type ObjectValue,
  type ReferenceExpression,
  type Value,
} from '../bicep/value.ts';
import type { Finding } from '../findings/finding.ts';
import type { Catalog } from './draft.ts';
import { checkParameters } from './interface-check.ts';
import type { Plan, PlanModule } from './plan.ts';

/** What is wrong with a plan: module interfaces, metrics. */
export function checkPlan(plan: Plan, catalog: Catalog): readonly Finding[] {
  const modules = plan.resources.filter((one) => one.kind === 'module');
  return [...modules.flatMap((one) => interfaceFindings(plan, one, catalog)), ...metricFindings(plan)];
}

function interfaceFindings(plan: Plan, one: PlanModule, catalog: Catalog): readonly Finding[] {
  const iface = catalog.interface(one.module, one.version);
  const problems = checkParameters(iface, one.params, { resolveType: (reference) => typeOf(plan, reference) });
  return problems.map(({ code, path, args }) => ({
    code: 'interface',
    severity: 'error',
    where: { file: 'main.bicep', resource: one.symbol },
    ids: one.reason.ids,
    args: { module: `${one.module}:${one.version}`, parameter: path, problem: code, ...args },
  }));
}

function typeOf(plan: Plan, reference: ReferenceExpression) {
  if (reference.kind === 'param')
    return typeAt(plan.parameters.find((one) => one.name === reference.name)?.type, reference.path);
  return undefined;
}

/** Metric alerts watch metrics that their resource type has. */
function metricFindings(plan: Plan): readonly Finding[] {
  const list = plan.variables.find((one) => one.name === 'watchedMetrics')?.value ?? [];
  return alertsIn(list).flatMap((alert) => {
    const [type, name] = [bare(alert['resourceType'] ?? ''), bare(alert['metric'] ?? '')];
    if (typeof type !== 'string' || typeof name !== 'string' || metric(type, name)) return [];
    return [
      {
        code: 'metric-unknown',
        severity: 'error' as const,
        where: { file: 'main.bicep', resource: 'metricAlerts' },
        ids: [],
        args: { metric: name, type },
      },
    ];
  });
}

function alertsIn(value: Value): readonly ObjectValue[] {
  const inner = bare(value);
  if (isArray(inner)) return inner.flatMap(alertsIn);
  if (isObject(inner)) return [inner];
  if (!isExpression(inner)) return [];
  if (inner.$ === 'spread') return alertsIn(inner.value);
  return inner.$ === 'if' ? [...alertsIn(inner.then), ...alertsIn(inner.else)] : [];
}
