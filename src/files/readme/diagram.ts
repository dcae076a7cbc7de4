import type { Reason } from '../../bicep/value.ts';
import { drawings } from './drawings.ts';
import type { Side, Workspace } from './sides.ts';

/** Where a node is drawn. */
export type Place = 'outside' | 'group' | 'network' | 'workload' | 'privateEndpoints' | 'bastion' | 'hub';

export interface Drawing {
  readonly nodes?: readonly { readonly id: string; readonly label: string; readonly in: Place; readonly shape?: 'box' | 'round' | 'store' }[];
  /** Several ids are joined by ` & `. */
  readonly edges?: readonly { readonly from: string; readonly to: string; readonly label: string; readonly dotted?: boolean }[];
}

interface Line {
  readonly indent: string;
  readonly kind: { readonly group: boolean; readonly node: boolean; readonly end: boolean };
  readonly id: string;
  readonly label: string;
  readonly open: string;
  readonly close: string;
  readonly from: string;
  readonly arrow: string;
  readonly to: string;
  readonly reason: Reason;
}

const blank = { indent: '', kind: { group: false, node: false, end: false }, id: '', label: '', open: '', close: '', from: '', arrow: '', to: '' };
const shapes = { box: ['[', ']'], round: ['([', '])'], store: ['[(', ')]'] } as const;

type Subnet = 'workload' | 'privateEndpoints' | 'bastion';
const subnetIds: Readonly<Record<Subnet, string>> = { workload: 'subnetWorkload', privateEndpoints: 'subnetEndpoints', bastion: 'subnetBastion' };

/** Mermaid lines of the default environment: what it has, where it is, and what talks to what. */
export function diagramLines(workspace: Workspace): readonly Line[] {
  const side = workspace.default;
  const drawn = workspace.plan.components
    .filter((one) => one.environments.includes(side.environment))
    .map((one) => ({ reason: workspace.because(one.name), drawing: drawings[one.name]?.(side, workspace) ?? { nodes: [{ id: identifier(one.name), label: one.title, in: 'group' as const }] } }));
  const nodesIn = (place: Place, indent: string): readonly Line[] =>
    drawn.flatMap(({ reason, drawing }) =>
      (drawing.nodes ?? []).filter((node) => node.in === place).map(({ id, label, shape = 'box' }) => ({ ...blank, indent, kind: { ...blank.kind, node: true }, id, label, open: shapes[shape][0], close: shapes[shape][1], reason })),
    );
  const edges = drawn.flatMap(({ reason, drawing }) => (drawing.edges ?? []).map(({ from, to, label, dotted }) => ({ ...blank, indent: '  ', from, to, label, arrow: dotted ? '-.->' : '-->', reason })));
  const network = workspace.because('virtual-network');
  const subnets = subnetsOf(side, workspace).flatMap(({ place, label }) => boxed(subnetIds[place], label, nodesIn(place, '        '), '      ', network));
  const inner = [...boxed('network', `${side.names['virtualNetwork'] ?? ''} ${side.core.network.addressSpace}`, [...nodesIn('network', '      '), ...subnets], '    ', network), ...nodesIn('group', '    ')];
  const hub = nodesIn('hub', '    ');
  return [
    ...nodesIn('outside', '  '),
    ...(hub.length > 0 ? boxed('hub', `Hub ${lastPart(side.core.network.hub.virtualNetworkId)}`, hub, '  ', workspace.because('hub-peering')) : []),
    ...boxed('group', `${side.group} (${side.region})`, inner, '  ', workspace.reason(['FR-017', 'NAM-001'])),
    ...edges,
  ];
}

function boxed(id: string, label: string, inside: readonly Line[], indent: string, reason: Reason): readonly Line[] {
  return [{ ...blank, indent, kind: { ...blank.kind, group: true }, id, label, reason }, ...inside, { ...blank, indent, kind: { ...blank.kind, end: true }, reason }];
}

function subnetsOf(side: Side, { plan }: Workspace): readonly { readonly place: Subnet; readonly label: string }[] {
  const ranges = plan.parameters.find((one) => one.name === 'subnetPrefixes')?.values[side.environment] as Readonly<Record<string, string>> | undefined;
  const names: Readonly<Record<string, string>> = { workload: side.names['subnetWorkload'] ?? '', privateEndpoints: side.names['subnetPrivateEndpoints'] ?? '', bastion: 'AzureBastionSubnet' };
  const bastion = plan.components.find((one) => one.name === 'bastion')?.environments.includes(side.environment);
  return Object.entries(ranges ?? {})
    .filter(([key]) => key !== 'bastion' || bastion)
    .map(([key, range]) => ({ place: key as Subnet, label: `${names[key] ?? key} ${range}` }));
}

const identifier = (name: string): string => name.replaceAll('-', '');

export const lastPart = (id: string): string => id.slice(id.lastIndexOf('/') + 1);
