import type { FindingArguments } from '../finding.ts';
import type { MessageTemplate } from '../describe.ts';
import { places } from './places.ts';
import { useMessages } from './use.ts';
import { waivers } from './waivers.ts';
import { list } from './words.ts';

const isOne = (value: FindingArguments[string] | undefined): boolean => !Array.isArray(value) || value.length === 1;

/** What nothing is there for, and what is there for nothing. */
export const reasons: Readonly<Record<string, MessageTemplate>> = {
  'requirement-unsatisfied': ({ id, off }) => ({
    message: `Nothing satisfies ${id}${list(off) === '' ? '' : `: ${list(off)} ${isOne(off) ? 'is' : 'are'} off in every environment`}`,
    remedy: 'Name in satisfiedBy the components or rules that do it, or as its task what a person does.',
  }),
  'story-for-nothing': ({ id }) => ({
    message: `No requirement belongs to the story ${id}`,
    remedy: `Give a functional requirement story: ${id}, or take the story out and add its id to requirements.retired.`,
  }),
  'exists-for-nothing': ({ component, title, serves, change }) => ({
    message: `${title} (${component}) exists for nothing: ${list(serves)} ${isOne(serves) ? 'is' : 'are'} off or out of scope`,
    remedy:
      change === undefined
        ? 'Name it in satisfiedBy of a requirement.'
        : `Switch it off (the answer ${change}), or name it in satisfiedBy of a requirement.`,
  }),
};

const requirements: Readonly<Record<string, MessageTemplate>> = {
  'requirement-partly': ({ id, environments }) => ({
    message: `Nothing satisfies ${id} in ${list(environments)}`,
    remedy: 'Switch on there what it names, or name in satisfiedBy what does it there.',
  }),
  'requirement-off': ({ id, off }) => ({
    message: `${id} names ${list(off)}, which ${isOne(off) ? 'is' : 'are'} off in every environment`,
    remedy: 'Switch it on, or take it out of satisfiedBy.',
  }),
  'requirement-added': ({ id, what }) => ({
    message: `The new ${what} is ${id}`,
    remedy: `avm trace ${id} shows what is there for it.`,
  }),
  'requirement-gone': ({ id }) => ({
    message: `${id} is no longer in avm.yaml`,
    remedy: `So that it is never given to another one: avm set requirements.retired.+=${id}`,
  }),
  'requirement-story': ({ id, story, nearest }) => ({
    message: `${id} belongs to ${story}, and there is no such story`,
    remedy: nearest
      ? `Did you mean ${nearest}?`
      : 'Name a story of the blueprint, such as US4, or one of requirements.stories.',
  }),
  'requirement-rule': ({ id, rule, nearest }) => ({
    message: `${id} names ${rule}, and there is no such rule`,
    remedy: nearest ? `Did you mean ${nearest}?` : 'avm rules --all lists all there are.',
  }),
};

