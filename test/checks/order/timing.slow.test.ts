import { describe, expect, it } from 'vitest';
import { timingOf } from '../../../src/checks/order/timing.ts';
import { modulesFolder } from '../../support/modules.ts';
import { isMissing } from '../../support/tools.ts';
import { CompiledCase, type Loose } from './compiled-case.ts';

const modules = modulesFolder();

describe.skipIf(modules === null || isMissing('bicep'))('effects of time', () => {
  const rowsOf = async (change?: (template: Loose) => void): Promise<readonly string[]> => {
    await using base = await CompiledCase.open('customer-managed-keys', 'prod', modules ?? '');
    const { placement } = await base.predict(change);
    return timingOf(placement, 'prod').map(
      ({ effect, resource, cause }) => `${effect}: ${resource.split('/').at(-2)} by ${cause.split('/').at(-2)}`,
    );
  };

  it('can strike where a key is read by a role that was assigned just before, and where a feature is needed', async () => {
    expect(await rowsOf()).toMatchInlineSnapshot(`
      [
        "role-assignment: diskEncryptionSets by keys",
        "role-assignment: storageAccounts by keys",
        "endpoint-record: virtualMachines by privateEndpoints",
        "feature-registration: virtualMachines by Microsoft.Compute",
      ]
    `);
  });

  it('strike no key that waits for no role assignment', async () => {
    const rows = await rowsOf((main) => void delete main.resources.diskEncryptionSet.dependsOn);
    expect(rows.filter((one) => one.includes(' diskEncryptionSets '))).toEqual([]);
  });
});
