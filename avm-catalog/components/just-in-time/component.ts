import { call, param, text } from '../../../src/bicep/value.ts';
import { component } from '../../kernel/component.ts';
import { pick } from '../../kernel/patterns.ts';
import { justInTimeDocs } from './docs.ts';
import { hoursOfAccess } from './hours.ts';
import { drawing } from './drawing.ts';
import { justInTimeInputs } from './inputs.ts';

export const justInTime = component({
  name: 'just-in-time',
  title: 'Just-in-time access',
  summary: 'Remote desktop closed until it is asked for',
  serves: ['SEC-005'],
  drawing,
  inputs: {
    token: justInTimeInputs,
    schema: (z) =>
      z.strictObject({ enabled: z.boolean().describe('Needs Defender for Servers Plan 2 in the subscription') }),
    defaults: ({ rules }) => ({ enabled: rules.on('SEC-005') }),
    questions: [
      {
        path: 'enabled',
        ask: 'Is remote desktop opened just in time? (needs Defender for Servers Plan 2)',
        kind: 'confirm',
        byEnvironment: true,
      },
    ],
    guesses: [
      {
        path: 'enabled',
        question: 'Is Defender for Servers Plan 2 on in the subscription, so that access can be opened just in time',
        why: 'The deployment fails where it is not.',
        advice: 'Switch the plan on before the first deployment.',
        asItIs: true,
        category: 'Integration & External Dependencies',
        impact: 3,
        uncertainty: 2,
      },
    ],
    switchOn: { enabled: true },
  },
  docs: justInTimeDocs,
  enabled: (view) => justInTimeInputs.of(view).enabled,
  contribute: (c) =>
    c.name('justInTime', { type: 'Microsoft.Security/locations/jitNetworkAccessPolicies', abbreviation: 'jit' }),
  compose: (c) => {
    const hours = hoursOfAccess(c.rules);
    c.native({
      symbol: 'justInTime',
      type: 'Microsoft.Security/locations/jitNetworkAccessPolicies@2020-01-01',
      comment: 'Just-in-time policy: remote desktop opens on request, from where administrators come',
      reason: 'there is no module for just-in-time policies',
      dependsOn: ['virtualMachine'],
      body: {
        name: text`${param('location')}/${c.reference('justInTime')}`,
        kind: 'Basic',
        properties: {
          virtualMachines: [
            {
              id: call('resourceId', 'Microsoft.Compute/virtualMachines', c.reference('virtualMachine')),
              ports: [
                {
                  number: 3389,
                  protocol: 'TCP',
                  allowedSourceAddressPrefix: c.because(
                    ['SEC-004'],
                    pick(c.collect('administration'), (one) => one.prefix, 'VirtualNetwork'),
                  ),
                  maxRequestAccessDuration: `PT${hours}H`,
                },
              ],
            },
          ],
        },
      },
    });
  },
});
