import { bare, isArray, isExpression, isObject, type ObjectValue, type Value } from '../../../src/bicep/value.ts';
import type { Finding } from '../../../src/findings/finding.ts';
import { metric } from '../../azure/metrics.ts';
import type { Planned } from '../../kernel/planned.ts';

/** Metric alerts watch metrics that their resource type has. */
export function metricFindings(plan: Planned): readonly Finding[] {
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
