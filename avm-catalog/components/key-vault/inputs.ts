import { literals } from '../../../src/bicep/type.ts';
import { operator, type Value } from '../../../src/bicep/value.ts';
import type { Composer } from '../../kernel/component.ts';
import { inputsToken } from '../../kernel/inputs.ts';
import { choice } from '../../kernel/patterns.ts';

interface KeyVaultInputs {
  readonly enabled: boolean;
  readonly sku: 'standard' | 'premium';
  /** Days, 7 to 90; can't be changed once the vault is made. */
  readonly softDeleteDays: number;
}

export const keyVaultInputs = inputsToken<KeyVaultInputs>('keyVault');

/** Tier of the vault; what it decides beyond the vault asks for it here too. */
export function vaultSku(c: Composer): Value {
  return c.choose({
    name: 'keyVaultSku',
    type: literals('standard', 'premium'),
    description: 'Tier of the key vault; premium keeps its keys in hardware security modules',
    value: (view) => keyVaultInputs.of(view).sku,
    answers: ['keyVault.sku'],
  });
}

/** One value where keys are in hardware, another where software holds them. */
export function byProtection(c: Composer, inHardware: Value, inSoftware: Value): Value {
  const sku = vaultSku(c);
  return choice(typeof sku === 'string' ? sku === 'premium' : operator('==', sku, 'premium'), inHardware, inSoftware);
}
