import type { Data } from '../../avm-catalog/kernel/component.ts';
import { isVaultId } from '../../avm-catalog/kernel/given-secrets.ts';
import type { Asking, Place } from './place.ts';

const vaultType = 'microsoft.keyvault/vaults';
const secretName = /^[0-9A-Za-z-]{1,127}$/;

/** A secret is in a key vault that exists, since the deployment reads it before it creates anything. */
export async function askSecret({ path }: Place, { ask, referable, last }: Asking): Promise<Data> {
  const vaults = referable.filter(({ armType, id }) => id !== undefined && armType?.toLowerCase() === vaultType);
  const chosen =
    vaults.length === 0
      ? undefined
      : await ask.choose<string | undefined>({
          message: `${path}: key vault with the secret`,
          choices: [
            ...vaults.map(({ id, name, title }) => ({ value: id, name, description: title })),
            { value: undefined, name: 'another resource (enter its ID)' },
          ],
          default: last.vault,
        });
  const keyVault =
    chosen ??
    (await ask.text({
      message: `${path}: ID of the key vault with the secret`,
      ...(last.vault === undefined ? {} : { default: last.vault }),
      problem: (text) =>
        isVaultId(text)
          ? undefined
          : 'Enter the full ID: /subscriptions/…/resourceGroups/…/providers/Microsoft.KeyVault/vaults/NAME',
    }));
  last.vault = keyVault;
  const secret = await ask.text({
    message: `${path}: name of the secret`,
    problem: (text) => (secretName.test(text) ? undefined : 'Use 1 to 127 letters, digits, and hyphens.'),
  });
  return { keyVault, secret };
}
