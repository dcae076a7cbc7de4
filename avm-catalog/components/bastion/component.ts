import { bool, literals, string } from '../../../src/bicep/type.ts';
import { param, type Value } from '../../../src/bicep/value.ts';
import { drawing } from './drawing.ts';
import { bastionZones } from './zones.ts';
import { offerProblems } from '../../kernel/offer-problems.ts';
import { component, type Composer } from '../../kernel/component.ts';
import type { View } from '../../kernel/view.ts';
import { problem, type AnswerProblem } from '../../kernel/problem.ts';
import { bastionRules } from './security-rules.ts';
import { diagnostics, zones } from '../../kernel/patterns.ts';
import { bastionDocs } from './docs.ts';
import { bastionInputs } from './inputs.ts';

export const bastion = component({
  name: 'bastion',
  title: 'Azure Bastion',
  summary: 'The only administrative access',
  serves: ['administration', 'SEC-004'],
  drawing,
  inputs: {
    token: bastionInputs,
    schema: (z) =>
      z.strictObject({
        enabled: z.boolean().describe('Deploy Azure Bastion. Has no effect if network.topology is hub'),
        sku: z
          .enum(['Basic', 'Standard', 'Premium'])
          .describe('Tier. Standard adds the native client and file copy, and Premium adds session recording'),
        zones: z
          .enum(['auto', 'all', 'none'])
          .describe(
            'Availability zones (preview). You can’t change them later. auto uses all three zones in regions that are known to support them, and none elsewhere. Set all or none once the host exists, because a later version of the catalog can know more regions',
          ),
        sessionRecording: z
          .boolean()
          .describe(
            'Record all sessions. Requires Premium, turns off the native client, and needs a storage container and its SAS URL after the deployment',
          ),
      }),
    defaults: ({ rules }) => ({
      enabled: rules.on('SEC-004'),
      sku: 'Standard',
      zones: 'auto',
      sessionRecording: false,
    }),
    questions: [
      { path: 'enabled', ask: 'Deploy Azure Bastion?', kind: 'confirm' },
      {
        path: 'sku',
        ask: 'Azure Bastion tier',
        kind: 'choice',
        when: (inputs) => inputs['enabled'] === true,
        choices: () => [
          { value: 'Basic' },
          { value: 'Standard', name: 'Standard (native client, file copy)' },
          { value: 'Premium', name: 'Premium (also session recording)' },
        ],
      },
      {
        path: 'sessionRecording',
        ask: 'Record all sessions? (turns off the native client)',
        kind: 'confirm',
        when: (inputs) => inputs['enabled'] === true && inputs['sku'] === 'Premium',
      },
    ],
    switchOn: { enabled: true },
  },
  switchedBy: ['bastion.enabled', 'network.topology'],
  docs: bastionDocs,
  subnets: () => ['bastion'],
  enabled: isOn,
  check: (view) => (isOn(view) ? [...zoneProblems(view), ...recordingProblems(view)] : []),
  contribute: (c) => {
    c.name('bastion', { type: 'Microsoft.Network/bastionHosts' });
    c.name('bastionPublicIp', { type: 'Microsoft.Network/publicIPAddresses', qualifier: 'bastion' });
    c.contribute('subnet', { key: 'bastion', purpose: 'Azure Bastion' });
    c.contribute('administration', { prefix: param('subnetPrefixes', 'bastion') });
    for (const rule of bastionRules) c.contribute('securityRule', { subnet: 'bastion', rule });
  },
  compose: (c) => {
    c.module({
      symbol: 'bastion',
      module: 'network/bastion-host',
      comment: 'Azure Bastion, the only administrative access',
      makes: ['bastion'],
      params: {
        name: c.reference('bastion'),
        skuName: sku(c),
        enableSessionRecording: recording(c),
        virtualNetworkResourceId: c.id('virtualNetwork'),
        availabilityZones: hostZones(c),
        publicIPAddressObject: {
          name: c.reference('bastionPublicIp'),
          availabilityZones: zones(c),
          diagnosticSettings: diagnostics(c),
        },
        diagnosticSettings: diagnostics(c),
      },
    });
    c.output('bastionName', string, 'Name of the Bastion host', c.reference('bastion'));
  },
});

function isOn(view: View): boolean {
  return bastionInputs.of(view).enabled && view.core.network.topology === 'simple';
}

function hostZones(c: Composer) {
  return c.choose({
    name: 'bastionZones',
    type: { kind: 'array', of: { kind: 'literals', of: [1, 2, 3] } },
    description: 'Availability zones of the Bastion host; empty for none',
    value: bastionZones,
    answers: ['bastion.zones', 'location.region'],
    ids: ['RES-005'],
  });
}

function zoneProblems(view: View): readonly AnswerProblem[] {
  if (bastionInputs.of(view).zones !== 'all') return [];
  return offerProblems(view.core.location.region, {
    service: 'zonalBastion',
    answer: 'bastion.zones',
    instead: 'bastion.zones=none',
  });
}

function recordingProblems(view: View): readonly AnswerProblem[] {
  const is = bastionInputs.of(view);
  if (!is.sessionRecording || is.sku === 'Premium') return [];
  const args = { what: 'Session recordings', needs: 'bastion.sku=Premium' };
  return [problem('answer-needs', 'bastion.sessionRecording', args)];
}

function sku(c: Composer) {
  return c.choose({
    name: 'bastionSku',
    type: literals('Basic', 'Standard', 'Premium'),
    description: 'Tier of the Bastion host',
    value: (view) => bastionInputs.of(view).sku,
    answers: ['bastion.sku'],
  });
}

/** The module turns off the native client (tunneling) if sessions are recorded, as Azure Bastion requires. */
function recording(c: Composer): Value | undefined {
  const records = c.choose({
    name: 'bastionSessionRecording',
    type: bool,
    description: 'Record all sessions. Requires the Premium tier and turns off the native client',
    value: (view) => bastionInputs.of(view).sessionRecording,
    answers: ['bastion.sessionRecording'],
  });
  return records === false ? undefined : records;
}
