import { sizeFacts } from '../../azure/sizes.ts';
import type { View } from '../../kernel/view.ts';

/** By vCPUs, then by memory. */
export function power({ inputs }: View): number | undefined {
  const size = sizeFacts(inputs.virtualMachine);
  return size && size.vCpus * 10_000 + size.memoryGiB;
}
