import { hasShares, sharesOf } from '../../../avm-catalog/parts/storage-account/shares.ts';
import { windowInWords } from '../../../avm-catalog/parts/maintenance-window.ts';
import { isEnvironmentTag } from '../../spec/resolve.ts';
import type { Reason } from '../../bicep/value.ts';
import { hoursOfAccess } from './needs.ts';
import { enumerate } from '../../spec/enumerate.ts';
import type { Side, Workspace } from './sides.ts';

/** What the template of every component may use. */
export interface Note {
  readonly name: string;
  readonly title: string;
  readonly reason: Reason;
  /** `every environment`, or names. */
  readonly where: string;
  /** Environments it is on in. */
  readonly sides: readonly Side[];
  /** One of these for examples: the default environment where it is among them. */
  readonly one: Side;
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
    return [{ ...note, ...further[name]?.(note, workspace) }];
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

/** How file shares are mounted, by who mounts them. */
function shareAccess(sides: readonly Side[], workspace: Workspace) {
  return (['managedIdentity', 'entraKerberos', 'none'] as const).flatMap((identity) => {
    const some = sides.filter(
      ({ view }) => hasShares(view) && view.inputs.storageAccount.shareAccess.identity === identity,
    );
    const [one] = some;
    if (!one) return [];
    return [
      {
        where: workspace.where(some),
        managed: identity === 'managedIdentity',
        kerberos: identity === 'entraKerberos',
        account: one.names['storageAccount'] ?? '',
        share: sharesOf(one.view)[0]?.name ?? '',
      },
    ];
  });
}

/** What only the template of one component uses. */
const further: Readonly<Record<string, (note: Note, workspace: Workspace) => object>> = {
  'log-analytics': ({ sides }) => ({ quota: sides.some((side) => side.inputs.logAnalytics.dailyQuotaGb >= 0) }),
  'virtual-machine': ({ one, sides }) => ({
    current: `${one.inputs.virtualMachine.administrator.secretName}-current`,
    dataDisks: sides.some((side) => side.inputs.virtualMachine.dataDisks.length > 0),
  }),
  'virtual-network': (_, workspace) => ({ denies: workspace.on('SEC-003') }),
  bastion: ({ sides }) => ({
    nativeClient: sides.some((side) => side.inputs.bastion.sku !== 'Basic'),
    basicOnly: enumerate(sides.filter((side) => side.inputs.bastion.sku === 'Basic').map((side) => side.environment)),
  }),
  'private-dns': ({ one, on }) => ({
    used: on['key-vault'] === true || on['storage-account'] === true,
    example: one.names['keyVault']
      ? `${one.names['keyVault']}.vault.azure.net`
      : `${one.names['storageAccount'] ?? ''}.blob.core.windows.net`,
  }),
  'storage-account': ({ sides }, workspace) => ({
    shares: sides.some(({ view }) => hasShares(view)),
    shareAccess: shareAccess(sides, workspace),
  }),
  backup: ({ one }, workspace) => {
    const environmentTag = workspace.on('TAG-001') ? workspace.spec.tagNames.find(isEnvironmentTag) : undefined;
    return {
      tagged: one.tags.length > 0,
      environmentTag: environmentTag ?? '',
      sharedTags: one.tags.filter((tag) => environmentTag === undefined || !tag.startsWith(`${environmentTag}=`)),
    };
  },
  maintenance: ({ sides, one }) => ({
    window: windowInWords(one.inputs.maintenance),
    first: one.inputs.maintenance.start.slice(0, 10),
    differs: new Set(sides.map((side) => JSON.stringify(side.inputs.maintenance))).size > 1,
  }),
  hardening: ({ sides }, workspace) => ({
    script: sides.some((side) => side.inputs.hardening.script),
    baseline: sides.some((side) => side.inputs.hardening.guestConfiguration),
    first: workspace.default.environment,
  }),
  'just-in-time': (_, workspace) => ({ hours: hoursOfAccess(workspace) }),
  alerts: ({ sides }) => ({ told: sides.some((side) => side.inputs.alerts.emails.length > 0) }),
};
