import { image } from '../../../avm-catalog/azure/images.ts';
import { encryptionKeys } from '../../../avm-catalog/components/customer-managed-keys/keys.ts';
import { hasShares, sharesOf } from '../../../avm-catalog/components/storage-account/shares.ts';
import { windowInWords } from '../../../avm-catalog/components/maintenance/window.ts';
import type { Reason } from '../../bicep/value.ts';
import { hoursOfAccess } from './needs.ts';
import { enumerate } from '../../resolve/enumerate.ts';
import { groupUrl } from './resource-group.ts';
import { alertFacts } from './alerts.ts';
import type { Workspace } from './sides.ts';
import type { Environment } from '../../../avm-catalog/kernel/workspace.ts';
import { ownValue } from '../../bicep/own.ts';

/** What the template of every component may use. */
export interface Note {
  readonly name: string;
  readonly title: string;
  readonly reason: Reason;
  /** `every environment`, or names. */
  readonly where: string;
  /** Environments it is on in. */
  readonly sides: readonly Environment[];
  /** One of these for examples: the default environment where it is among them. */
  readonly one: Environment;
  /** The workspace has several environments. */
  readonly several: boolean;
  readonly last: string;
  /** Every component of the blueprint: whether it is on anywhere. */
  readonly on: Readonly<Record<string, boolean>>;
}

/** One for each component that is on, in the order of the plan, with what its own template needs. */
export function componentNotes(workspace: Workspace): readonly Note[] {
  const on = Object.fromEntries(workspace.spec.blueprint.components.map((name) => [name, workspace.has(name)]));
  return workspace.plan.components.flatMap(({ name, title }) => {
    const sides = workspace.with(name);
    const one = sides.find((side) => side === workspace.default) ?? sides[0];
    if (!one) return [];
    const several = workspace.sides.length > 1;
    const note: Note = {
      name,
      title,
      reason: workspace.because(name),
      where: workspace.where(sides),
      sides,
      one,
      several,
      last: sides.at(-1)?.environment ?? '',
      on,
    };
    return [{ ...note, ...ownValue(further, name)?.(note, workspace) }];
  });
}

/** Where what was deployed can be seen to work. */
const proven: Readonly<Record<string, string>> = {
  'just-in-time': 'Remote desktop opens on request',
  bastion: 'Administrators get in',
  'hub-peering': 'Administrators get in, through the hub',
  'monitoring-agent': 'The agent reports',
  hardening: 'The machine is hardened',
  application: 'The application is installed',
  backup: 'The first backup is there on the next day',
};

export function proofs(
  notes: readonly Note[],
): readonly { readonly what: string; readonly title: string; readonly anchor: string; readonly reason: Reason }[] {
  return Object.entries(proven).flatMap(([name, what]) =>
    notes
      .filter((note) => note.name === name)
      .map(({ title, reason }) => ({ what, title, reason, anchor: title.toLowerCase().replaceAll(' ', '-') })),
  );
}

/** The first share for an example, where it has one name. */
function shareOf(sides: readonly Environment[]): string {
  const [name = '', ...others] = new Set(sides.map((side) => sharesOf(side)[0]?.name ?? ''));
  return others.length === 0 ? name : '<share>';
}

/** How file shares are mounted, by who mounts them. */
function shareAccess(sides: readonly Environment[], workspace: Workspace) {
  return (['managedIdentity', 'entraKerberos', 'none'] as const).flatMap((identity) => {
    const some = sides.filter(
      (side) => hasShares(side) && side.inputs.storageAccount.shareAccess.identity === identity,
    );
    if (some.length === 0) return [];
    return [
      {
        where: workspace.where(some),
        managed: identity === 'managedIdentity',
        kerberos: identity === 'entraKerberos',
        share: shareOf(some),
      },
    ];
  });
}

