import { oneOf } from './answer-words.ts';
import type { Lists, Numbers, Templates, Texts } from './message.ts';
import { isOne, list } from './words.ts';

const meant = (nearest: string | undefined, otherwise: string): string =>
  nearest === undefined ? otherwise : `Did you mean '${nearest}'?`;

const reservedHow = {
  whole: 'is',
  anywhere: 'contains',
  first: 'begins with',
} as const;

/** Findings about settings: values of closed lists, and settings that contradict each other. */
export const settings = {
  'time-zone-unknown': ({ zone, nearest }: Texts<'zone'> & Partial<Texts<'nearest'>>) => ({
    message: `Windows has no time zone '${zone}'`,
    remedy: meant(nearest, 'Use a time zone that tzutil /l lists on Windows, such as UTC or W. Europe Standard Time.'),
  }),
  'recurrence-invalid': ({ recurrence, nearest }: Texts<'recurrence'> & Partial<Texts<'nearest'>>) => ({
    message: `Azure does not understand the recurrence '${recurrence}'`,
    remedy: meant(
      nearest,
      'Write Day, 3Days, Week Sunday, 2Weeks Saturday,Sunday, Month day15, or Month Second Tuesday.',
    ),
  }),
  'setting-fixed': ({ setting }: Texts<'setting'>) => ({
    message: `'${setting}' must be the same in every environment`,
    remedy: 'Set it once for all environments, which share one template.',
  }),
  'vault-unknown': ({ name, known }: Texts<'name'> & Lists<'known'>) => ({
    message: name === '' ? 'The key vault for the key is ambiguous' : `There is no key vault '${name}'`,
    remedy: `Set customerManagedKeys.vault to ${oneOf(known)}.`,
  }),
  'vault-differs': ({ vault, other, environment }: Texts<'vault' | 'other' | 'environment'>) => ({
    message: `The key would be in '${vault}' here and in '${other}' in ${environment}, and both share one template`,
    remedy: `Turn on the same key vault in both, and run: avm set customerManagedKeys.vault=${other}`,
  }),
  'subnet-unknown': ({ name, known }: Texts<'name'> & Lists<'known'>) => ({
    message: `There is no subnet '${name}'`,
    remedy: known.length > 0 ? `Use ${oneOf(known)}, or add one: avm add subnet NAME` : 'Add one: avm add subnet NAME',
  }),
  'subnet-delegated': ({ name, service }: Texts<'name' | 'service'>) => ({
    message: `The subnet '${name}' is delegated to ${service}, so no other resource can use it`,
    remedy: 'Use another subnet, or add one without a delegation: avm add subnet NAME',
  }),
  'identity-unknown': ({ name, known }: Texts<'name'> & Lists<'known'>) => ({
    message: `There is no managed identity '${name}'`,
    remedy:
      known.length > 0 ? `Use ${oneOf(known)}, or add one: avm add identity NAME` : 'Add one: avm add identity NAME',
  }),
  'port-unknown': ({ port }: Texts<'port'>) => ({
    message: `'${port}' isn't a port or a range of ports`,
    remedy: 'Use numbers from 1 to 65535. In a range, the lower number comes first.',
  }),
  'day-unknown': ({ day, nearest }: Texts<'day'> & Partial<Texts<'nearest'>>) => ({
    message: `'${day}' is not a date`,
    remedy: meant(nearest, 'Write a date as YYYY-MM-DD, such as 2026-01-31.'),
  }),
  'answer-unused': ({ what, instead }: Texts<'what' | 'instead'>) => ({
    message: what,
    remedy: `Remove the setting, or set ${instead}.`,
  }),
  'range-bastion-old': ({ range, prefix }: Texts<'range'> & Numbers<'prefix'>) => ({
    message: `${range} is large enough only for a Bastion host deployed before November 2021`,
    remedy: `Check the range of the hub's AzureBastionSubnet; newer ones are a /${prefix} or larger.`,
  }),
  'address-reserved': ({
    address,
    subnet,
    range,
    first,
    last,
  }: Texts<'address' | 'subnet' | 'range' | 'first' | 'last'>) => ({
    message: `'${address}' is one of the five addresses that Azure reserves in the subnet '${subnet}' (${range})`,
    remedy: `Choose an address from ${first} to ${last}.`,
  }),
  'address-taken': ({ address }: Texts<'address'>) => ({
    message: `Azure chooses the address of the load balancer, and could choose ${address}, the address of the VM`,
    remedy: 'Set loadBalancer.address to another free address of the workload subnet.',
  }),
  'address-public-dns': ({ address }: Texts<'address'>) => ({
    message: `The DNS server '${address}' is on the internet, and the NSG denies DNS to the internet`,
    remedy: 'Use a DNS server in this or a connected network, use 168.63.129.16, or remove it to use Azure DNS.',
  }),
  'address-unusable': ({ address, what }: Texts<'address' | 'what'>) => ({
    message: `'${address}' is not the address of a server: it is ${what}`,
    remedy: 'Use the address of a DNS server, or remove it.',
  }),
  'next-hop-unusable': ({ address, what }: Texts<'address' | 'what'>) => ({
    message: `'${address}' is not the private address of a firewall: it is ${what}`,
    remedy: 'Use the private IP address of the firewall in the hub, or remove it.',
  }),
  'outbound-twice': () => ({
    message: 'Nothing uses the NAT gateway, because the route table sends outbound traffic to the firewall of the hub',
    remedy: 'Run avm set natGateway.enabled=false for this environment, or remove network.hub.firewallAddress.',
  }),
  'backup-in-window': ({ time, start, duration, zone }: Texts<'time' | 'start' | 'duration' | 'zone'>) => ({
    message: `The backup at ${time} starts in the maintenance window, which begins at ${start} and takes ${duration} (${zone}), so the VM can restart during the backup`,
    remedy: 'Set backup.time to a time outside the window.',
  }),
  'shutdown-in-window': ({ time, start, zone }: Texts<'time' | 'start' | 'zone'>) => ({
    message: `The VM is shut down every day at ${time}, and the maintenance window begins at ${start} (${zone}), so the VM can be off when updates are due`,
    remedy:
      'Set maintenance.start to a time when the VM runs, or virtualMachine.autoShutdown.time to a time after the window.',
  }),
  'target-availability': ({
    target,
    sla,
    what,
    needs,
  }: Texts<'what'> & Numbers<'target' | 'sla'> & Partial<Texts<'needs'>>) => ({
    message: `The availability target is ${target}%, and Microsoft's SLA for ${what} is ${sla}%`,
    remedy: needs
      ? `Set ${needs}, or targets.availability=${sla}.`
      : `Set targets.availability=${sla}: no setting of this blueprint has a higher SLA.`,
  }),
  'target-rpo': ({
    target,
    what,
    given,
    needs,
  }: Texts<'target' | 'what'> & Partial<Numbers<'given'> & Texts<'needs'>>) => ({
    message: `The recovery point objective is ${target}, and ${what}`,
    remedy: `Set ${[needs, given === undefined ? undefined : `targets.rpoHours=${given}`].filter((one) => one !== undefined).join(', or ')}.`,
  }),
  'target-outage': ({ outage, what, within, now, needs }: Texts<'outage' | 'what' | 'within' | 'now' | 'needs'>) => ({
    message: `The recovery objectives cover the outage of a ${outage}, and ${what} are in one ${within} only (${now})`,
    remedy: `Set ${needs}, or targets.outage=${outage === 'region' && within === 'region' ? 'zone' : 'hardware'}.`,
  }),
  'target-data': ({ target, given }: Numbers<'target' | 'given'>) => ({
    message: `The target is ${target} GiB of data, and all disks have ${given} GiB`,
    remedy: `Add a disk to virtualMachine.dataDisks, or set targets.dataGiB=${given} or less.`,
  }),
  'target-iops': ({ target, given }: Numbers<'target' | 'given'>) => ({
    message: `The target is ${target} disk operations per second, and all disks provide ${given}`,
    remedy: `Use larger or faster disks, or set targets.iops=${given} or less.`,
  }),
  'limits/tags': ({ count, most, type }: Texts<'type'> & Numbers<'count' | 'most'>) => ({
    message: `There are ${count} tags, and ${type} can have at most ${most}`,
    remedy: 'Remove tags from avm.yaml: each tag is set on every resource.',
  }),
  'disk-caching': ({ name, size, most }: Texts<'name'> & Numbers<'size' | 'most'>) => ({
    message: `The disk '${name}' has ${size} GiB, and Azure caches only disks of up to ${most} GiB`,
    remedy: 'Set its caching to None.',
  }),
  'name-reserved': ({ name, word, how }: Texts<'name' | 'word'> & { readonly how: keyof typeof reservedHow }) => ({
    message: `Azure refuses the name '${name}': it ${reservedHow[how]} the reserved word '${word}'`,
    remedy: `Choose a name without '${word}'.`,
  }),
  'name-twice': ({ name, type, others }: Texts<'name' | 'type'> & Lists<'others'>) => ({
    message: `The name '${name}' (${type}) is used by ${list(others)}, and must be unique`,
    remedy: 'Shorten the name of the workload or the environment, so that no part of the names is cut off.',
  }),
  'computer-name-form': ({ name }: Texts<'name'>) => ({
    message: `'${name}' is not a valid name of a Windows computer`,
    remedy: 'Use 1 to 15 letters, digits, and hyphens, and not only digits.',
  }),
  'computer-name-reserved': ({ name }: Texts<'name'>) => ({
    message: `Windows reserves the name '${name}'`,
    remedy: 'Choose another name for the computer.',
  }),
  'computer-name-administrator': ({ name }: Texts<'name'>) => ({
    message: `'${name}' is also the name of the administrator, and Windows then adds that account to no group`,
    remedy: 'Change virtualMachine.computerName or virtualMachine.administrator.username.',
  }),
  'scope-contradicted': ({
    id,
    components,
    others,
    changes,
  }: Texts<'id'> & Lists<'components' | 'others' | 'changes'>) => ({
    message: `${id} is out of scope, and ${list(components)} ${isOne(components) ? 'is' : 'are'} deployed for ${list(others)}`,
    remedy: `Remove requirements.outOfScope.${id}, or turn off what implements it (${list(changes)}).`,
  }),
} satisfies Templates;
