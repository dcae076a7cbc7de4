import type * as zod from 'zod';
import type { InputDefinition } from '../../kernel/component.ts';
import type { Zod } from '../../kernel/context.ts';
import type { Settable } from '../../kernel/alerts/rule.ts';
import { alertNames, alertRules } from '../../kernel/alerts/rules.ts';
import { alertRoles, alertsInputs, receivers, type AlertSetting, type AlertsInputs } from './inputs.ts';

const actionGroup =
  /^\/subscriptions\/[0-9a-f-]{36}\/resourceGroups\/[\w.()-]{1,90}\/providers\/Microsoft\.Insights\/actionGroups\/[^<>*&%:?+/\\]{1,260}$/i;

export const alertsDefinition: InputDefinition<AlertsInputs> = {
  token: alertsInputs,
  schema: (z) =>
    z.strictObject({
      enabled: z.boolean(),
      emails: z.array(z.email()).max(20).describe('Email addresses that are notified; each has to be verified once'),
      armRoles: z
        .array(z.enum(alertRoles))
        .max(alertRoles.length)
        .describe('Roles whose holders, assigned on the subscription, are notified by email'),
      actionGroupId: z
        .string()
        .regex(actionGroup, 'must be the resource id of an action group')
        .or(z.literal(''))
        .describe('An existing action group that alerts call too; empty for none'),
      muteMaintenance: z
        .boolean()
        .describe('Notifications about a restart are off while the maintenance window is open'),
      rules: rulesSchema(z),
    }),
  defaults: () => ({ enabled: false, emails: [], armRoles: [], actionGroupId: '', muteMaintenance: true, rules: {} }),
  questions: [
    { path: 'enabled', ask: 'Are operators told of trouble?', kind: 'confirm', byEnvironment: true },
    {
      path: 'emails',
      ask: 'By e-mail to whom? (commas between)',
      kind: 'list',
      byEnvironment: true,
      when: (inputs) => inputs['enabled'] === true,
    },
  ],
  guesses: [
    {
      path: 'emails',
      question: 'Who is told of trouble, by e-mail',
      why: 'Without an address an alert shows in the portal alone, and nobody looks there at night.',
      advice: 'Give a shared mailbox or the address of an on-call tool: people go on leave.',
      category: 'Non-Functional Quality Attributes',
      impact: 3,
      uncertainty: 3,
      when: (view) => alertsInputs.of(view).enabled && receivers({ ...alertsInputs.of(view), emails: [] }).length === 0,
    },
  ],
  about: {
    muteMaintenance: 'maintenance',
    ...Object.fromEntries(alertNames.map((name) => [`rules.${name}`, alertRules[name].of])),
  },
  switchOn: { enabled: true },
};

function rulesSchema(z: Zod): zod.ZodType<AlertsInputs['rules']> {
  const shape = Object.fromEntries(alertNames.map((name) => [name, ruleSchema(z, alertRules[name]).optional()]));
  return z.strictObject(shape).describe('Alerts by name: whether they are on, their severity, threshold, and time');
}

/** Of an alert a person gives what differs; so nothing of it is required. */
function ruleSchema(z: Zod, { reports, severity, threshold, minutes }: Settable): zod.ZodType<AlertSetting> {
  const shape = {
    enabled: z.boolean(),
    ...(severity === undefined ? {} : { severity: z.literal([0, 1, 2, 3, 4]).describe('0 is critical') }),
    ...(threshold
      ? { threshold: z.int().min(threshold.least).max(threshold.most).describe(`In ${threshold.unit}`) }
      : {}),
    ...(minutes
      ? { windowMinutes: z.literal(minutes.toSorted((a, b) => a - b)).describe('Minutes that are looked at together') }
      : {}),
  };
  return z.strictObject(shape).partial().describe(reports) as zod.ZodType<AlertSetting>;
}
