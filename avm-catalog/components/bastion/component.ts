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
        enabled: z.boolean().describe('Has no effect where the topology is hub'),
        sku: z
          .enum(['Basic', 'Standard', 'Premium'])
          .describe('Standard adds the native client and file copy; Premium can also record sessions'),
        zones: z
          .enum(['auto', 'all', 'none'])
          .describe(
            'Availability zones (preview); cannot be changed later. auto takes all three in regions where Azure is known to offer Bastion in zones, and none elsewhere: once the host exists, write all or none, as a later catalog may know more regions',
          ),
        sessionRecording: z
          .boolean()
          .describe(
            'Record every session: Premium only, without native client; needs a container and a SAS URL afterwards',
          ),
      }),
    defaults: ({ rules }) => ({
      enabled: rules.on('SEC-004'),
      sku: 'Standard',
      zones: 'auto',
      sessionRecording: false,
    }),
    questions: [
      { path: 'enabled', ask: 'Is there to be a Bastion host?', kind: 'confirm' },
      {
        path: 'sku',
        ask: 'Which Bastion?',
        kind: 'choice',
        when: (inputs) => inputs['enabled'] === true,
        choices: () => [
          { value: 'Basic' },
          { value: 'Standard', name: 'Standard (native client, file copy)' },
          { value: 'Premium', name: 'Premium (can also record sessions)' },
        ],
      },
      {
        path: 'sessionRecording',
        ask: 'Are all sessions recorded? (no native client then)',
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
      comment: 'Azure Bastion: the only administrative access',
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
    description: 'Availability zones of the Bastion host; none where Azure is not known to offer them',
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
  const args = { what: 'Recordings of sessions', needs: 'bastion.sku=Premium' };
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

/** The module switches the native client (tunneling) off where sessions are recorded, as Azure Bastion requires. */
function recording(c: Composer): Value | undefined {
  const records = c.choose({
    name: 'bastionSessionRecording',
    type: bool,
    description: 'Record all sessions; Premium only, and there is no native client then',
    value: (view) => bastionInputs.of(view).sessionRecording,
    answers: ['bastion.sessionRecording'],
  });
  return records === false ? undefined : records;
}
