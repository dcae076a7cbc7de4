import type { Reason } from '../../bicep/value.ts';
import { drawings } from './drawings.ts';
import type { Side, Workspace } from './sides.ts';

/** Where a node is drawn. */
export type Place = 'outside' | 'group' | 'network' | 'workload' | 'privateEndpoints' | 'bastion' | 'hub';

export interface Drawing {
  readonly nodes?: readonly {
    readonly id: string;
    readonly label: string;
    readonly in: Place;
    readonly shape?: 'box' | 'round' | 'store';
  }[];
  /** Several ids are joined by ` & `. */
  readonly edges?: readonly {
    readonly from: string;
    readonly to: string;
    readonly label: string;
    readonly dotted?: boolean;
  }[];
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

const blank = {
  indent: '',
  kind: { group: false, node: false, end: false },
  id: '',
  label: '',
  open: '',
  close: '',
  from: '',
  arrow: '',
  to: '',
};
const shapes = { box: ['[', ']'], round: ['([', '])'], store: ['[(', ')]'] } as const;

type Subnet = 'workload' | 'privateEndpoints' | 'bastion';
const subnetIds: Readonly<Record<Subnet, string>> = {
  workload: 'subnetWorkload',
  privateEndpoints: 'subnetEndpoints',
  bastion: 'subnetBastion',
};

/** Mermaid lines of the default environment: what it has, where it is, and what talks to what. */
export function diagramLines(workspace: Workspace): readonly Line[] {
  const side = workspace.default;
  const drawn = drawingsOf(workspace);
  const within = (place: Place, depth: number): readonly Line[] => nodeLines(drawn, place, '  '.repeat(depth));
  const reason = workspace.because('virtual-network');
  const subnets = subnetsOf(side, workspace).flatMap(({ place, label }) =>
    boxed({ id: subnetIds[place], label, indent: '      ', reason }, within(place, 4)),
  );
  const label = `${side.names['virtualNetwork'] ?? ''} ${side.core.network.addressSpace}`;
  const network = boxed({ id: 'network', label, indent: '    ', reason }, [...within('network', 3), ...subnets]);
  const group = {
    id: 'group',
    label: `${side.group} (${side.region})`,
    indent: '  ',
    reason: workspace.reason(['FR-017', 'NAM-001']),
  };
  return [
    ...within('outside', 1),
    ...hubLines(workspace, within('hub', 2)),
    ...boxed(group, [...network, ...within('group', 2)]),
    ...edgeLines(drawn),
  ];
}

interface Drawn {
  readonly reason: Reason;
  readonly drawing: Drawing;
}

/** Of every component that is on in the default environment. */
function drawingsOf(workspace: Workspace): readonly Drawn[] {
  const side = workspace.default;
  return workspace.plan.components
    .filter((one) => one.environments.includes(side.environment))
    .map(({ name, title }) => ({
      reason: workspace.because(name),
      drawing: drawings[name]?.(side, workspace) ?? {
        nodes: [{ id: name.replaceAll('-', ''), label: title, in: 'group' }],
      },
    }));
}

function nodeLines(drawn: readonly Drawn[], place: Place, indent: string): readonly Line[] {
  return drawn.flatMap(({ reason, drawing }) =>
    (drawing.nodes ?? [])
      .filter((node) => node.in === place)
      .map(({ id, label, shape = 'box' }) => {
        const [open, close] = shapes[shape];
        return { ...blank, indent, kind: { ...blank.kind, node: true }, id, label, open, close, reason };
      }),
  );
}

function edgeLines(drawn: readonly Drawn[]): readonly Line[] {
  return drawn.flatMap(({ reason, drawing }) =>
    (drawing.edges ?? []).map(({ from, to, label, dotted }) => ({
      ...blank,
      indent: '  ',
      from,
      to,
      label,
      arrow: dotted ? '-.->' : '-->',
      reason,
    })),
  );
}

function hubLines(workspace: Workspace, inside: readonly Line[]): readonly Line[] {
  if (inside.length === 0) return [];
  const label = `Hub ${lastPart(workspace.default.core.network.hub.virtualNetworkId)}`;
  return boxed({ id: 'hub', label, indent: '  ', reason: workspace.because('hub-peering') }, inside);
}

function boxed(box: Pick<Line, 'id' | 'label' | 'indent' | 'reason'>, inside: readonly Line[]): readonly Line[] {
  const { indent, reason } = box;
  return [
    { ...blank, ...box, kind: { ...blank.kind, group: true } },
    ...inside,
    { ...blank, indent, reason, kind: { ...blank.kind, end: true } },
  ];
}

function subnetsOf(side: Side, { plan }: Workspace): readonly { readonly place: Subnet; readonly label: string }[] {
  const ranges = plan.parameters.find((one) => one.name === 'subnetPrefixes')?.values[side.environment] as
    | Readonly<Record<string, string>>
    | undefined;
  const names: Readonly<Record<string, string>> = {
    workload: side.names['subnetWorkload'] ?? '',
    privateEndpoints: side.names['subnetPrivateEndpoints'] ?? '',
    bastion: 'AzureBastionSubnet',
  };
  const bastion = plan.components.find((one) => one.name === 'bastion')?.environments.includes(side.environment);
  return Object.entries(ranges ?? {})
    .filter(([key]) => key !== 'bastion' || bastion)
    .map(([key, range]) => ({ place: key as Subnet, label: `${names[key] ?? key} ${range}` }));
}

export const lastPart = (id: string): string => id.slice(id.lastIndexOf('/') + 1);
