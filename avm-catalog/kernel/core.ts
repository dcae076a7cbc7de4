import type * as zod from 'zod';
import { isOffered } from '../azure/services.ts';
import { virtualNetworkIdPattern } from '../azure/resource-ids.ts';
import type { DefaultsContext, Zod } from './context.ts';

/** Key of `spec` with the named components. */
export const namedKey = 'components';

/** Settings that all components can read. */
export interface Core {
  readonly location: {
    readonly region: string;
    /** Availability zone; null for none. */
    readonly zone: 1 | 2 | 3 | null;
  };
  readonly network: {
    readonly topology: 'simple' | 'hub';
    readonly addressSpace: string;
    /** Further ranges of the same virtual network. */
    readonly additionalAddressSpaces?: readonly string[] | undefined;
    /** Ranges by subnet; the tool chooses the others from the address space. */
    readonly subnets: Readonly<Partial<Record<'workload' | 'privateEndpoints' | 'bastion', string>>>;
    /** Empty for Azure DNS. */
    readonly dnsServers: readonly string[];
    /** Encryption of the traffic between VMs; off if missing. */
    readonly encryption?: boolean | undefined;
    readonly hub: {
      /** Resource ID of the hub's virtual network; empty if topology is simple. */
      readonly virtualNetworkId: string;
      /** Range of the hub's AzureBastionSubnet, the source of administrative access. */
      readonly bastionSubnet: string;
      /** Private IP address of the hub's firewall, which outbound traffic goes to; empty if it has none. */
      readonly firewallAddress: string;
      readonly useRemoteGateways: boolean;
      /** Also create the hub's peering, which needs permissions there. */
      readonly peerBack: boolean;
    };
  };
  readonly lock: 'none' | 'CanNotDelete';
  /** Usage telemetry of AVM. */
  readonly telemetry: boolean;
}

/** Paths that belong to a component; available if the blueprint can have it. */
export const coreAbout: Readonly<Record<string, string>> = {
  'network.topology': 'hub-peering',
  'network.hub': 'hub-peering',
  'network.subnets.bastion': 'bastion',
};

export function coreSchema(z: Zod): zod.ZodType<Core> {
  const cidr = z.string().describe('IPv4 range in CIDR notation, such as 10.20.0.0/22');
  return z.strictObject({
    location: z.strictObject({
      region: z.string().describe('Azure region, such as westeurope or West Europe'),
      zone: z.union([z.literal(1), z.literal(2), z.literal(3), z.null()]).describe('Availability zone; null for none'),
    }),
    network: z.strictObject({
      topology: z
        .enum(['simple', 'hub'])
        .describe('simple: a standalone virtual network. hub: a spoke that is peered with an existing hub'),
      addressSpace: cidr,
      additionalAddressSpaces: z
        .array(cidr)
        .max(20)
        .optional()
        .describe('Further address ranges of the virtual network. Subnets that don’t fit into the first one use them'),
      subnets: z
        .strictObject({ workload: cidr.optional(), privateEndpoints: cidr.optional(), bastion: cidr.optional() })
        .describe('Address ranges of subnets. The tool chooses the others'),
      dnsServers: z.array(z.ipv4()).max(20),
      encryption: z
        .boolean()
        .optional()
        .describe('Encrypt the traffic between VMs whose size supports virtual network encryption. Off if missing'),
      hub: z.strictObject({
        virtualNetworkId: z
          .string()
          .regex(virtualNetworkIdPattern, `must be the resource ID of a virtual network, such as ${exampleId}`)
          .or(z.literal('')),
        bastionSubnet: cidr.or(z.literal('')),
        firewallAddress: z
          .ipv4()
          .or(z.literal(''))
          .describe(
            'Private IP address of the hub’s firewall. A route table sends outbound traffic there. Empty if the hub has none',
          ),
        useRemoteGateways: z.boolean(),
        peerBack: z.boolean(),
      }),
    }),
    lock: z.enum(['none', 'CanNotDelete']),
    telemetry: z
      .boolean()
      .describe(
        'Send usage telemetry of Azure Verified Modules to Microsoft, which tells it the deployed modules and versions',
      ),
  }) as unknown as zod.ZodType<Core>;
}

const exampleId =
  '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-hub/providers/Microsoft.Network/virtualNetworks/vnet-hub';

export function coreDefaults({ region }: DefaultsContext): Core {
  return {
    location: { region: 'westeurope', zone: region === undefined || isOffered('zonalVm', region) ? 1 : null },
    network: {
      topology: 'simple',
      addressSpace: '10.20.0.0/22',
      subnets: {},
      dnsServers: [],
      hub: { virtualNetworkId: '', bastionSubnet: '', firewallAddress: '', useRemoteGateways: false, peerBack: false },
    },
    lock: 'none',
    telemetry: true,
  };
}
