import { pascal } from '../../../src/text/pascal.ts';
import { bool, int, literals, type BicepType } from '../../../src/bicep/type.ts';
import type { Expression, Value } from '../../../src/bicep/value.ts';
import type { Composer, Data } from '../../kernel/component.ts';
import type { View } from '../../kernel/view.ts';
import type { Contribution } from '../../kernel/contribution.ts';
import { asCondition, both } from '../../kernel/patterns.ts';
import type { AlertSetting } from './inputs.ts';
import { alertRules, type AlertName } from '../../kernel/alerts/rules.ts';
import { alertsInputs } from './inputs.ts';

const durations: Readonly<Record<number, string>> = { 5: 'PT5M', 15: 'PT15M', 30: 'PT30M', 60: 'PT1H' };

/** The resolved settings of an alert in one environment. */
export function alertIn(view: Pick<View, 'inputs'>, name: AlertName): Required<AlertSetting> {
  const { severity = 4, threshold, minutes = [] } = alertRules[name];
  const own = alertsInputs.of(view).rules[name] ?? {};
  return {
    enabled: own.enabled ?? true,
    severity: own.severity ?? severity,
    threshold: own.threshold ?? threshold?.initial ?? 0,
    windowMinutes: own.windowMinutes ?? minutes[0] ?? 0,
  };
}

/** The value of a setting, or a parameter if environments differ. */
function setting(
  c: Composer,
  name: AlertName,
  key: keyof AlertSetting,
  type: BicepType,
  says: string,
  value: (view: View) => Data,
): Value {
  return c.choose({
    name: `alert${pascal(name)}${pascal(key)}`,
    type,
    description: says,
    value,
    answers: [`alerts.rules.${name}.${key}`],
  });
}

export function severityOf(c: Composer, name: AlertName): Value {
  const type = literals(0, 1, 2, 3, 4);
  return setting(
    c,
    name,
    'severity',
    type,
    `Severity of the alert rule ${name}, from 0 (critical) to 4 (verbose)`,
    (view) => alertIn(view, name).severity,
  );
}

export function thresholdOf(c: Composer, name: AlertName): Expression | number {
  const value = setting(
    c,
    name,
    'threshold',
    int,
    `Threshold of the alert rule ${name}`,
    (view) => alertIn(view, name).threshold,
  );
  return value as Expression | number;
}

export function windowOf(c: Composer, name: AlertName): Value {
  const type = literals(...Object.values(durations));
  return setting(
    c,
    name,
    'windowMinutes',
    type,
    `Evaluation period of the alert rule ${name}`,
    (view) => durations[alertIn(view, name).windowMinutes] ?? 'PT15M',
  );
}

/** The contributed alerts, without those that are off everywhere; alerts that are off in some environments get a condition. */
export function chosen<T extends { readonly key: AlertName }>(
  c: Composer,
  given: readonly Contribution<T>[],
): readonly Contribution<T>[] {
  return given.flatMap((one) => {
    const on = enabledOf(c, one.item.key);
    return on === false ? [] : [{ ...one, on: both(one.on, asCondition(on)) }];
  });
}

function enabledOf(c: Composer, name: AlertName): Value {
  return setting(c, name, 'enabled', bool, `Enable the alert rule ${name}`, (view) => alertIn(view, name).enabled);
}
