import { encryptionAtHost, hardened, managedKeys, noSecrets, trustedLaunch } from './machine-checks.ts';
import { administrationThroughBastion, denyAllInbound, groupOnEverySubnet, justInTime, nothingFromInternet, privateEndpoints, privateSubnets } from './network-checks.ts';
import { rule, ruleWith, unless, type RuleDefinition } from '../rule.ts';

export interface JustInTimeParameters {
  readonly maxHours: number;
}
export interface HardeningParameters {
  readonly methods: readonly ('guestConfiguration' | 'script')[];
}
export interface CustomerManagedKeyParameters {
  readonly mode: 'off' | 'optional' | 'required';
}

export const security: readonly RuleDefinition[] = [
  rule({
    id: 'SEC-001',
    category: 'security',
    title: 'Network security group on every subnet',
    level: 'must',
    statement: () => 'Every subnet has a network security group.',
    shapes: 'One network security group is made for each subnet, with the rules the components on it need.',
    check: groupOnEverySubnet,
  }),
  rule({
    id: 'SEC-002',
    category: 'security',
    title: 'No inbound traffic from the internet',
    level: 'must',
    statement: () => 'No traffic from the internet reaches a workload: no public address on a machine, and no rule that allows it. The front of Azure Bastion is the one exception.',
    shapes: 'Network interfaces get private addresses only; inbound rules name private ranges or service tags.',
    check: nothingFromInternet,
  }),
  rule({
    id: 'SEC-003',
    category: 'security',
    title: 'Explicit deny-all inbound',
    level: 'must',
    statement: () => 'Every network security group ends in a rule that denies all inbound traffic.',
    shapes: 'A DenyAllInbound rule with priority 4000 closes each group, so that the wide defaults of Azure never apply.',
    check: denyAllInbound,
  }),
  rule({
    id: 'SEC-004',
    category: 'security',
    title: 'Administration through Bastion',
    level: 'must',
    statement: () => 'Machines are administered through Azure Bastion and in no other way.',
    shapes: 'A Bastion host is made in the network, or the hub’s is used; remote desktop is reachable from its subnet alone.',
    check: (estate, _, view) => administrationThroughBastion(estate, view.core.network.topology === 'hub' ? view.core.network.hub.bastionSubnet : ''),
    breaks: (view) =>
      unless(view.core.network.topology === 'hub' || view.inputs.bastion.enabled, 'bastion.enabled', 'there is no Bastion host and no hub to have one', 'bastion.enabled=true'),
  }),
  ruleWith<JustInTimeParameters>({
    id: 'SEC-005',
    category: 'security',
    title: 'Just-in-time access',
    level: 'must',
    parameters: {
      schema: (z) => z.strictObject({ maxHours: z.int().min(1).max(24).describe('Longest time a port stays open') }),
      defaults: { maxHours: 3 },
    },
    statement: ({ maxHours }) => `Remote desktop is closed until it is asked for, and then opens for ${maxHours} hours at most.`,
    shapes: 'A just-in-time policy covers the machine and no standing rule allows remote desktop.',
    check: (estate) => justInTime(estate),
    breaks: (view) => unless(view.inputs.justInTime.enabled, 'justInTime.enabled', 'just-in-time access is switched off', 'justInTime.enabled=true'),
  }),
  rule({
    id: 'SEC-006',
    category: 'security',
    title: 'Private subnets',
    level: 'must',
    statement: () => 'Subnets have no default outbound access; what leaves the network leaves by a way that was planned.',
    shapes: 'Every subnet sets defaultOutboundAccess to false; a NAT gateway is the way out where there is one.',
    check: privateSubnets,
  }),
  ruleWith<HardeningParameters>({
    id: 'SEC-007',
    category: 'security',
    title: 'Hardening baseline of the operating system',
    level: 'must',
    parameters: {
      schema: (z) => z.strictObject({ methods: z.array(z.enum(['guestConfiguration', 'script'])).min(1) }),
      defaults: { methods: ['guestConfiguration', 'script'] },
    },
    statement: ({ methods }) => `The operating system follows a hardening baseline, ${methods.map((one) => ({ guestConfiguration: 'watched by guest configuration', script: 'applied by a script' })[one]).join(' and ')}.`,
    shapes: 'The Azure security baseline for Windows is assigned to the machine, and a hardening script runs on it.',
    check: (estate, { methods }) => hardened(estate, methods),
    breaks: (view, { methods }) => [
      ...unless(!methods.includes('guestConfiguration') || view.inputs.hardening.guestConfiguration, 'hardening.guestConfiguration', 'the baseline is not assigned', 'hardening.guestConfiguration=true'),
      ...unless(!methods.includes('script') || view.inputs.hardening.script, 'hardening.script', 'the hardening script is not run', 'hardening.script=true'),
    ],
  }),
  rule({
    id: 'SEC-008',
    category: 'security',
    title: 'Storage and key vault by private endpoint',
    level: 'must',
    statement: () => 'Storage accounts and key vaults are reachable through private endpoints only, by names in their private DNS zones.',
    shapes: 'Public network access is disabled; each gets a private endpoint in a subnet of its own and a record in a private DNS zone.',
    check: privateEndpoints,
  }),
  ruleWith<CustomerManagedKeyParameters>({
    id: 'SEC-009',
    category: 'security',
    title: 'Customer-managed keys',
    level: 'must',
    parameters: {
      schema: (z) => z.strictObject({ mode: z.enum(['off', 'optional', 'required']).describe('optional: by environment') }),
      defaults: { mode: 'off' },
    },
    statement: ({ mode }) =>
      ({
        off: 'Data at rest is encrypted with keys that Microsoft manages.',
        optional: 'Data at rest is encrypted with keys that the organisation manages, in the environments that ask for it.',
        required: 'Data at rest is encrypted with keys that the organisation manages, in every environment.',
      })[mode],
    shapes: 'Where keys are managed: a key in the vault, a disk encryption set for all disks, and the storage account bound to the key.',
    check: (estate, { mode }, view) => (mode === 'required' || (mode === 'optional' && view.inputs.customerManagedKeys.enabled) ? managedKeys(estate) : []),
    breaks: (view, { mode }) => [
      ...unless(mode !== 'required' || view.inputs.customerManagedKeys.enabled, 'customerManagedKeys.enabled', 'customer-managed keys are required and switched off', 'customerManagedKeys.enabled=true'),
      ...unless(mode !== 'off' || !view.inputs.customerManagedKeys.enabled, 'customerManagedKeys.enabled', 'customer-managed keys are switched on though the rule has them off', 'customerManagedKeys.enabled=false, or let the rule be optional'),
    ],
  }),
  rule({
    id: 'SEC-010',
    category: 'security',
    title: 'Encryption at host',
    level: 'must',
    statement: () => 'Temporary disks and disk caches are encrypted at the host.',
    shapes: 'The machine sets encryptionAtHost; the subscription must have the feature registered.',
    check: encryptionAtHost,
    breaks: (view) => unless(view.inputs.virtualMachine.encryptionAtHost, 'virtualMachine.encryptionAtHost', 'encryption at host is switched off', 'virtualMachine.encryptionAtHost=true'),
  }),
  rule({
    id: 'SEC-011',
    category: 'security',
    title: 'Trusted Launch',
    level: 'must',
    statement: () => 'Machines start with secure boot and a virtual TPM.',
    shapes: 'The machine is a generation 2 one with securityType TrustedLaunch.',
    check: trustedLaunch,
    breaks: (view) => unless(view.inputs.virtualMachine.trustedLaunch, 'virtualMachine.trustedLaunch', 'Trusted Launch is switched off', 'virtualMachine.trustedLaunch=true'),
  }),
  rule({
    id: 'SEC-012',
    category: 'security',
    title: 'No secrets in code',
    level: 'must',
    statement: () => 'No secret stands in a template, a parameter file or the answers; the administrator’s password is read from a key vault during deployment.',
    shapes: 'The password is read with getSecret from a vault that exists beforehand.',
    check: noSecrets,
  }),
];
