import { packagePlace, waitsForDeployment } from '../../../avm-catalog/components/application/package.ts';
import type { Workspace } from './sides.ts';
import type { Environment } from '../../../avm-catalog/kernel/workspace.ts';

/** What a person does after a first deployment, because it needs what that deployment makes. */
export interface Step {
  readonly key: 'hub' | 'zones' | 'package';
  /** Parameter that is false in the first deployment, where it would fail otherwise. */
  readonly parameter?: string;
  /** Heading of the README that says what to do. */
  readonly anchor: string;
  readonly title: string;
}

const hub = { key: 'hub', anchor: 'the-hub', title: 'The hub' } as const;
const zones = { key: 'zones', anchor: 'existing-private-dns-zones', title: 'Existing private DNS zones' } as const;
const fetched = { key: 'package', anchor: 'the-applications-package', title: 'The application’s package' } as const;

/** The steps after the first deployment of an environment, and what that deployment leaves out until they are done. */
export function afterFirst(workspace: Workspace, side: Environment) {
  const isIn = (component: string): boolean => workspace.with(component).includes(side);
  const { hub: is, dnsServers } = side.core.network;
  const endpoints = isIn('key-vault') || isIn('storage-account');
  const steps: readonly Step[] = [
    ...(isIn('hub-peering') && !is.peerBack
      ? [is.useRemoteGateways ? { ...hub, parameter: 'useRemoteGateways' } : hub]
      : []),
    // With DNS servers of its own the network asks those, and its zones are linked to their network.
    ...(endpoints && side.inputs.privateDns.zones === 'existing' && dnsServers.length === 0 ? [zones] : []),
    ...(isIn('application') && waitsForDeployment(side) ? [{ ...fetched, parameter: 'installApplication' }] : []),
  ];
  const overrides = steps.flatMap((one) => (one.parameter === undefined ? [] : [`${one.parameter}=false`]));
  return { overrides, steps, again: overrides.length > 0 };
}

/** Where the packages of each environment are, with what the README needs to tell how they get there. */
export function packages(workspace: Workspace) {
  return workspace.with('application').map((side) => {
    const { packageUri } = side.inputs.application;
    const place = packagePlace(packageUri);
    const [first = '', ...rest] = packageUri.split('/');
    return {
      environment: side.environment,
      group: side.group,
      uri: packageUri,
      own: place === 'own',
      blob: place === 'blob',
      container: place === 'own' ? first : '',
      path: place === 'own' ? rest.join('/') : '',
      file: packageUri.split('/').at(-1) ?? '',
      account: place === 'blob' ? (new URL(packageUri).hostname.split('.')[0] ?? '') : '',
    };
  });
}
