import { bool, int, literals, string } from '../../../src/bicep/type.ts';
import { operator, type ObjectValue, type Value } from '../../../src/bicep/value.ts';
import { softDelete } from '../../azure/reliability.ts';
import type { Composer } from '../../kernel/component.ts';
import { choice } from '../../kernel/patterns.ts';
import { backupInputs } from './inputs.ts';

/** Protection of the backups themselves. */
export function protection(c: Composer): ObjectValue {
  const immutability = immutabilityState(c);
  return {
    softDeleteSettings: c.because(['OPS-021'], {
      softDeleteState: 'AlwaysON',
      enhancedSecurityState: 'AlwaysON',
      softDeleteRetentionPeriodInDays: c.choose({
        name: 'backupSoftDeleteDays',
        type: int,
        description: 'Days that deleted backups can be recovered',
        minValue: softDelete.least,
        maxValue: softDelete.most,
        value: (view) => backupInputs.of(view).softDeleteDays,
        answers: ['backup.softDeleteDays'],
      }),
    }),
    ...(immutability === 'Disabled' ? {} : { immutabilitySettingState: c.because(['OPS-022'], immutability) }),
  };
}

/** Azure refuses to lock a vault while it creates it, so locking has a switch that the first deployment leaves off. */
function immutabilityState(c: Composer): Value {
  const unlocked = c.choose({
    name: 'backupImmutability',
    type: literals('Disabled', 'Unlocked'),
    description: 'Immutability of backups, while it isn’t locked',
    value: (view) => (backupInputs.of(view).immutability === 'Disabled' ? 'Disabled' : 'Unlocked'),
    answers: ['backup.immutability'],
  });
  const isLocked = c.views.some((view) => backupInputs.of(view).immutability === 'Locked');
  if (!isLocked && !c.isByEnvironment(['backup.immutability'])) return unlocked;
  const lock = c.parameter({
    name: 'lockBackupImmutability',
    type: bool,
    description: 'Lock the immutability of backups forever. Set false until the vault exists',
    value: (view) => backupInputs.of(view).immutability === 'Locked',
    answers: ['backup.immutability'],
  });
  return choice(lock, 'Locked', unlocked);
}

/** Multi-user authorization: critical operations on the vault need a permission on the guard, which somebody else owns. */
export function guardVault(c: Composer): void {
  const guard = c.choose({
    name: 'resourceGuardId',
    type: string,
    description: 'Resource ID of the Resource Guard of the Recovery Services vault; empty for none',
    value: (view) => backupInputs.of(view).resourceGuardId,
    answers: ['backup.resourceGuardId'],
    ids: ['OPS-023'],
  });
  if (guard === '') return;
  c.native({
    symbol: 'recoveryVaultGuard',
    type: 'Microsoft.RecoveryServices/vaults/backupResourceGuardProxies@2025-08-01',
    comment: 'Multi-user authorization of the Recovery Services vault by an existing Resource Guard',
    reason: 'The AVM module has no parameter for the association',
    ids: ['OPS-023'],
    on: typeof guard === 'string' ? undefined : operator('!=', guard, ''),
    dependsOn: ['recoveryVault'],
    body: {
      parent: c.existing({
        symbol: 'guardedRecoveryVault',
        type: 'Microsoft.RecoveryServices/vaults@2025-08-01',
        name: c.reference('recoveryVault'),
        comment: 'Existing Recovery Services vault, as the parent of its Resource Guard',
      }),
      name: 'VaultProxy',
      properties: { resourceGuardResourceId: guard },
    },
  });
}
