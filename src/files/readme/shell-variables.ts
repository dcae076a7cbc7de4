import { encryptionKeys } from '../../../avm-catalog/components/customer-managed-keys/keys.ts';
import type { Workspace } from './sides.ts';
import type { Environment } from '../../../avm-catalog/kernel/workspace.ts';

/** What commands name that is of one environment and that no deployment returns: variables of the shell they run in. */
export function shellVariables(workspace: Workspace) {
  const { sides } = workspace;
  const all = variables(workspace).map(({ name, of }) => ({ name, values: sides.map(of) }));
  const differing = all.filter(({ values }) => new Set(values).size > 1);
  return {
    fixed: all.flatMap(({ name, values: [value = '', ...others] }) =>
      value === '' || others.some((one) => one !== value) ? [] : [{ name, value }],
    ),
    byEnvironment:
      differing.length === 0
        ? []
        : sides.map(({ environment }, index) => ({
            environment,
            settings: differing.map(({ name, values }) => ({ name, value: values[index] ?? '' })),
          })),
  };
}

/** In the order they are set in; empty where an environment has no such thing. */
function variables(
  workspace: Workspace,
): readonly { readonly name: string; readonly of: (side: Environment) => string }[] {
  const encrypted = workspace.with('customer-managed-keys');
  return [
    { name: 'group', of: (side) => side.group },
    { name: 'administrator', of: (side) => side.inputs.virtualMachine.administrator.username },
    { name: 'password_vault', of: (side) => side.inputs.virtualMachine.administrator.vaultName },
    { name: 'password_secret', of: (side) => side.inputs.virtualMachine.administrator.secretName },
    { name: 'key', of: (side) => (encrypted.includes(side) ? encryptionKeys[side.inputs.keyVault.sku] : '') },
  ];
}
