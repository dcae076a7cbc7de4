import { contains, isPrivate, parseCidr, type Cidr } from '../../azure/addresses.ts';
import {
  isUnresolved,
  read,
  readItems,
  readList,
  readText,
  untold,
  type Estate,
  type Predicted,
  type Violation,
} from '../estate.ts';

const networks = 'Microsoft.Network/virtualNetworks';
const groups = 'Microsoft.Network/networkSecurityGroups';
const administration = [22, 3389, 5985, 5986];

export interface PredictedSecurityRule {
  readonly name: string;
  readonly inbound: boolean;
  readonly allow: boolean;
  readonly priority: number;
  readonly protocol: string;
  readonly sources: readonly string[];
  readonly sourcePorts: readonly string[];
  readonly ports: readonly string[];
  readonly destinations: readonly string[];
}

/** A network security group with its rules: nested ones, and those declared separately. */
interface SecurityGroup {
  readonly id: string;
  readonly rules: readonly PredictedSecurityRule[];
  /** True if a deployment computes some of its rules. */
  readonly computed: boolean;
}

export function securityGroups(estate: Estate): readonly SecurityGroup[] {
  return estate.ofType(groups).map((group) => {
    const within = isUnresolved(group['properties'])
      ? [group['properties']]
      : readItems(group, 'properties.securityRules');
    const rules = [...within, ...estate.below(group, `${groups}/securityRules`)];
    const isComputed = (one: unknown): boolean => isUnresolved(one) || isUnresolved(read(one, 'properties'));
    const known = rules.filter((one) => !isComputed(one));
    return { id: group.id, rules: known.map(ruleOf), computed: known.length < rules.length };
  });
}

/** Network security groups without a known violation, some of whose rules a deployment computes. */
export function computedGroups(
  all: readonly SecurityGroup[],
  found: readonly Violation[],
  instead: string,
): readonly Violation[] {
  const broken = new Set(found.map(({ resource }) => resource));
  return all
    .filter(({ id, computed }) => computed && !broken.has(id))
    .map(({ id }) => untold(id, 'only a deployment determines the rules of the network security group', instead));
}

/** Azure ignores case in `inbound` and `allow`; an unknown value counts as the less secure one. */
function ruleOf(one: unknown): PredictedSecurityRule {
  return {
    name: readText(one, 'name'),
    inbound: readText(one, 'properties.direction').toLowerCase() !== 'outbound',
    allow: readText(one, 'properties.access').toLowerCase() !== 'deny',
    priority: Number(read(one, 'properties.priority')),
    protocol: readText(one, 'properties.protocol').toLowerCase(),
    sources: several(one, 'sourceAddressPrefix', 'sourceAddressPrefixes'),
    sourcePorts: several(one, 'sourcePortRange', 'sourcePortRanges'),
    ports: several(one, 'destinationPortRange', 'destinationPortRanges'),
    destinations: several(one, 'destinationAddressPrefix', 'destinationAddressPrefixes'),
  };
}

function several(rule: unknown, one: string, many: string): readonly string[] {
  const single = readText(rule, `properties.${one}`);
  return [...(single ? [single] : []), ...readItems(rule, `properties.${many}`).map(String)];
}

/** Subnets, including those declared in their virtual network. */
export function subnetsOf(estate: Estate): readonly Predicted[] {
  const within = estate.ofType(networks).flatMap((network) =>
    readList(network, 'properties.subnets').map((one) => {
      const name = readText(one, 'name');
      const identity = {
        id: `${network.id}/subnets/${name}`,
        type: `${networks}/subnets`,
        name: `${network.name}/${name}`,
      };
      return { properties: read(one, 'properties'), ...identity };
    }),
  );
  return [...estate.ofType(`${networks}/subnets`), ...within];
}

export function isSubnet(one: Predicted, ...names: readonly string[]): boolean {
  return names.some((name) => one.name.toLowerCase().endsWith(`/${name.toLowerCase()}`));
}

/** IDs of the network security groups that only the subnet of Azure Bastion uses, which requires its own rules. */
export function bastionGroups(estate: Estate): ReadonlySet<string> {
  const groupOf = (one: Predicted): string => readText(one, 'properties.networkSecurityGroup.id').toLowerCase();
  const all = subnetsOf(estate);
  const bastion = all.filter((one) => isSubnet(one, 'AzureBastionSubnet'));
  const others = [
    ...all.filter((one) => !bastion.includes(one)),
    ...estate.ofType('Microsoft.Network/networkInterfaces'),
  ];
  const elsewhere = new Set(others.map(groupOf));
  return new Set(bastion.map(groupOf).filter((id) => !elsewhere.has(id)));
}

/** Public addresses that the organization doesn’t own, and service tags for them; AzureCloud includes the resources of every customer. */
export function isInternet(source: string, owned: readonly Cidr[] = []): boolean {
  const text = source.toLowerCase();
  if (isUnresolved(text)) return false;
  if (['*', 'any', 'internet'].includes(text) || /^azurecloud(\.|$)/.test(text)) return true;
  if (text.includes(':')) return !/^(f[cd]|fe80)/.test(text);
  const range = cidrOf(text);
  return range !== undefined && !isPrivate(range) && !owned.some((own) => contains(own, range));
}

/** True if a source is in one of the address ranges. */
export function liesWithin(source: string, ranges: readonly string[]): boolean {
  const inner = cidrOf(source);
  return ranges.some((range) => {
    const outer = cidrOf(range);
    return source === range || (inner !== undefined && outer !== undefined && contains(outer, inner));
  });
}

function cidrOf(text: string): Cidr | undefined {
  const parsed = parseCidr(text.includes('/') ? text : `${text}/32`);
  if (parsed.ok) return parsed.cidr;
  return parsed.problem.kind === 'not-network' ? cidrOf(parsed.problem.canonical) : undefined;
}

/** Network security groups that the rules about administrative ports apply to: all except that of Azure Bastion. */
export function administeredGroups(estate: Estate): readonly SecurityGroup[] {
  const bastion = bastionGroups(estate);
  return securityGroups(estate).filter((group) => !bastion.has(group.id.toLowerCase()));
}

/** Rules that keep an administrative port open to more than health probes. */
export function standingRules(
  among: readonly SecurityGroup[],
): readonly { readonly group: SecurityGroup; readonly rule: PredictedSecurityRule }[] {
  return among.flatMap((group) => group.rules.filter(opensAdministration).map((rule) => ({ group, rule })));
}

function opensAdministration({ inbound, allow, protocol, sources, ports }: PredictedSecurityRule): boolean {
  const probes = sources.length > 0 && sources.every((source) => source.toLowerCase() === 'azureloadbalancer');
  return inbound && allow && protocol !== 'icmp' && !probes && ports.some(holdsAdministration);
}

function holdsAdministration(port: string): boolean {
  if (port === '*' || isUnresolved(port)) return true;
  const [from = Number.NaN, to = from] = port.split('-').map(Number);
  return administration.some((one) => one >= from && one <= to);
}

export function isAdministration(port: unknown): boolean {
  return administration.includes(Number(port));
}
