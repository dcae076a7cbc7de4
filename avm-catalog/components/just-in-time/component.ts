import { param, text } from '../../../src/bicep/value.ts';
import { component } from '../../kernel/component.ts';
import { list, pick } from '../../kernel/patterns.ts';
import { justInTimeDocs } from './docs.ts';
import { hoursOfAccess } from './hours.ts';
import { drawing } from './drawing.ts';
import { justInTimeInputs } from './inputs.ts';

export const justInTime = component({
  name: 'just-in-time',
  title: 'Just-in-time access',
  summary: 'RDP access that is closed until you request it',
  serves: ['SEC-005'],
  drawing,
  inputs: {
    token: justInTimeInputs,
    schema: (z) =>
      z.strictObject({
        enabled: z
          .boolean()
          .describe('Deploy a just-in-time access policy. Requires Defender for Servers Plan 2 in the subscription'),
      }),
    defaults: ({ rules }) => ({ enabled: rules.on('SEC-005') }),
    questions: [
      {
        path: 'enabled',
        ask: 'Use just-in-time access for RDP? (requires Defender for Servers Plan 2)',
        kind: 'confirm',
        byEnvironment: true,
      },
    ],
    guesses: [
      {
        path: 'enabled',
        question: 'Is Defender for Servers Plan 2 enabled in the subscription',
        why: 'Just-in-time access requires the plan, and the deployment fails without it.',
        advice: 'Enable the plan before the first deployment. Azure bills it for every server in the subscription.',
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
    const vms = c.collect('machine');
    const hours = hoursOfAccess(c.rules);
    // In a variable, because the linter accepts IDs in native resources only as a symbol or a function call.
    const machines = c.variable(
      'justInTimeMachines',
      list(vms, ({ item }) => ({
        id: item.id,
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
      })),
      { description: 'VMs with just-in-time access, and how long a request opens RDP', ids: ['SEC-005'] },
    );
    c.native({
      symbol: 'justInTime',
      type: 'Microsoft.Security/locations/jitNetworkAccessPolicies@2020-01-01',
      comment: 'Just-in-time access policy, which opens RDP on request',
      reason: 'AVM has no module for just-in-time access policies',
      dependsOn: vms.map(({ item }) => item.symbol),
      body: {
        name: text`${param('location')}/${c.reference('justInTime')}`,
        kind: 'Basic',
        properties: { virtualMachines: c.because(['SEC-004'], machines) },
      },
    });
  },
});
