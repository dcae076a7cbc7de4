import { blueprintMessages } from './blueprints.ts';
import { setCommand, setItCommand, toFix, type Placed } from './commands.ts';
import type { Lists, Numbers, Templates, Texts } from './message.ts';
import { places } from './places.ts';
import { names } from './names.ts';
import { reasons, requirements } from './requirements.ts';
import { useMessages } from './use.ts';
import { waivers } from './waivers.ts';
import { isOne, list } from './words.ts';

/** Findings made while settings become a plan. */
export const plan = {
  ...blueprintMessages,
  ...reasons,
  ...useMessages,
  ...requirements,
  ...names,
  'rule-broken': (
    { rule, title, what, instead }: Texts<'rule' | 'title' | 'what' | 'instead'>,
    where: Placed = {},
  ) => ({
    message: `${rule} (${title}) is noncompliant: ${what}`,
    remedy: toFix(instead, where),
  }),
  'rule-environments': ({
    rules,
    unknown,
    known,
    nobody,
    set,
  }: Texts<'nobody'> & Lists<'rules' | 'unknown' | 'known' | 'set'>) => ({
    message: `${list(rules)} ${isOne(rules) ? 'names' : 'name'} ${list(unknown)}, and the environments here are ${list(known)}${nobody === 'yes' ? `. ${isOne(rules) ? 'It applies' : 'They apply'} to none of them` : ''}`,
    remedy: `To fix it, run: avm set ${set.join(' ')}`,
  }),
  ...waivers,
  'constitution/broken': ({ rule, title, what, instead }: Texts<'rule' | 'title' | 'what' | 'instead'>) => ({
    message: `${rule} (${title}) is noncompliant: ${what}`,
    remedy:
      setCommand(instead) === undefined ? `To fix it, ${instead}. For details, run: avm rules ${rule}` : toFix(instead),
  }),
  'answer-missing': ({ why }: Texts<'why'>, where: Placed = {}) => ({
    message: `A value is required, because ${why}`,
    remedy: `To set it, run: ${setItCommand(where)}`,
  }),
  'answer-needs': ({ what, needs }: Texts<'what' | 'needs'>, where: Placed = {}) => ({
    message: `${what} need ${needs}`,
    remedy: toFix(needs, where),
  }),
  'answer-twice': ({ what }: Texts<'what'>) => ({
    message: `${what} is listed twice`,
    remedy: 'Change or remove one of them.',
  }),
  'range-syntax': ({ range, canonical }: Texts<'range' | 'canonical'>) => ({
    message: `'${range}' is not an IPv4 CIDR range`,
    remedy: `Write it as ${canonical}.`,
  }),
  'range-not-network': ({ range, canonical }: Texts<'range' | 'canonical'>) => ({
    message: `'${range}' does not begin at its network address`,
    remedy: `Write it as ${canonical}.`,
  }),
  'range-public': ({ range }: Texts<'range'>) => ({
    message: `'${range}' is not a private address range`,
    remedy:
      'Use a range from 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, or 100.64.0.0/10. If your organization owns the range, declare it in NET-001.publicRanges.',
  }),
  'range-public-routed': ({ range }: Texts<'range'>) => ({
    message: `'${range}' is a public address range, and network security groups of routed subnets allow private ones only`,
    remedy: 'Use a private address range, or remove the route table.',
  }),
  'range-unusable': ({ range, what }: Texts<'range' | 'what'>) => ({
    message: `'${range}' cannot be a range of a virtual network: it contains ${what}`,
    remedy: 'Use a range from 10.0.0.0/8, 172.16.0.0/12, or 192.168.0.0/16.',
  }),
  'range-no-room': ({ range, subnet }: Texts<'range' | 'subnet'>) => ({
    message: `'${range}' has no space for the subnet '${subnet}'`,
    remedy: 'Use a larger address space (a /24 has space for all subnets) or smaller subnets.',
  }),
  'range-outside': ({ range, space }: Texts<'range' | 'space'>) => ({
    message: `'${range}' is not within ${space}`,
    remedy: `Use a range within ${space}.`,
  }),
  'range-too-small': ({ range, subnet }: Texts<'range' | 'subnet'>) => ({
    message: `'${range}' is too small for the subnet '${subnet}': Azure reserves five addresses in each subnet`,
    remedy: 'Use a /29 or larger.',
  }),
  'range-bastion': ({ range, prefix }: Texts<'range'> & Numbers<'prefix'>) => ({
    message: `'${range}' is too small for AzureBastionSubnet`,
    remedy: `Use a /${prefix} or larger.`,
  }),
  'range-overlap': ({ range, other, subnet }: Texts<'range' | 'other' | 'subnet'>) => ({
    message: `'${range}' overlaps '${other}' (${subnet})`,
    remedy: 'Use ranges that do not overlap.',
  }),
  'maintenance-not-muted': ({ recurEvery }: Texts<'recurEvery'>) => ({
    message: `Azure cannot suppress alerts in the recurrence '${recurEvery}', so restarts during maintenance send alerts`,
    remedy:
      "Run avm set 'maintenance.recurEvery=Week Sunday' or another day of the week or month, or let the alert wait longer: avm set alerts.rules.machine-unavailable.windowMinutes=30",
  }),
  ...places,
  'image-unknown': ({ image, nearest }: Texts<'image'> & Partial<Texts<'nearest'>>) => ({
    message: `The catalog has no Windows Server image '${image}'`,
    remedy: nearest ? `Did you mean ${nearest}?` : 'To list images, run: avm catalog images',
  }),
  'image-size': ({ image, size, why }: Texts<'image' | 'size' | 'why'>) => ({
    message: `The image '${image}' does not start on the size '${size}': ${why}`,
    remedy: 'Choose another image or another size.',
  }),
  'image-trusted-launch': ({ image }: Texts<'image'>) => ({
    message: `The image '${image}' is generation 1, and Trusted Launch requires generation 2`,
    remedy: 'Choose a generation 2 image: its name ends in g2 or gensecond.',
  }),
  'image-entra-sign-in': ({ image }: Texts<'image'>) => ({
    message: `Microsoft supports sign-ins with Microsoft Entra ID from Windows Server 2025 with Desktop Experience, which '${image}' is not`,
    remedy:
      'Choose an image such as 2025-datacenter-azure-edition. See https://learn.microsoft.com/entra/identity/devices/howto-vm-sign-in-azure-ad-windows.',
  }),
  'image-version': ({
    version,
    image,
    year,
    build,
    sku,
  }: Texts<'version' | 'image' | 'sku'> & Numbers<'year' | 'build'>) => ({
    message: `'${version}' is not a version of the image '${image}': versions of Windows Server ${year} begin with ${build}`,
    remedy: `To list versions, run: az vm image list --all --publisher MicrosoftWindowsServer --offer WindowsServer --sku ${sku} --query "[].version"`,
  }),
  'disk-too-small': ({ size, least, image }: Texts<'image'> & Numbers<'size' | 'least'>) => ({
    message: `A disk of ${size} GiB is too small for the image '${image}'`,
    remedy: `Use ${least} GiB or more.`,
  }),
  'disks-too-many': ({ count, most, size }: Texts<'size'> & Numbers<'count' | 'most'>) => ({
    message: `The VM has ${count} data disks, and the size '${size}' supports at most ${most}`,
    remedy: 'Remove disks, or choose a larger size.',
  }),
  'size-lacks': ({ size, what }: Texts<'size' | 'what'>) => ({
    message: `The size '${size}' does not have ${what}`,
    remedy: 'Choose another size.',
  }),
  'size-network-encryption': ({ size }: Texts<'size'>) => ({
    message: `The size '${size}' does not support virtual network encryption, so the traffic of the VM is not encrypted`,
    remedy: 'Choose a size of the D or E series, version 5 or later, or set network.encryption to false.',
  }),
  'backends-network-encryption': ({ sizes }: Lists<'sizes'>) => ({
    message: `Virtual network encryption supports only some of the sizes behind the load balancer, and not ${list(sizes)}`,
    remedy: 'Choose supported sizes for all VMs behind it, or set network.encryption to false.',
  }),
  'tag-invalid': ({ tag, why }: Texts<'tag' | 'why'>) => ({
    message: `The tag '${tag}' is not valid: ${why}`,
    remedy: 'Rename the tag, or remove it.',
  }),
  'tags-too-many': ({ count, most, type }: Numbers<'count' | 'most'> & Partial<Texts<'type'>>) => ({
    message: `There are ${count} tags with the environment tag, and ${type ?? 'a resource'} can have at most ${most}`,
    remedy: 'Remove tags: each tag is set on every resource.',
  }),
  'environment-name': ({ environment }: Texts<'environment'>) => ({
    message: `'${environment}' is not a valid environment name`,
    remedy: 'Use 2 to 24 lowercase letters and digits, and begin with a letter.',
  }),
  'environment-default': ({ environment, known }: Texts<'environment'> & Lists<'known'>) => ({
    message: `The default environment '${environment}' does not exist`,
    remedy: `Use ${list(known)}.`,
  }),
  'environment-none': () => ({ message: 'avm.yaml has no environment', remedy: 'Add at least one, such as dev.' }),
  'blueprint-unknown': ({ blueprint, known }: Texts<'blueprint'> & Lists<'known'>) => ({
    message: `There is no blueprint '${blueprint}'`,
    remedy: `Use ${list(known)}.`,
  }),
  cycle: ({ path }: Lists<'path'>) => ({
    message: `Resources depend on each other in a cycle: ${list(path)}`,
    remedy: 'This is an error in the catalog. Report it with your avm.yaml.',
  }),
  interface: ({ module, problem, parameter }: Texts<'module' | 'problem' | 'parameter'>) => ({
    message: `'${module}' rejects a parameter: ${parameter} ${problem}`,
    remedy: 'This is an error in the catalog or in the module version. Report it with your avm.yaml.',
  }),
  'metric-unknown': ({ metric, type }: Texts<'metric' | 'type'>) => ({
    message: `${type} has no metric '${metric}'`,
    remedy: 'This is an error in the catalog. Report it with your avm.yaml.',
  }),
} satisfies Templates;
