import type { ObjectValue, Value } from '../../../src/bicep/value.ts';
import type { Composer } from '../../kernel/component.ts';
import { pick } from '../../kernel/patterns.ts';
import { given } from './given.ts';
import { identityOf } from './inputs.ts';

/** The identity that it signs in with. */
function machineIdentity(c: Composer) {
  const key = identityOf(given(c));
  return c.collect('madeIdentity').filter((one) => one.item.key === key);
}

export function identities(c: Composer): ObjectValue {
  const workload = machineIdentity(c);
  const guest = c.collect('guestConfiguration');
  return {
    systemAssigned:
      guest.length === 0
        ? undefined
        : c.because(
            ['SEC-007'],
            pick(guest, () => true, false),
          ),
    userAssignedResourceIds: workload.map((one) => one.item.id),
  };
}

export function backup(c: Composer): ObjectValue {
  const vaults = c.collect('backup');
  if (vaults.length === 0) return {};
  return {
    backupVaultName: c.because(
      ['backup'],
      pick(vaults, (one) => one.vault, ''),
    ),
    backupPolicyName: c.because(
      ['backup'],
      pick(vaults, (one) => one.policy, ''),
    ),
  };
}

export function extensions(c: Composer): ObjectValue {
  const rules = c.collect('collectionRule');
  const guests = c.collect('guestConfiguration');
  const off: ObjectValue = { enabled: false };
  const workload = machineIdentity(c);
  const agent = (rule: { readonly name: Value; readonly id: Value }): Value => ({
    enabled: true,
    // Azure Policy uses this name for the agent, so its remediation updates this extension instead of failing on a second one.
    name: 'AzureMonitorWindowsAgent',
    enableAutomaticUpgrade: true,
    dataCollectionRuleAssociations: [{ name: rule.name, dataCollectionRuleResourceId: rule.id }],
    settings: {
      authentication: {
        managedIdentity: { 'identifier-name': 'mi_res_id', 'identifier-value': pick(workload, (one) => one.id) },
      },
    },
  });
  return {
    extensionMonitoringAgentConfig:
      rules.length === 0
        ? undefined
        : c.because(['OPS-003'], pick(rules, agent, { enabled: false, dataCollectionRuleAssociations: [] })),
    extensionGuestConfigurationExtension:
      guests.length === 0
        ? undefined
        : c.because(
            ['SEC-007'],
            pick(guests, (): Value => ({ enabled: true, enableAutomaticUpgrade: true }), off),
          ),
    guestConfiguration:
      guests.length === 0
        ? undefined
        : c.because(
            ['SEC-007'],
            pick(guests, (one) => one.value, {}),
          ),
  };
}
