import type { Reason } from '../../bicep/value.ts';
import type { Edge, Flow, Node, Place, Scene, Subnet } from '../picture/drawing.ts';

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
const arrows: Readonly<Record<Flow, string>> = {
  access: '==>',
  traffic: '-->',
  data: '-->',
  monitoring: '-.->',
  control: '-.->',
};
const subnetIds: Readonly<Record<Subnet['place'], string>> = {
  workload: 'subnetWorkload',
  privateEndpoints: 'subnetEndpoints',
  bastion: 'subnetBastion',
};

/** Mermaid lines of an environment. */
export function diagramLines(scene: Scene): readonly Line[] {
  const within = (place: Place, depth: number): readonly Line[] => nodeLines(scene, place, '  '.repeat(depth));
  const reason = scene.because.network;
  const subnets = scene.subnets.flatMap(({ place, name, range }) =>
    boxed({ id: subnetIds[place], label: `${name} ${range}`, indent: '      ', reason }, within(place, 4)),
  );
  const label = `${scene.network.name} ${scene.network.range}`;
  const network = boxed({ id: 'network', label, indent: '    ', reason }, [...within('network', 3), ...subnets]);
  const group = {
    id: 'group',
    label: `${scene.group} (${scene.region})`,
    indent: '  ',
    reason: scene.because.group,
  };
  return [
    ...within('outside', 1),
    ...hubLines(scene, within('hub', 2)),
    ...boxed(group, [...network, ...within('group', 2)]),
    ...scene.edges.map(edgeLine),
  ];
}

function nodeLines(scene: Scene, place: Place, indent: string): readonly Line[] {
  return scene.nodes
    .filter((node) => node.in === place)
    .map(({ id, shape = 'box', reason, ...node }) => {
      const [open, close] = shapes[shape];
      return { ...blank, indent, kind: { ...blank.kind, node: true }, id, label: inWords(node), open, close, reason };
    });
}

const inWords = ({ title, name, details = [] }: Pick<Node, 'title' | 'name' | 'details'>): string =>
  [title, name ?? [], details].flat().join(' ');

function edgeLine({ from, to, label, flow, both, reason }: Edge & { readonly reason: Reason }): Line {
  const arrow = both ? `<${arrows[flow]}` : arrows[flow];
  return { ...blank, indent: '  ', from: from.join(' & '), to: to.join(' & '), label, arrow, reason };
}

function hubLines({ hub, because }: Scene, inside: readonly Line[]): readonly Line[] {
  if (inside.length === 0) return [];
  return boxed({ id: 'hub', label: `Hub ${hub}`, indent: '  ', reason: because.hub }, inside);
}

function boxed(box: Pick<Line, 'id' | 'label' | 'indent' | 'reason'>, inside: readonly Line[]): readonly Line[] {
  const { indent, reason } = box;
  return [
    { ...blank, ...box, kind: { ...blank.kind, group: true } },
    ...inside,
    { ...blank, indent, reason, kind: { ...blank.kind, end: true } },
  ];
}
