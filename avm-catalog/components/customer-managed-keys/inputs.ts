import { inputsToken } from '../../kernel/inputs.ts';
import type { View } from '../../kernel/view.ts';
import { keyVaultType, vaultsIn, type NamedVault } from '../key-vault/inputs.ts';

interface CustomerManagedKeyInputs {
  readonly enabled: boolean;
  /** Component that is the vault; by default the blueprint's own, or the only one. */
  readonly vault?: string | undefined;
}

export const customerManagedKeysInputs = inputsToken<CustomerManagedKeyInputs>('customerManagedKeys');

/** The vault with the key in one environment; undefined if none is named and there are several. */
export function keyVaultOf(view: View): NamedVault | undefined {
  const { vault = keyVaultType } = customerManagedKeysInputs.of(view);
  const all = vaultsIn(view);
  const isGiven = customerManagedKeysInputs.of(view).vault !== undefined;
  return all.find(({ component }) => component === vault) ?? (isGiven || all.length > 1 ? undefined : all[0]);
}

/** The vault of each environment that uses a customer-managed key, if it is known. */
export function vaultsOfKey(views: readonly View[]): readonly (NamedVault & Pick<View, 'environment'>)[] {
  return views.flatMap((view) => {
    const vault = customerManagedKeysInputs.of(view).enabled ? keyVaultOf(view) : undefined;
    return vault ? [{ ...vault, environment: view.environment }] : [];
  });
}
