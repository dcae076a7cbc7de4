import { blueprintMessages } from './blueprints.ts';
import type { Lists, Numbers, Templates, Texts } from './message.ts';
import { places } from './places.ts';
import { reasons, requirements } from './requirements.ts';
import { useMessages } from './use.ts';
import { waivers } from './waivers.ts';
import { isOne, list } from './words.ts';

/** Findings made while answers become a plan. */
export const plan = {
  ...blueprintMessages,
  ...reasons,
  ...useMessages,
  ...requirements,
  'rule-broken': ({ rule, title, what, instead }: Texts<'rule' | 'title' | 'what' | 'instead'>) => ({
    message: `${rule} (${title}) is noncompliant: ${what}`,
    remedy: `Set ${instead}, or change the level of ${rule} in the constitution.`,
  }),
  'rule-environments': ({
    rules,
    unknown,
    known,
    nobody,
    set,
  }: Texts<'nobody'> & Lists<'rules' | 'unknown' | 'known' | 'set'>) => ({
    message: `${list(rules)} ${isOne(rules) ? 'names' : 'name'} ${list(unknown)}, and the environments here are ${list(known)}${nobody === 'yes' ? `: ${isOne(rules) ? 'it applies' : 'they apply'} to none of them` : ''}`,
    remedy: `Run avm set ${set.join(' ')}, or set the level to off.`,
  }),
  ...waivers,
  'constitution/broken': ({ rule, title, what, instead }: Texts<'rule' | 'title' | 'what' | 'instead'>) => ({
    message: `${rule} (${title}) is noncompliant: ${what}`,
    remedy: `To fix it, ${instead}.`,
  }),
  'answer-missing': ({ why }: Texts<'why'>) => ({
    message: `An answer is missing, because ${why}`,
    remedy: 'Give it in avm.yaml or with avm set.',
  }),
  'answer-needs': ({ what, needs }: Texts<'what' | 'needs'>) => ({
    message: `${what} need ${needs}`,
    remedy: `Set ${needs}.`,
  }),
  'answer-twice': ({ what }: Texts<'what'>) => ({
    message: `${what} is listed twice`,
    remedy: 'Change or remove one of them.',
  }),
  'range-syntax': ({ range, canonical }: Texts<'range' | 'canonical'>) => ({
    message: `"${range}" is not an IPv4 range`,
    remedy: `Write it as ${canonical}.`,
  }),
  'range-not-network': ({ range, canonical }: Texts<'range' | 'canonical'>) => ({
    message: `${range} does not begin at its network address`,
    remedy: `Write ${canonical}.`,
  }),
  'range-public': ({ range }: Texts<'range'>) => ({
    message: `${range} is not a private range`,
    remedy: 'Take one from 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 or 100.64.0.0/10.',
  }),
  'range-no-room': ({ range, subnet }: Texts<'range' | 'subnet'>) => ({
    message: `${range} has no room for the subnet ${subnet}`,
    remedy: 'Take a larger address space (a /24 holds all subnets) or give the subnets smaller ranges.',
  }),
  'range-outside': ({ range, space }: Texts<'range' | 'space'>) => ({
    message: `${range} is not within ${space}`,
    remedy: `Take a range within ${space}.`,
  }),
  'range-too-small': ({ range, subnet }: Texts<'range' | 'subnet'>) => ({
    message: `${range} is too small for the subnet ${subnet}: Azure keeps five addresses of each subnet`,
    remedy: 'Take a /29 or larger.',
  }),
  'range-bastion': ({ range, prefix }: Texts<'range'> & Numbers<'prefix'>) => ({
    message: `${range} is too small for AzureBastionSubnet`,
    remedy: `Take a /${prefix} or larger.`,
  }),
  'range-overlap': ({ range, other, subnet }: Texts<'range' | 'other' | 'subnet'>) => ({
    message: `${range} overlaps ${other} (${subnet})`,
    remedy: 'Give ranges that do not overlap.',
  }),
  'maintenance-not-muted': ({ recurEvery }: Texts<'recurEvery'>) => ({
    message: `Azure cannot mute alerts in the rhythm '${recurEvery}': alerts about a restart also notify during maintenance`,
    remedy:
      'Set maintenance.recurEvery to days of the week or of the month, such as Week Sunday, or let the alert wait longer: avm set alerts.rules.machine-unavailable.windowMinutes=30',
  }),
  ...places,
  'image-unknown': ({ image, nearest }: Texts<'image'> & Partial<Texts<'nearest'>>) => ({
    message: `The catalog has no Windows Server image "${image}"`,
    remedy: nearest ? `Did you mean ${nearest}?` : 'See avm catalog images.',
  }),
  'image-size': ({ image, size, why }: Texts<'image' | 'size' | 'why'>) => ({
    message: `${image} does not start on ${size}: ${why}`,
    remedy: 'Choose another image or another size.',
  }),
  'image-trusted-launch': ({ image }: Texts<'image'>) => ({
    message: `${image} is of generation 1, and Trusted Launch needs generation 2`,
    remedy: 'Choose an image of generation 2; their names end in g2 or gensecond.',
  }),
  'image-version': ({
    version,
    image,
    year,
    build,
    sku,
  }: Texts<'version' | 'image' | 'sku'> & Numbers<'year' | 'build'>) => ({
    message: `'${version}' is not a version of ${image}: versions of Windows Server ${year} begin with ${build}`,
    remedy: `Run az vm image list --all --publisher MicrosoftWindowsServer --offer WindowsServer --sku ${sku} --query "[].version" for those there are, or set virtualMachine.imageVersion=latest.`,
  }),
  'disk-too-small': ({ size, least, image }: Texts<'image'> & Numbers<'size' | 'least'>) => ({
    message: `A disk of ${size} GiB is too small for ${image}`,
    remedy: `Give it ${least} GiB or more.`,
  }),
  'disks-too-many': ({ count, most, size }: Texts<'size'> & Numbers<'count' | 'most'>) => ({
    message: `${count} data disks are more than ${size} takes`,
    remedy: `Take ${most} at most, or a larger size.`,
  }),
  'size-lacks': ({ size, what }: Texts<'size' | 'what'>) => ({
    message: `${size} does not have ${what}`,
    remedy: 'Choose another size.',
  }),
  'name-too-long': ({ name, type, length, most }: Texts<'name' | 'type'> & Numbers<'length' | 'most'>) => ({
    message: `The name ${name} (${type}) has ${length} characters, ${most} are allowed`,
    remedy: 'Give the workload or the environment a shorter name.',
  }),
  'name-invalid': ({ name, type, why }: Texts<'name' | 'type' | 'why'>) => ({
    message: `The name ${name} cannot be one of ${type}: ${why}`,
    remedy: 'Change the name of the workload or the environment, or the pattern of NAM-001.',
  }),
  'tag-invalid': ({ tag, why }: Texts<'tag' | 'why'>) => ({
    message: `The tag '${tag}' is not valid: ${why}`,
    remedy: 'Rename the tag, or remove it.',
  }),
  'tags-too-many': ({ count, most, type }: Numbers<'count' | 'most'> & Partial<Texts<'type'>>) => ({
    message: `${count} tags, that of the environment among them, are more than ${type ?? 'a resource'} takes`,
    remedy: `Keep ${most} at most: every tag goes to everything.`,
  }),
  'environment-name': ({ environment }: Texts<'environment'>) => ({
    message: `"${environment}" cannot be the name of an environment`,
    remedy: 'Use 2 to 8 lower-case letters and digits, beginning with a letter.',
  }),
  'environment-default': ({ environment, known }: Texts<'environment'> & Lists<'known'>) => ({
    message: `The default environment "${environment}" is none of ${list(known)}`,
    remedy: 'Name one of them.',
  }),
  'environment-none': () => ({ message: 'There is no environment', remedy: 'Give at least one, such as dev.' }),
  'blueprint-unknown': ({ blueprint, known }: Texts<'blueprint'> & Lists<'known'>) => ({
    message: `There is no blueprint "${blueprint}"`,
    remedy: `Take ${list(known)}.`,
  }),
  cycle: ({ path }: Lists<'path'>) => ({
    message: `Resources wait for one another: ${list(path)}`,
    remedy: 'This is a fault of the catalog’s components; please report it.',
  }),
  interface: ({ module, problem, parameter }: Texts<'module' | 'problem' | 'parameter'>) => ({
    message: `${module} does not take this: ${parameter} ${problem}`,
    remedy: 'This is a fault of the catalog’s components or of the module version; please report it.',
  }),
  'metric-unknown': ({ metric, type }: Texts<'metric' | 'type'>) => ({
    message: `${type} has no metric "${metric}"`,
    remedy: 'This is a fault of the catalog’s components; please report it.',
  }),
} satisfies Templates;
