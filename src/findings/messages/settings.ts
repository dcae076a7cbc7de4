import type { Lists, Numbers, Templates, Texts } from './message.ts';
import { isOne, list } from './words.ts';

const meant = (nearest: string | undefined, otherwise: string): string =>
  nearest === undefined ? otherwise : `Did you mean '${nearest}'?`;

const reservedHow = {
  whole: 'is',
  anywhere: 'contains',
  first: 'begins with',
} as const;

/** Findings about settings: values of closed lists, and settings that do not go together. */
export const settings = {
  'time-zone-unknown': ({ zone, nearest }: Texts<'zone'> & Partial<Texts<'nearest'>>) => ({
    message: `Windows has no time zone '${zone}'`,
    remedy: meant(nearest, 'Write one that tzutil /l lists on Windows, such as UTC or W. Europe Standard Time.'),
  }),
  'recurrence-invalid': ({ recurrence, nearest }: Texts<'recurrence'> & Partial<Texts<'nearest'>>) => ({
    message: `Azure does not understand the recurrence '${recurrence}'`,
    remedy: meant(
      nearest,
      'Write Day, 3Days, Week Sunday, 2Weeks Saturday,Sunday, Month day15, or Month Second Tuesday.',
    ),
  }),
  'day-unknown': ({ day, nearest }: Texts<'day'> & Partial<Texts<'nearest'>>) => ({
    message: `The calendar has no day ${day}`,
    remedy: meant(nearest, 'Write a day as YYYY-MM-DD, such as 2026-01-31.'),
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
    message: `${address} is one of the five addresses that Azure reserves in the subnet ${subnet} (${range})`,
    remedy: `Choose an address from ${first} to ${last}.`,
  }),
  'address-taken': ({ address }: Texts<'address'>) => ({
    message: `Azure chooses the address of the load balancer, and may choose ${address}, which the VM is to have`,
    remedy: 'Set loadBalancer.address to another free address of the workload subnet.',
  }),
  'address-public-dns': ({ address }: Texts<'address'>) => ({
    message: `The DNS server ${address} is on the internet, and the network security group denies DNS to the internet`,
    remedy: 'Write a DNS server of the network or of a connected one, 168.63.129.16, or none for Azure’s own.',
  }),
  'address-unusable': ({ address, what }: Texts<'address' | 'what'>) => ({
    message: `${address} is not the address of a server: it is ${what}`,
    remedy: 'Write the address of a DNS server, or remove it.',
  }),
  'backup-in-window': ({ time, start, duration, zone }: Texts<'time' | 'start' | 'duration' | 'zone'>) => ({
    message: `The backup at ${time} starts in the maintenance window, which begins at ${start} and takes ${duration} (${zone}): the VM may restart meanwhile`,
    remedy: 'Set backup.time to a time outside the window.',
  }),
  'limits/tags': ({ count, most, type }: Texts<'type'> & Numbers<'count' | 'most'>) => ({
    message: `It has ${count} tags, and ${type} takes ${most}`,
    remedy: 'Remove tags from avm.yaml: every tag goes to everything.',
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
    message: `The name ${name} (${type}) is given to ${list(others)}, and Azure takes it once`,
    remedy: 'Give the workload or the environment a shorter name, so that nothing of the names is cut.',
  }),
  'computer-name-form': ({ name }: Texts<'name'>) => ({
    message: `'${name}' cannot be the name of a Windows computer`,
    remedy: 'Write 1 to 15 letters, digits and hyphens, and not digits only.',
  }),
  'computer-name-reserved': ({ name }: Texts<'name'>) => ({
    message: `Windows reserves the name '${name}'`,
    remedy: 'Choose another name for the computer.',
  }),
  'computer-name-administrator': ({ name }: Texts<'name'>) => ({
    message: `'${name}' is also the name of the administrator, and Windows then puts that account in no group`,
    remedy: 'Change virtualMachine.computerName or virtualMachine.administrator.username.',
  }),
  'scope-contradicted': ({
    id,
    components,
    others,
    changes,
  }: Texts<'id'> & Lists<'components' | 'others' | 'changes'>) => ({
    message: `${id} is out of scope, and ${list(components)} ${isOne(components) ? 'is' : 'are'} deployed for ${list(others)}`,
    remedy: `Remove requirements.outOfScope.${id}, or switch off what implements it (${list(changes)}).`,
  }),
} satisfies Templates;
