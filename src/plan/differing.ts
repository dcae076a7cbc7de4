import type { View } from '../../avm-catalog/kernel/view.ts';
import { makeFinding, type Finding } from '../findings/finding.ts';

/** What a person chose once for all environments, and chose otherwise in one of them. */
export function differing(
  { environment }: View,
  one: { readonly answer: string } | undefined,
  code: 'module-differs' | 'bicep-file-differs',
): Finding {
  const where = { file: 'avm.yaml', answer: `environments.${environment}.${one?.answer}`, environment };
  return makeFinding(code, 'error', {}, where);
}
