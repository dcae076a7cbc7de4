import { literals } from '../../../src/bicep/type.ts';
import { call, param, type Value } from '../../../src/bicep/value.ts';
import { component, type Composer } from '../../kernel/component.ts';
import type { Contribution } from '../../kernel/contribution.ts';
import { asCondition, both, existingMachine } from '../../kernel/patterns.ts';
import type { HardeningParameters } from '../../kernel/rule-parameters.ts';
import type { Slots } from '../../kernel/slots.ts';
import { drawing } from './drawing.ts';
import { hardeningDocs } from './docs.ts';
import { enforcements, hardeningInputs } from './inputs.ts';

export const hardening = component({
  name: 'hardening',
  title: 'Hardening baseline',
  summary: 'Hardening script for Windows, and evaluation against the Azure security baseline',
  serves: ['SEC-007'],
  drawing,
  inputs: {
    token: hardeningInputs,
    schema: (z) =>
      z.strictObject({
        guestConfiguration: z.boolean().describe('Assign the Azure security baseline for Windows'),
        enforcement: z
          .enum(enforcements)
          .describe(
            'Audit changes nothing on the VM, ApplyAndMonitor applies the baseline once and reports drift, and ApplyAndAutoCorrect applies it again after drift',
          ),
        script: z.boolean().describe('Run scripts/harden.ps1 on the VM'),
      }),
    defaults: ({ rules }) => {
      const methods = rules.on('SEC-007') ? rules.parameters<HardeningParameters>('SEC-007').methods : [];
      return {
        guestConfiguration: methods.includes('guestConfiguration'),
        enforcement: 'Audit',
        script: methods.includes('script'),
      };
    },
    questions: [
      { path: 'guestConfiguration', ask: 'Assign the Azure security baseline?', kind: 'confirm' },
      {
        path: 'enforcement',
        ask: 'Enforcement of the security baseline',
        kind: 'choice',
        when: (inputs) => inputs['guestConfiguration'] === true,
        choices: () => [
          { value: 'Audit', name: 'Audit (reports only)' },
          { value: 'ApplyAndMonitor', name: 'ApplyAndMonitor (applies once, then reports drift)' },
          { value: 'ApplyAndAutoCorrect', name: 'ApplyAndAutoCorrect (applies, and again after drift)' },
        ],
      },
      { path: 'script', ask: 'Run the hardening script?', kind: 'confirm' },
    ],
    switchOn: { guestConfiguration: true, script: true },
  },
  switchedBy: ['hardening.guestConfiguration', 'hardening.script'],
  docs: hardeningDocs,
  enabled: (view) => hardeningInputs.of(view).guestConfiguration || hardeningInputs.of(view).script,
  contribute: (c) => {
    // The application is installed on the hardened system, so its installation tests the hardening too.
    if (script(c) !== false) c.contribute('beforeApplication', { symbol: 'hardeningScript' });
    const baseline = flag(c, 'guestConfiguration', 'assignBaseline', 'Assign the Azure security baseline for Windows');
    if (baseline === false) return;
    c.contribute(
      'guestConfiguration',
      { value: { name: 'AzureWindowsBaseline', version: '1.*', assignmentType: enforcement(c) } },
      { on: asCondition(baseline) },
    );
  },
  compose: (c) => {
    const isRun = script(c);
    if (isRun === false) return;
    for (const machine of c.collect('machine')) runScript(c, isRun, machine);
  },
});

function runScript(c: Composer, isRun: Value, { item: machine, on }: Contribution<Slots['machine']>): void {
  const { of } = machine;
  c.native({
    symbol: of === undefined ? 'hardeningScript' : `${machine.symbol}HardeningScript`,
    type: 'Microsoft.Compute/virtualMachines/runCommands@2025-04-01',
    comment:
      of === undefined
        ? 'Run command for the hardening script, before the application is installed'
        : `Run command for the hardening script of ${of}`,
    reason: 'AVM has no module for run commands',
    on: both(asCondition(isRun), on),
    dependsOn: [machine.symbol],
    body: {
      parent: existingMachine(c, machine),
      name: 'harden',
      location: param('location'),
      tags: c.tags(),
      properties: {
        source: { script: call('loadTextContent', 'scripts/harden.ps1') },
        timeoutInSeconds: 900,
        treatFailureAsDeploymentFailure: true,
      },
    },
  });
}

function enforcement(c: Composer) {
  return c.choose({
    name: 'baselineEnforcement',
    type: literals(...enforcements),
    description: 'Enforcement of the security baseline. Audit, apply once, or apply again after drift',
    value: (view) => hardeningInputs.of(view).enforcement,
    answers: ['hardening.enforcement'],
    ids: ['SEC-007'],
  });
}

function script(c: Composer): Value {
  return flag(c, 'script', 'runHardeningScript', 'Run scripts/harden.ps1 on the VM');
}

function flag(c: Composer, key: 'guestConfiguration' | 'script', name: string, description: string) {
  return c.choose({
    name,
    type: { kind: 'bool' },
    description,
    value: (view) => hardeningInputs.of(view)[key],
    answers: [`hardening.${key}`],
    ids: ['SEC-007'],
  });
}
