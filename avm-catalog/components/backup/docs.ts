import operations from './readme.md.hbs';
import removal from './removal.md.hbs';
import { separated } from '../../../src/text/commas.ts';
import { md } from '../../../src/text/markdown.ts';
import { pairOf, region } from '../../azure/regions.ts';
import type { ComponentDocs, FollowUp, Limitation } from '../../kernel/docs.ts';
import { factOf, grouped, limited, permittedIn, whereIn } from '../../kernel/documents.ts';
import { groupUrl } from '../../kernel/group-creation.ts';
import { idsIn, usedResources } from '../../kernel/used-resources.ts';
import type { DocumentedWorkspace, Environment } from '../../kernel/workspace.ts';
import { backupInputs, type BackupInputs } from './inputs.ts';

export const backupDocs: ComponentDocs = {
  operations,
  facts: ({ sides }, workspace) => ({ restoreUrl: groupUrl('$group-restore'), ...protectionFacts(sides, workspace) }),
  proof: { order: 70, what: 'The first backup exists on the next day' },
  prerequisites: (workspace) =>
    usedResources(workspace, {
      order: 70,
      title: 'Resource Guard of the backups',
      fact: factOf(workspace, 'backup', isGuarded),
      idsOf: (side) => idsIn(backupInputs.of(side).resourceGuardId),
    }),
  permissions: (workspace) =>
    permittedIn(workspace, workspace.with('backup').filter(isGuarded), {
      for: 'deployment',
      anyOf: ['Reader'],
      order: 45,
      scope: 'The Resource Guard of the backups',
      within: (environment) =>
        workspace
          .with('backup')
          .filter((side) => side.environment === environment)
          .flatMap((side) => idsIn(backupInputs.of(side).resourceGuardId)),
      why: 'The deployment associates the Recovery Services vault with it.',
      actions: ['Microsoft.DataProtection/resourceGuards/read'],
      reason: workspace.reason(['backup', 'OPS-023'], 'backup'),
    }),
  checks: (side) => ({ backupVaults: [side.names['recoveryVault'] ?? ''] }),
  followUps,
  limitations,
  phrases: (workspace) => (workspace.has('backup') ? { untaggable: { order: 10, words: untaggable(workspace) } } : {}),
  removal: { before: { template: removal, what: 'backups' } },
};

const untaggable = (workspace: DocumentedWorkspace): string =>
  workspace.with('backup').some(isGuarded)
    ? 'backup policies, backup items, and associations with a Resource Guard'
    : 'backup policies and backup items';

const isGuarded = (side: Environment): boolean => backupInputs.of(side).resourceGuardId !== '';
const isState = (state: BackupInputs['immutability']) => (side: Environment) =>
  backupInputs.of(side).immutability === state;

function protectionFacts(sides: readonly Environment[], workspace: DocumentedWorkspace): object {
  const days = (of: (is: BackupInputs) => number, among = sides) =>
    separated(
      grouped(among, (side) => String(of(backupInputs.of(side)))).map(([count, own]) => ({
        days: count,
        where: workspace.where(own),
      })),
    );
  return {
    softDelete: days((is) => is.softDeleteDays),
    retention: days((is) => is.retentionDays, sides.filter(isState('Locked'))),
    unlocked: whereIn(workspace, sides, isState('Unlocked')),
    locked: whereIn(workspace, sides, isState('Locked')),
    mutable: whereIn(workspace, sides, isState('Disabled')),
    guarded: whereIn(workspace, sides, isGuarded),
    secondary: secondaryFacts(sides, workspace),
  };
}

function secondaryFacts(sides: readonly Environment[], workspace: DocumentedWorkspace): object | undefined {
  const own = sides.filter((side) => backupInputs.of(side).crossRegionRestore);
  const pairs = [...new Set(own.map((side) => pairName(side)))];
  return own.length === 0
    ? undefined
    : { where: workspace.where(own), pairs: separated(pairs.map((name) => ({ name }))) };
}

function pairName({ core: { location } }: Environment): string {
  const pair = pairOf(location.region) ?? '';
  return region(pair)?.displayName ?? pair;
}

/** The lock is a deployment of its own, so that its consequences are read before it. */
function followUps(workspace: DocumentedWorkspace, side: Environment): readonly FollowUp[] {
  if (!workspace.isIn('backup', side) || !isState('Locked')(side)) return [];
  return [
    {
      key: 'lock-backups',
      parameter: 'lockBackupImmutability',
      anchor: 'before-you-lock-the-backups',
      title: 'The lock of the backups',
      what: 'Decide that the backups can be locked forever',
      ids: ['backup'],
      accept: 'the owner of the data agreed to the retention, which nobody can ever shorten',
    },
  ];
}

function limitations(workspace: DocumentedWorkspace): readonly Limitation[] {
  const on = (holds: (side: Environment) => boolean) => factOf(workspace, 'backup', holds);
  return [
    ...limited(
      100,
      factOf(workspace, 'backup'),
      (where) => md`You can’t change the backup redundancy (${where}) after the first backup.`,
    ),
    ...limited(
      101,
      on((side) => backupInputs.of(side).crossRegionRestore),
      (where) => md`You can’t turn off cross-region restore (${where}) after the first backup.`,
    ),
    ...limited(
      102,
      on(isState('Locked')),
      (where) =>
        md`You can’t undo the lock of the backups (${where}), shorten their retention, or delete them early. The resource group stays until the last retention ends.`,
    ),
    ...limited(
      103,
      on(isGuarded),
      (where) =>
        md`The AVM module doesn’t associate a vault with a Resource Guard, so a native resource does (${where}). Whether a later deployment of an unchanged association needs the Backup MUA Operator role isn’t documented. Try it before you depend on it.`,
    ),
  ];
}