/** What only the template of one component uses. */
const further: Readonly<Record<string, (note: Note, workspace: Workspace) => object>> = {
  'log-analytics': ({ sides }, workspace) => ({
    quota: sides.some((side) => side.inputs.logAnalytics.dailyQuotaGb >= 0),
    storage: workspace.on('OPS-002') && workspace.has('storage-account'),
    vault: workspace.on('OPS-002'),
  }),
  'monitoring-agent': ({ sides }) => ({
    security: [...new Set(sides.map((side) => side.inputs.monitoringAgent.securityEvents))].toSorted().join(', '),
  }),
  'virtual-machine': ({ sides }) => ({
    hotpatch: enumerate(sides.filter(hotpatched).map((side) => side.environment)),
    dataDisks: sides.some((side) => side.inputs.virtualMachine.dataDisks.length > 0),
  }),
  'virtual-network': (_, workspace) => ({ denies: workspace.on('SEC-003') }),
  bastion: ({ sides }, workspace) => {
    const inBrowser = sides.filter(({ inputs: { bastion: is } }) => is.sku === 'Basic' || is.sessionRecording);
    return {
      nativeClient: inBrowser.length < sides.length,
      users: grouped(sides, (side) => side.inputs.virtualMachine.administrator.username).map(([name, among]) => ({
        name,
        where: among.length < sides.length ? workspace.where(among) : '',
      })),
      browserOnly: enumerate(inBrowser.map((side) => side.environment)),
      basic: inBrowser.some((side) => side.inputs.bastion.sku === 'Basic'),
    };
  },
  'customer-managed-keys': ({ sides }, workspace) => ({
    kinds: grouped(sides, (side) => side.inputs.keyVault.sku).map(([sku, among], index, all) => ({
      name: encryptionKeys[sku],
      kty: sku === 'premium' ? 'RSA-HSM' : 'RSA',
      where: workspace.where(among),
      comma: index < all.length - 1 ? ', ' : '',
    })),
  }),
  'private-dns': ({ on }, workspace) => ({
    used: on['key-vault'] === true || on['storage-account'] === true,
    ...(workspace.with('key-vault').length >= workspace.with('storage-account').length
      ? { output: 'keyVaultName', host: '<vault>.vault.azure.net' }
      : { output: 'storageAccountName', host: '<account>.blob.core.windows.net' }),
  }),
  'storage-account': ({ sides }, workspace) => ({
    shares: sides.some(hasShares),
    shareAccess: shareAccess(sides, workspace),
  }),
  backup: () => ({ restoreUrl: groupUrl('$group-restore') }),
  maintenance: ({ sides, one }) => ({
    window: windowInWords(one.inputs.maintenance),
    first: one.inputs.maintenance.start.slice(0, 10),
    differs: new Set(sides.map((side) => JSON.stringify(side.inputs.maintenance))).size > 1,
  }),
  hardening: ({ sides }, workspace) => ({
    script: sides.some((side) => side.inputs.hardening.script),
    baseline: sides.some((side) => side.inputs.hardening.guestConfiguration),
    enforcements: grouped(
      sides.filter((side) => side.inputs.hardening.guestConfiguration),
      (side) => side.inputs.hardening.enforcement,
    ).map(([enforcement, among]) => ({
      audit: enforcement === 'Audit',
      once: enforcement === 'ApplyAndMonitor',
      again: enforcement === 'ApplyAndAutoCorrect',
      where: workspace.where(among),
    })),
    lsaAudited: enumerate(
      sides.filter((side) => side.inputs.hardening.script && keepsLsaInFirmware(side)).map((side) => side.environment),
    ),
    first: workspace.default.environment,
  }),
  'just-in-time': (_, workspace) => ({ hours: hoursOfAccess(workspace) }),
  alerts: alertFacts,
};

function hotpatched({ inputs: { virtualMachine: is } }: Environment): boolean {
  return is.hotpatch === 'whereSupported' && image(is.image)?.hotpatch === true;
}

/** Before Windows Server 2025, LSA protection is kept in UEFI firmware, which images of generation 2 start from. */
function keepsLsaInFirmware({ inputs }: Environment): boolean {
  const found = image(inputs.virtualMachine.image);
  return found !== undefined && found.year < 2025 && found.generation === 2;
}

function grouped<T extends string>(
  sides: readonly Environment[],
  by: (side: Environment) => T,
): readonly [T, readonly Environment[]][] {
  const keys = [...new Set(sides.map(by))];
  return keys.map((key) => [key, sides.filter((side) => by(side) === key)]);
}
