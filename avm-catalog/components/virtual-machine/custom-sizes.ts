import type * as zod from 'zod';
import type { SizeFacts } from '../../azure/sizes.ts';
import type { Zod } from '../../kernel/context.ts';

export const sizePattern = /^Standard_[A-Za-z0-9_-]{1,60}$/;

/** What `az vm list-skus` says of a size that the catalog lacks; checks then treat it like any other. */
export function customSizes(z: Zod): zod.ZodType<readonly SizeFacts[]> {
  const flag = (capability: string) => z.boolean().describe(`The capability ${capability}`);
  return z
    .array(
      z.strictObject({
        name: z.string().regex(sizePattern, 'must be a size such as Standard_D2s_v5'),
        vCpus: z.int().min(1).max(1024).describe('The capability vCPUs'),
        memoryGiB: z.number().min(0.5).max(65536).describe('The capability MemoryGB'),
        maxDataDisks: z.int().min(1).max(256).describe('The capability MaxDataDiskCount'),
        generations: z
          .array(z.union([z.literal(1), z.literal(2)]))
          .min(1)
          .max(2)
          .describe('The capability HyperVGenerations'),
        diskControllers: z
          .array(z.enum(['SCSI', 'NVMe']))
          .min(1)
          .max(2)
          .describe('The capability DiskControllerTypes; SCSI without it'),
        acceleratedNetworking: flag('AcceleratedNetworkingEnabled'),
        premiumStorage: flag('PremiumIO'),
        encryptionAtHost: flag('EncryptionAtHostSupported'),
        trustedLaunch: z.boolean().describe('False with the capability TrustedLaunchDisabled, or without generation 2'),
      }),
    )
    .max(20)
    .describe('VM sizes that the catalog lacks, described by what az vm list-skus prints');
}