/** Findings made while answers become a plan. */
export const plan: Readonly<Record<string, MessageTemplate>> = {
  ...reasons,
  ...useMessages,
  ...requirements,
  'rule-broken': ({ rule, title, what, instead }) => ({
    message: `${rule} (${title}) is noncompliant: ${what}`,
    remedy: `Set ${instead}, or change the level of ${rule} in the constitution.`,
  }),
  'rule-environments': ({ rules, unknown, known, nobody, set }) => ({
    message: `${list(rules)} ${isOne(rules) ? 'names' : 'name'} ${list(unknown)}, and the environments here are ${list(known)}${nobody === 'yes' ? `: ${isOne(rules) ? 'it applies' : 'they apply'} to none of them` : ''}`,
    remedy: `Run avm set ${Array.isArray(set) ? set.join(' ') : String(set)}, or set the level to off.`,
  }),
  ...waivers,
  'constitution/broken': ({ rule, title, what, instead }) => ({
    message: `${rule} (${title}) is noncompliant: ${what}`,
    remedy: `To fix it, ${instead}.`,
  }),
  'answer-missing': ({ why }) => ({
    message: `An answer is missing, because ${why}`,
    remedy: 'Give it in avm.yaml or with avm set.',
  }),
  'answer-needs': ({ what, needs }) => ({ message: `${what} need ${needs}`, remedy: `Set ${needs}.` }),
  'answer-unused': ({ what, instead }) => ({ message: String(what), remedy: `Remove the setting, or set ${instead}.` }),
  'answer-twice': ({ what }) => ({ message: `${what} is listed twice`, remedy: 'Change or remove one of them.' }),
  'range-syntax': ({ range, canonical }) => ({
    message: `"${range}" is not an IPv4 range`,
    remedy: `Write it as ${canonical}.`,
  }),
  'range-not-network': ({ range, canonical }) => ({
    message: `${range} does not begin at its network address`,
    remedy: `Write ${canonical}.`,
  }),
  'range-public': ({ range }) => ({
    message: `${range} is not a private range`,
    remedy: 'Take one from 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 or 100.64.0.0/10.',
  }),
  'range-no-room': ({ range, subnet }) => ({
    message: `${range} has no room for the subnet ${subnet}`,
    remedy: 'Take a larger address space (a /24 holds all subnets) or give the subnets smaller ranges.',
  }),
  'range-outside': ({ range, space }) => ({
    message: `${range} is not within ${space}`,
    remedy: `Take a range within ${space}.`,
  }),
  'range-too-small': ({ range, subnet }) => ({
    message: `${range} is too small for the subnet ${subnet}: Azure keeps five addresses of each subnet`,
    remedy: 'Take a /29 or larger.',
  }),
  'range-bastion': ({ range, prefix }) => ({
    message: `${range} is too small for AzureBastionSubnet`,
    remedy: `Take a /${prefix} or larger.`,
  }),
  'range-overlap': ({ range, other, subnet }) => ({
    message: `${range} overlaps ${other} (${subnet})`,
    remedy: 'Give ranges that do not overlap.',
  }),
  'address-reserved': ({ address, subnet, range, first, last }) => ({
    message: `${address} is one of the five addresses that Azure reserves in the subnet ${subnet} (${range})`,
    remedy: `Choose an address from ${first} to ${last}.`,
  }),
  'maintenance-not-muted': ({ recurEvery }) => ({
    message: `Azure cannot mute alerts in the rhythm '${recurEvery}': alerts about a restart also notify during maintenance`,
    remedy:
      'Set maintenance.recurEvery to days of the week or of the month, such as Week Sunday, or let the alert wait longer: avm set alerts.rules.machine-unavailable.windowMinutes=30',
  }),
  ...places,
  'image-unknown': ({ image, nearest }) => ({
    message: `The catalog has no Windows Server image "${image}"`,
    remedy: nearest ? `Did you mean ${nearest}?` : 'See avm catalog images.',
  }),
  'image-size': ({ image, size, why }) => ({
    message: `${image} does not start on ${size}: ${why}`,
    remedy: 'Choose another image or another size.',
  }),
  'image-trusted-launch': ({ image }) => ({
    message: `${image} is of generation 1, and Trusted Launch needs generation 2`,
    remedy: 'Choose an image of generation 2; their names end in g2 or gensecond.',
  }),
  'image-version': ({ version, image, year, build, sku }) => ({
    message: `'${version}' is not a version of ${image}: versions of Windows Server ${year} begin with ${build}`,
    remedy: `Run az vm image list --all --publisher MicrosoftWindowsServer --offer WindowsServer --sku ${sku} --query "[].version" for those there are, or set virtualMachine.imageVersion=latest.`,
  }),
  'disk-too-small': ({ size, least, image }) => ({
    message: `A disk of ${size} GiB is too small for ${image}`,
    remedy: `Give it ${least} GiB or more.`,
  }),
  'disks-too-many': ({ count, most, size }) => ({
    message: `${count} data disks are more than ${size} takes`,
    remedy: `Take ${most} at most, or a larger size.`,
  }),
  'size-lacks': ({ size, what }) => ({ message: `${size} does not have ${what}`, remedy: 'Choose another size.' }),
  'name-too-long': ({ name, type, length, most }) => ({
    message: `The name ${name} (${type}) has ${length} characters, ${most} are allowed`,
    remedy: 'Give the workload or the environment a shorter name.',
  }),
  'name-invalid': ({ name, type, why }) => ({
    message: `The name ${name} cannot be one of ${type}: ${why}`,
    remedy: 'Change the name of the workload or the environment, or the pattern of NAM-001.',
  }),
  'tag-invalid': ({ tag, why }) => ({
    message: `The tag '${tag}' is not valid: ${why}`,
    remedy: 'Rename the tag, or remove it.',
  }),
  'tags-too-many': ({ count, most, type }) => ({
    message: `${count} tags, that of the environment among them, are more than ${type ?? 'a resource'} takes`,
    remedy: `Keep ${most} at most: every tag goes to everything.`,
  }),
  'environment-name': ({ environment }) => ({
    message: `"${environment}" cannot be the name of an environment`,
    remedy: 'Use 2 to 8 lower-case letters and digits, beginning with a letter.',
  }),
  'environment-default': ({ environment, known }) => ({
    message: `The default environment "${environment}" is none of ${list(known)}`,
    remedy: 'Name one of them.',
  }),
  'environment-none': () => ({ message: 'There is no environment', remedy: 'Give at least one, such as dev.' }),
  'blueprint-unknown': ({ blueprint, known }) => ({
    message: `There is no blueprint "${blueprint}"`,
    remedy: `Take ${list(known)}.`,
  }),
  cycle: ({ path }) => ({
    message: `Resources wait for one another: ${list(path)}`,
    remedy: 'This is a fault of the catalog’s components; please report it.',
  }),
  interface: ({ module, problem, parameter }) => ({
    message: `${module} does not take this: ${parameter} ${problem}`,
    remedy: 'This is a fault of the catalog’s components or of the module version; please report it.',
  }),
  'metric-unknown': ({ metric, type }) => ({
    message: `${type} has no metric "${metric}"`,
    remedy: 'This is a fault of the catalog’s components; please report it.',
  }),
};
