import type { SizeFacts } from '../../azure/sizes.ts';
import { namedKey } from '../../kernel/core.ts';
import { inputsToken } from '../../kernel/inputs.ts';
import { camel } from '../../../src/text/pascal.ts';
import { namedOf, type View } from '../../kernel/view.ts';

type DiskType = 'Premium_LRS' | 'Premium_ZRS' | 'StandardSSD_LRS' | 'StandardSSD_ZRS' | 'Standard_LRS';

interface DataDisk {
  readonly name: string;
  readonly lun: number;
  /** GiB. */
  readonly sizeGb: number;
  readonly type: DiskType;
  readonly caching: 'None' | 'ReadOnly' | 'ReadWrite';
}

export interface EntraSignIn {
  readonly enabled: boolean;
  /** Object IDs of Microsoft Entra groups. */
  readonly administratorGroups: readonly string[];
  readonly userGroups: readonly string[];
}

export interface VirtualMachineInputs {
  readonly size: string;
  /** Sizes that the catalog lacks, as the user describes them. */
  readonly customSizes: readonly SizeFacts[];
  /** Computer name inside Windows; empty to generate one from the workload and the environment. */
  readonly computerName: string;
  /** Key of a Windows Server image of the catalog. */
  readonly image: string;
  readonly imageVersion: string;
  /** Whether to hotpatch if the image supports it. */
  readonly hotpatch: 'whereSupported' | 'off';
  readonly licence: 'none' | 'azureHybridBenefit';
  readonly timeZone: string;
  readonly administrator: {
    readonly username: string;
    readonly vaultName: string;
    readonly vaultResourceGroup: string;
    readonly secretName: string;
  };
  readonly osDisk: { readonly sizeGb: number; readonly type: DiskType };
  readonly dataDisks: readonly DataDisk[];
  readonly autoShutdown: {
    readonly enabled: boolean;
    /** HH:MM */
    readonly time: string;
    readonly timeZone: string;
    /** Notified 30 minutes before. */
    readonly emails: readonly string[];
  };
  readonly encryptionAtHost: boolean;
  readonly trustedLaunch: boolean;
  /** Reports the integrity of the boot; only with Trusted Launch. */
  readonly guestAttestation: boolean;
  readonly entraSignIn: EntraSignIn;
  /** Static address in its subnet; empty for an address that Azure chooses. */
  readonly privateAddress: string;
  /** Component by name that is its subnet; without one, the subnet of the workload. */
  readonly subnet?: string | undefined;
  /** Component by name that is its managed identity; without one, the identity of the workload. */
  readonly identity?: string | undefined;
  /** Names of components that it uses with that identity. */
  readonly uses?: readonly string[] | undefined;
  /** Behind the load balancer, where there is one. */
  readonly loadBalanced?: boolean | undefined;
}

export const virtualMachineType = 'virtual-machine';

export const virtualMachineInputs = inputsToken<VirtualMachineInputs>('virtualMachine');

interface Machine {
  /** Name of its component. */
  readonly component: string;
  /** Where its settings are, below `spec`. */
  readonly key: string;
  readonly is: VirtualMachineInputs;
}

/** Every VM of one environment: the blueprint's own, and those by name. */
export function machinesIn(view: View): readonly Machine[] {
  const { key } = virtualMachineInputs;
  const own = view.components.includes(virtualMachineType)
    ? [{ component: virtualMachineType, key, is: virtualMachineInputs.of(view) }]
    : [];
  const named = namedOf<VirtualMachineInputs>(view, virtualMachineType);
  return [...own, ...named.map(([id, is]) => ({ component: id, key: `${namedKey}.${id}`, is }))];
}

/** The blueprint's own VM is always behind the load balancer; others join it where `loadBalanced` is true. */
export function isBalanced({
  key,
  is,
}: {
  readonly key: string;
  readonly is: Pick<VirtualMachineInputs, 'loadBalanced'>;
}): boolean {
  return is.loadBalanced ?? key === virtualMachineInputs.key;
}

/** What is behind the load balancer in any environment: names of components, each with the key of its subnet. */
export function balancedIn(views: readonly View[]): ReadonlyMap<string, string> {
  const all = views.flatMap((view) => machinesIn(view).filter(isBalanced));
  return new Map(all.map(({ component, is }) => [component, subnetOf(is)]));
}

/** Key of the identity that it signs in with. */
export const identityOf = ({ identity }: Pick<VirtualMachineInputs, 'identity'>): string =>
  identity === undefined ? 'workload' : camel(identity);

/** Key of the subnet that it is in. */
export const subnetOf = ({ subnet }: Pick<VirtualMachineInputs, 'subnet'>): string =>
  subnet === undefined ? 'workload' : camel(subnet);

export const isShutDown = ({ autoShutdown }: Pick<VirtualMachineInputs, 'autoShutdown'>): boolean =>
  autoShutdown.enabled;

/** Where every VM is shut down daily, alerts on a stop would fire daily. */
export function isAnyAlwaysOn(view: View): boolean {
  return machinesIn(view).some(({ is }) => !isShutDown(is));
}

/** The load balancer has an unhealthy backend every day. */
export function isAnyBalancedShutDown(view: View): boolean {
  return machinesIn(view).some((one) => isBalanced(one) && isShutDown(one.is));
}
