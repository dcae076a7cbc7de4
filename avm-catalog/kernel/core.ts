import type * as zod from 'zod';
import { isOffered } from '../azure/services.ts';
import { virtualNetworkIdPattern } from '../azure/resource-ids.ts';
import type { DefaultsContext, Zod } from './context.ts';

/** Key of `spec` that holds the components which a person named, by their names. */
export const namedKey = 'components';

/** Answers that all components may read. */
export interface Core {
  readonly location: {
    readonly region: string;
    /** Availability zone; null where the region has none. */
    readonly zone: 1 | 2 | 3 | null;
  };
  readonly network: {
    readonly topology: 'simple' | 'hub';
    readonly addressSpace: string;
    /** Ranges by subnet; the ones left out are proposed from the address space. */
    readonly subnets: Readonly<Partial<Record<'workload' | 'privateEndpoints' | 'bastion', string>>>;
    /** Empty for Azure's own. */
    readonly dnsServers: readonly string[];
    readonly hub: {
      /** Resource id of the hub's virtual network; empty while topology is simple. */
      readonly virtualNetworkId: string;
      /** Range of the hub's AzureBastionSubnet, from where administrators come. */
      readonly bastionSubnet: string;
      readonly useRemoteGateways: boolean;
      /** Make the peering on the hub's side too; needs rights there. */
      readonly peerBack: boolean;
    };
  };
  readonly lock: 'none' | 'CanNotDelete';
  /** AVM's usage telemetry. */
  readonly telemetry: boolean;
}

/** Paths of them that are about a component: offered and taken where the blueprint can have it. */
export const coreAbout: Readonly<Record<string, string>> = {
  'network.topology': 'hub-peering',
  'network.hub': 'hub-peering',
  'network.subnets.bastion': 'bastion',
};

export function coreSchema(z: Zod): zod.ZodType<Core> {
  const cidr = z.string().describe('IPv4 range in CIDR notation, such as 10.20.0.0/22');
  return z.strictObject({
    location: z.strictObject({
      region: z.string().describe('Azure region, such as westeurope; West Europe is the same'),
      zone: z.union([z.literal(1), z.literal(2), z.literal(3), z.null()]).describe('Availability zone; null for none'),
    }),
    network: z.strictObject({
      topology: z.enum(['simple', 'hub']).describe('simple: a network of its own; hub: peered to an existing hub'),
      addressSpace: cidr,
      subnets: z
        .strictObject({ workload: cidr.optional(), privateEndpoints: cidr.optional(), bastion: cidr.optional() })
        .describe('Ranges that are fixed; the others are proposed'),
      dnsServers: z.array(z.ipv4()).max(20),
      hub: z.strictObject({
        virtualNetworkId: z
          .string()
          .regex(virtualNetworkIdPattern, `must be the resource ID of a virtual network, such as ${exampleId}`)
          .or(z.literal('')),
        bastionSubnet: cidr.or(z.literal('')),
        useRemoteGateways: z.boolean(),
        peerBack: z.boolean(),
      }),
    }),
    lock: z.enum(['none', 'CanNotDelete']),
    telemetry: z
      .boolean()
      .describe(
        'Usage telemetry of Azure Verified Modules: which modules and versions are deployed; false turns it off',
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
      hub: { virtualNetworkId: '', bastionSubnet: '', useRemoteGateways: false, peerBack: false },
    },
    lock: 'none',
    telemetry: true,
  };
}
