import { literals } from '../../../src/bicep/type.ts';
import { operator, type Value } from '../../../src/bicep/value.ts';
import type { Composer } from '../../kernel/component.ts';
import { inputsToken } from '../../kernel/inputs.ts';
import { namedOf, type View } from '../../kernel/view.ts';

interface KeyVaultInputs {
  readonly enabled: boolean;
  readonly sku: 'standard' | 'premium';
  /** Days, 7 to 90; can't be changed after the vault is created. */
  readonly softDeleteDays: number;
}

export const keyVaultInputs = inputsToken<KeyVaultInputs>('keyVault');

/** Tier of the vault, also for components whose values depend on it. */
export function vaultSku(c: Composer): Value {
  return c.choose({
    name: 'keyVaultSku',
    type: literals('standard', 'premium'),
    description: 'Tier of the key vault. Premium protects keys with hardware security modules',
    value: (view) => keyVaultInputs.of(view).sku,
    answers: ['keyVault.sku'],
  });
}

/** Whether hardware security modules protect its keys. */
export function isPremium(c: Composer): Value {
  const sku = vaultSku(c);
  return typeof sku === 'string' ? sku === 'premium' : operator('==', sku, 'premium');
}

export const keyVaultType = 'key-vault';

/** A vault of one environment: the blueprint's own, or one by name. */
export interface NamedVault {
  /** Name of its component. */
  readonly component: string;
  readonly is: KeyVaultInputs;
}

export function vaultsIn(view: View): readonly NamedVault[] {
  const own = view.components.includes(keyVaultType) ? keyVaultInputs.of(view) : undefined;
  return [
    ...(own?.enabled ? [{ component: keyVaultType, is: own }] : []),
    ...namedOf<KeyVaultInputs>(view, keyVaultType).map(([component, is]) => ({ component, is })),
  ];
}
