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
      emails: z.array(z.email()).max(20).describe('Email addresses to notify. Each address must be verified once'),
      armRoles: z.array(z.enum(alertRoles)).max(alertRoles.length).describe('Subscription roles to notify by email'),
      actionGroupId: z
        .string()
        .regex(actionGroup, 'must be the resource ID of an action group')
        .or(z.literal(''))
        .describe('Resource ID of an existing action group that alerts also trigger; empty for none'),
      muteMaintenance: z.boolean().describe('Suppress notifications about restarts during the maintenance window'),
      rules: rulesSchema(z),
    }),
  defaults: () => ({ enabled: false, emails: [], armRoles: [], actionGroupId: '', muteMaintenance: true, rules: {} }),
  questions: [
    { path: 'enabled', ask: 'Create alert rules?', kind: 'confirm', byEnvironment: true },
    {
      path: 'emails',
      ask: 'Email addresses to notify (separate with commas)',
      kind: 'list',
      byEnvironment: true,
      when: (inputs) => inputs['enabled'] === true,
    },
  ],
  guesses: [
    {
      path: 'emails',
      question: 'Which email addresses do alerts notify',
      why: 'Without an email address, alerts show only in the Azure portal.',
      advice: 'Use a shared mailbox or the address of your on-call tool, not the address of one person.',
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
  return z
    .strictObject(shape)
    .describe('Alert rules by name, each with its state, severity, threshold, and evaluation period');
}

/** A user sets only what differs from the default, so nothing is required. */
function ruleSchema(z: Zod, { reports, severity, threshold, minutes }: Settable): zod.ZodType<AlertSetting> {
  const shape = {
    enabled: z.boolean(),
    ...(severity === undefined
      ? {}
      : { severity: z.literal([0, 1, 2, 3, 4]).describe('Severity, from 0 (critical) to 4 (verbose)') }),
    ...(threshold
      ? { threshold: z.int().min(threshold.least).max(threshold.most).describe(`Threshold, in ${threshold.unit}`) }
      : {}),
    ...(minutes
      ? { windowMinutes: z.literal(minutes.toSorted((a, b) => a - b)).describe('Evaluation period, in minutes') }
      : {}),
  };
  return z.strictObject(shape).partial().describe(reports) as zod.ZodType<AlertSetting>;
}
