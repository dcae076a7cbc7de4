import type * as zod from 'zod';
import type { SizeFacts } from '../../azure/sizes.ts';
import type { Zod } from '../../kernel/context.ts';

export const sizePattern = /^Standard_[A-Za-z0-9_-]{1,60}$/;

/** Facts from `az vm list-skus` about a size that the catalog lacks. Checks then treat it like any other size. */
export function customSizes(z: Zod): zod.ZodType<readonly SizeFacts[]> {
  const flag = (capability: string) => z.boolean().describe(`Value of the capability ${capability}`);
  return z
    .array(
      z.strictObject({
        name: z.string().regex(sizePattern, 'must be a size such as Standard_D2s_v5'),
        vCpus: z.int().min(1).max(1024).describe('Value of the capability vCPUs'),
        memoryGiB: z.number().min(0.5).max(65536).describe('Value of the capability MemoryGB'),
        maxDataDisks: z.int().min(1).max(256).describe('Value of the capability MaxDataDiskCount'),
        generations: z
          .array(z.union([z.literal(1), z.literal(2)]))
          .min(1)
          .max(2)
          .describe('Value of the capability HyperVGenerations'),
        diskControllers: z
          .array(z.enum(['SCSI', 'NVMe']))
          .min(1)
          .max(2)
          .describe('Value of the capability DiskControllerTypes; SCSI if the size has none'),
        acceleratedNetworking: flag('AcceleratedNetworkingEnabled'),
        premiumStorage: flag('PremiumIO'),
        encryptionAtHost: flag('EncryptionAtHostSupported'),
        trustedLaunch: z
          .boolean()
          .describe('false if the size has the capability TrustedLaunchDisabled, or no generation 2'),
      }),
    )
    .max(20)
    .describe('VM sizes that the catalog lacks, described with the output of az vm list-skus');
}
