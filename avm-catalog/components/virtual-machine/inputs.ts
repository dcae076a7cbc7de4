import type { SizeFacts } from '../../azure/sizes.ts';
import { inputsToken } from '../../kernel/inputs.ts';

type DiskType = 'Premium_LRS' | 'Premium_ZRS' | 'StandardSSD_LRS' | 'StandardSSD_ZRS' | 'Standard_LRS';

interface DataDisk {
  readonly name: string;
  readonly lun: number;
  /** GiB. */
  readonly sizeGb: number;
  readonly type: DiskType;
  readonly caching: 'None' | 'ReadOnly' | 'ReadWrite';
}

export interface VirtualMachineInputs {
  readonly size: string;
  /** Sizes that the catalog lacks, as a person describes them. */
  readonly customSizes: readonly SizeFacts[];
  /** Of the computer inside Windows; empty for one made of the workload and the environment. */
  readonly computerName: string;
  /** Key of a Windows Server image of the catalog. */
  readonly image: string;
  readonly imageVersion: string;
  /** Security updates without a restart: wherever the image can, or nowhere. */
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
  readonly encryptionAtHost: boolean;
  readonly trustedLaunch: boolean;
  /** Fixed address in the workload subnet; empty lets Azure choose. */
  readonly privateAddress: string;
}

export const virtualMachineInputs = inputsToken<VirtualMachineInputs>('virtualMachine');
