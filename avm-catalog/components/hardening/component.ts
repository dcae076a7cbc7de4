import { literals } from '../../../src/bicep/type.ts';
import { call, param, type Value } from '../../../src/bicep/value.ts';
import { component, type Composer } from '../../kernel/component.ts';
import { asCondition, existingMachine } from '../../kernel/patterns.ts';
import type { HardeningParameters } from '../../kernel/rule-parameters.ts';
import { drawing } from './drawing.ts';
import { hardeningDocs } from './docs.ts';
import { enforcements, hardeningInputs } from './inputs.ts';

export const hardening = component({
  name: 'hardening',
  title: 'Hardening baseline',
  summary: 'The operating system hardened by a script, and audited against the Azure security baseline',
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
            'Audit changes nothing on the VM; ApplyAndMonitor applies the baseline once and reports drift; ApplyAndAutoCorrect applies it again after drift',
          ),
        script: z.boolean().describe('Run scripts/harden.ps1 on the machine'),
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
      { path: 'guestConfiguration', ask: 'Is the Azure security baseline assigned?', kind: 'confirm' },
      {
        path: 'enforcement',
        ask: 'What does the baseline do?',
        kind: 'choice',
        when: (inputs) => inputs['guestConfiguration'] === true,
        choices: () => [
          { value: 'Audit', name: 'Audit (reports, changes nothing)' },
          { value: 'ApplyAndMonitor', name: 'ApplyAndMonitor (applies it once, then reports)' },
          { value: 'ApplyAndAutoCorrect', name: 'ApplyAndAutoCorrect (applies it, and again after drift)' },
        ],
      },
      { path: 'script', ask: 'Is the hardening script run?', kind: 'confirm' },
    ],
    switchOn: { guestConfiguration: true, script: true },
  },
  switchedBy: ['hardening.guestConfiguration', 'hardening.script'],
  docs: hardeningDocs,
  enabled: (view) => hardeningInputs.of(view).guestConfiguration || hardeningInputs.of(view).script,
  contribute: (c) => {
    // What runs later has been tested with the hardened system.
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
    c.native({
      symbol: 'hardeningScript',
      type: 'Microsoft.Compute/virtualMachines/runCommands@2025-04-01',
      comment:
        'Hardening script, run once the machine is up and again when it changes; the application is installed after it',
      reason: 'there is no module for run commands',
      on: asCondition(isRun),
      dependsOn: ['virtualMachine'],
      body: {
        parent: existingMachine(c),
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
  },
});

function enforcement(c: Composer) {
  return c.choose({
    name: 'baselineEnforcement',
    type: literals(...enforcements),
    description: 'What the security baseline does: report, apply once, or apply again after drift',
    value: (view) => hardeningInputs.of(view).enforcement,
    answers: ['hardening.enforcement'],
    ids: ['SEC-007'],
  });
}

function script(c: Composer): Value {
  return flag(c, 'script', 'runHardeningScript', 'Run scripts/harden.ps1 on the machine');
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
