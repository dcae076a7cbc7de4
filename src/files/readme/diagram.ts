import type { Edge, Flow, Node } from '../../../avm-catalog/kernel/drawing.ts';
import type { Reason } from '../../bicep/value.ts';
import { subnetOf } from '../picture/graph.ts';
import type { Because, Scene } from '../picture/scene.ts';

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

/** Mermaid lines of an environment. */
export function diagramLines(scene: Scene): readonly Line[] {
  const within = (zones: readonly Node['in'][], depth: number): readonly Line[] =>
    nodeLines(
      scene.nodes.filter((node) => zones.includes(node.in)),
      depth,
    );
  const label = `${scene.group} (${scene.region})`;
  const group = { id: 'group', label, indent: '  ', reason: scene.reason };
  return [
    ...within(['outside'], 1),
    ...peerLines(scene, within(['edge'], 2)),
    ...boxed(group, [...networkLines(scene, within(['network'], 3)), ...within(['group', 'monitoring'], 2)]),
    ...scene.edges.map(edgeLine),
  ];
}

function networkLines({ network, nodes }: Scene, inside: readonly Line[]): readonly Line[] {
  if (!network) return [];
  const { id, reason } = network;
  const subnets = network.subnets.flatMap((one) => {
    const own = nodes.filter((node) => subnetOf(node) === one.key);
    const label = [`${one.name} ${one.range}`, ...attachedIn(one)].join(', ');
    return boxed({ id: one.id, label, indent: '      ', reason }, nodeLines(own, 4));
  });
  return boxed({ id, label: `${network.name} ${network.range}`, indent: '    ', reason }, [...inside, ...subnets]);
}

function nodeLines(nodes: readonly Because<Node>[], depth: number): readonly Line[] {
  const indent = '  '.repeat(depth);
  return nodes.map(({ id, shape = 'box', reason, ...node }) => {
    const [open, close] = shapes[shape];
    return { ...blank, indent, kind: { ...blank.kind, node: true }, id, label: inWords(node), open, close, reason };
  });
}

const inWords = ({ title, name, details = [], ...node }: Omit<Node, 'id' | 'shape'>): string =>
  [[title, name ?? [], details].flat().join(' '), ...attachedIn(node)].join(', ');

const attachedIn = ({ attached = [] }: Pick<Node, 'attached'>): readonly string[] =>
  attached.map(({ title, name }) => `${title} ${name}`);

function edgeLine({ from, to, label, flow, both, reason }: Edge & { readonly reason: Reason }): Line {
  const arrow = both ? `<${arrows[flow]}` : arrows[flow];
  return { ...blank, indent: '  ', from: from.join(' & '), to: to.join(' & '), label, arrow, reason };
}

function peerLines({ peer }: Scene, inside: readonly Line[]): readonly Line[] {
  if (!peer) return [];
  return boxed({ id: peer.id, label: `${peer.title} ${peer.name}`, indent: '  ', reason: peer.reason }, inside);
}

function boxed(box: Pick<Line, 'id' | 'label' | 'indent' | 'reason'>, inside: readonly Line[]): readonly Line[] {
  const { indent, reason } = box;
  return [
    { ...blank, ...box, kind: { ...blank.kind, group: true } },
    ...inside,
    { ...blank, indent, reason, kind: { ...blank.kind, end: true } },
  ];
}
