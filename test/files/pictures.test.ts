import { componentsFor } from '../../src/resolve/components.ts';
import { DOMParser, onWarningStopParsing } from '@xmldom/xmldom';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { windowsVm } from '../../avm-catalog/blueprints/windows-vm/blueprint.ts';
import type { Edge, Node } from '../../avm-catalog/kernel/drawing.ts';
import type { Answers } from '../../src/answers/answers.ts';
import type { Generated } from '../../src/files/generate.ts';
import { buildPlan } from '../../src/plan/build.ts';
import { draw } from '../../src/files/pictures.ts';
import { resolve } from '../../src/resolve/resolve.ts';
import { faces } from '../../src/files/picture/contents.ts';
import { pictureOf, type Picture } from '../../src/files/picture/picture.ts';
import { sceneOf, settled, type Scene } from '../../src/files/picture/scene.ts';
import type { Point, Rect, Text } from '../../src/files/picture/shapes.ts';
import { shorten, widthOf, wrap } from '../../src/files/picture/text.ts';
import { diagramLines } from '../../src/files/readme/diagram.ts';
import { Workspace } from '../../src/files/readme/sides.ts';
import { cases, readCase } from '../cases/cases.ts';
import { answersWith, catalog, fileOf, generated } from '../plan/support.ts';
import { anyAnswers } from '../support/any-answers.ts';

const isPicture = (path: string): boolean => /^docs\/architecture.*\.svg$/.test(path);

/** With these components alone, where they are named. */
function planned(answers: Answers, components?: readonly string[]): Pick<Generated, 'plan' | 'spec'> {
  const whole = resolve(answers);
  const blueprint = { ...whole.blueprint, ...(components ? { components } : {}) };
  const spec = { ...whole, blueprint, components: componentsFor(blueprint, {}) };
  const built = buildPlan(spec, catalog);
  return 'plan' in built ? { spec, plan: built.plan } : { spec };
}

function scenesOf({ plan, spec }: Pick<Generated, 'plan' | 'spec'>): readonly Scene[] {
  if (!plan) return [];
  const workspace = new Workspace(plan, spec);
  return workspace.sides.map((side) => sceneOf(side, workspace));
}

const rectOf = ({ x, y, width, height }: Rect): Rect => ({ x, y, width, height });

function overlap(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function holds(outer: Rect, inner: Rect): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

/** The room a text takes, by the table of widths. */
function roomOf({ x, y, text, style, anchor }: Text): Rect {
  const face = style === 'label' ? { size: 11 } : faces[style];
  const width = widthOf(text, face);
  return { x: anchor === 'middle' ? x - Math.ceil(width / 2) : x, y: y - face.size + 2, width, height: face.size };
}

function segmentsOf(points: readonly Point[]): readonly Rect[] {
  return points.slice(1).map((to, index) => {
    const from = points[index] ?? to;
    return {
      x: Math.min(from.x, to.x),
      y: Math.min(from.y, to.y),
      width: Math.abs(from.x - to.x),
      height: Math.abs(from.y - to.y),
    };
  });
}

/** A segment goes through the inside of a box; on its border it does not. */
const crosses = (segment: Rect, box: Rect): boolean =>
  segment.x < box.x + box.width &&
  box.x < segment.x + segment.width + (segment.width === 0 ? 0.5 : 0) &&
  segment.y < box.y + box.height &&
  box.y < segment.y + segment.height + (segment.height === 0 ? 0.5 : 0);

/** What is wrong with a layout, in words. */
function faultsOf(scene: Scene, picture: Picture): readonly string[] {
  const { nodes, places, lines, legend, heading } = picture;
  const found: string[] = [];
  const ground = { x: 0, y: 0, width: picture.width, height: picture.height };
  const place = (id: string) => places.find((one) => one.id === id);
  nodes.forEach((a, index) => {
    for (const b of nodes.slice(index + 1)) if (overlap(a, b)) found.push(`${a.id} overlaps ${b.id}`);
  });
  for (const box of [...places, ...nodes]) {
    if (!holds(ground, box)) found.push(`${box.id} leaves the picture`);
    for (const text of box.texts) if (!holds(box, roomOf(text))) found.push(`${box.id} does not hold “${text.text}”`);
  }
  const parentOf = (zone: Node['in']): string => {
    if (typeof zone !== 'string') return `subnet ${zone.subnet}`;
    return zone === 'edge' ? 'peer' : zone === 'monitoring' ? 'group' : zone;
  };
  for (const node of scene.nodes) {
    const box = nodes.find((one) => one.id === node.id);
    if (!box) found.push(`${node.id} is missing`);
    else if (node.in === 'outside') {
      for (const one of places) if (overlap(one, box)) found.push(`${node.id} is inside ${one.id}`);
    } else {
      const parent = place(parentOf(node.in));
      if (!parent || !holds(parent, box)) found.push(`${node.id} is not inside ${parentOf(node.in)}`);
      if (!place('region') || !holds(place('region')!, box) !== (node.in === 'edge')) found.push(`${node.id}: region`);
    }
  }
  const inside = (inner: string, outer: string): void => {
    const [a, b] = [place(inner), place(outer)];
    if (a && (!b || !holds(b, a))) found.push(`${inner} is not inside ${outer}`);
  };
  inside('group', 'region');
  inside('network', 'group');
  inside('bound', 'group');
  const subnets = (scene.network?.subnets ?? []).map(({ key }) => `subnet ${key}`);
  for (const one of subnets) inside(one, 'network');
  for (const one of [...subnets, ...(scene.network ? ['network'] : [])]) if (!place(one)) found.push(`no ${one}`);
  const apart = [...subnets, 'bound'].flatMap((one) => place(one) ?? []);
  apart.forEach((a, index) => {
    for (const b of apart.slice(index + 1)) if (overlap(a, b)) found.push(`${a.id} overlaps ${b.id}`);
  });
  const [network, peer, region] = [place('network'), place('peer'), place('region')];
  if (peer && region && overlap(peer, region)) found.push('peer overlaps region');
  for (const { id } of scene.nodes.filter((node) => node.in === 'group' || node.in === 'monitoring')) {
    const box = nodes.find((one) => one.id === id);
    if (box && network && overlap(box, network)) found.push(`${id} is inside network`);
  }
  const heads = places.flatMap((one) => one.texts.map((text) => ({ id: `heading of ${one.id}`, ...roomOf(text) })));
  for (const outer of places)
    for (const inner of [...places, ...nodes].filter((one) => one !== outer && holds(outer, one)))
      for (const text of outer.texts)
        if (overlap(roomOf(text), inner)) found.push(`heading of ${outer.id} is under ${inner.id}`);
  const labels = lines.flatMap((one) => one.labels.map((text) => ({ id: `label “${text.text}”`, ...roomOf(text) })));
  const solid = [...nodes.map((one) => ({ id: one.id, ...rectOf(one) })), ...heads];
  for (const line of lines)
    for (const segment of segmentsOf(line.points)) {
      if (segment.width > 0 && segment.height > 0) found.push(`${line.from} to ${line.to} is slanted`);
      for (const one of [...solid, ...labels])
        if (crosses(segment, one)) found.push(`${line.from} to ${line.to} crosses ${one.id}`);
    }
  labels.forEach((a, index) => {
    for (const b of [...solid, ...labels.slice(index + 1)]) if (overlap(a, b)) found.push(`${a.id} overlaps ${b.id}`);
    if (!holds(ground, a)) found.push(`${a.id} leaves the picture`);
  });
  for (const text of [heading, ...legend.map((one) => one.text)])
    if (!holds(ground, roomOf(text))) found.push(`“${text.text}” leaves the picture`);
  return [...new Set(found)];
}

/** Pairs of an edge that neither a line nor words in a box tell of. */
function untold(scene: Scene, { lines, nodes }: Picture): readonly string[] {
  const said = nodes.flatMap((one) => one.texts.map((text) => text.text)).join(' ');
  const start = (text: string): string => (text.split(/[ ,-]/)[0] ?? text).slice(0, 4);
  return scene.edges.flatMap(({ from, to, label }) =>
    from.flatMap((a) =>
      to.flatMap((b) =>
        lines.some((line) => line.from === a && line.to === b) || said.includes(start(label))
          ? []
          : [`${a} to ${b}: ${label}`],
      ),
    ),
  );
}

/** Ends of edges that are not in the picture, and of the Mermaid one those that it has no box for. */
function loose(scene: Scene): readonly string[] {
  const ids = new Set([...scene.nodes, scene.network, scene.peer].flatMap((one) => one?.id ?? []));
  const lines = diagramLines(scene);
  const boxes = new Set(lines.filter(({ kind }) => kind.group || kind.node).map(({ id }) => id));
  const named = lines.flatMap(({ from, to }) => [from, to]).flatMap((one) => (one === '' ? [] : one.split(' & ')));
  return [
    ...scene.edges.flatMap(({ from, to }) => [...from, ...to].filter((id) => !ids.has(id))),
    ...scene.edges.flatMap(({ from, to, label }) => (from.length > 0 && to.length > 0 ? [] : [label])),
    ...[...ids, ...named].filter((id) => !boxes.has(id)),
  ];
}

const expectSound = (scene: Scene): void => {
  const picture = pictureOf(scene);
  expect(loose(scene)).toEqual([]);
  expect(faultsOf(scene, picture)).toEqual([]);
  expect(untold(scene, picture)).toEqual([]);
};

describe.each(cases)('pictures of %s', (name) => {
  const { generated: made } = readCase(name);

  it('have no box, text or line in the way of another, in any environment', () => {
    const scenes = scenesOf(made);
    expect(scenes.length).toBeGreaterThan(0);
    for (const scene of scenes) expectSound(scene);
  });

  it('are well-formed, refer to nothing outside, and run nothing', () => {
    const files = (made.files ?? []).filter(({ path }) => isPicture(path));
    expect(files[0]?.path ?? '').toMatch(/^docs\/architecture/);
    for (const { path, text } of files) {
      const root = parse(text).documentElement;
      expect(root?.nodeName, path).toBe('svg');
      expect(text, path).not.toMatch(/<(script|image|foreignObject|use|a)\b|href|url\(|\bon\w+=|\bid=|undefined|NaN/);
      expect(text.replace('http://www.w3.org/2000/svg', ''), path).not.toContain('://');
      expect(text.match(/ $/m), path).toBeNull();
    }
  });

  it('have styles for what is in them only', () => {
    for (const { text } of (made.files ?? []).filter(({ path }) => isPicture(path))) {
      const [, styles = ''] = /<style>([^]*)<\/style>/.exec(text) ?? [];
      const selectors = styles
        .split('\n')
        .flatMap((line) => (line.startsWith('@') ? [] : (line.split('{')[0] ?? '').split(',')));
      for (const one of selectors.filter((line) => /[a-z]/.test(line)))
        expect(one.trim()).toMatch(/^\.avm-picture( |$)/);
    }
  });
});

const parse = (text: string) => new DOMParser({ onError: onWarningStopParsing }).parseFromString(text, 'image/svg+xml');

describe('pictures', () => {
  it('are sound for any answers', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        for (const scene of scenesOf(planned(answers))) expectSound(scene);
      }),
      { numRuns: 50 },
    );
  });

  it.each([
    ['everything-on', 0],
    ['hub-and-spoke', 1],
    ['everything-off', 0],
  ])('are sound whatever a component draws in and beside %s', (name, index) => {
    const scene = scenesOf(readCase(name).generated)[index];
    if (!scene) throw new Error('no scene');
    fc.assert(
      fc.property(anyDrawing(scene), (drawing) => expectSound(drawing)),
      { numRuns: 100 },
    );
  });

  const dataOnly = ['virtual-network', 'private-dns', 'key-vault', 'storage-account', 'log-analytics', 'alerts'];

  it.each([
    [
      'of data alone',
      dataOnly,
      ['dns', 'endpointVault', 'vault', 'endpointBlob', 'storage', 'logs', 'alerts', 'actions'],
    ],
    ['of a network and logs alone', ['virtual-network', 'log-analytics'], ['logs']],
    ['of logs alone', ['log-analytics'], ['logs']],
  ])('are sound for a blueprint %s', (_, components, ids) => {
    const scenes = scenesOf(planned(answersWith(), components));
    expect(scenes).toHaveLength(3);
    for (const scene of scenes) {
      expectSound(scene);
      expect(scene.nodes.map(({ id }) => id)).toEqual(expect.arrayContaining(ids));
      expect(scene.nodes.map(({ id }) => id)).not.toContain('machine');
      expect(pictureOf(scene).lines.map(({ from, to }) => `${from} ${to}`)).not.toContain('machine');
    }
  });

  it('are sound for any choice of components', () => {
    const some = fc.subarray([...windowsVm.components], { minLength: 1 });
    fc.assert(
      fc.property(anyAnswers, some, (answers, names) => {
        for (const scene of scenesOf(planned(answers, names))) expectSound(scene);
      }),
      { numRuns: 30 },
    );
  });

  it('are the same bytes again', () => {
    expect(fileOf('docs/architecture.svg')).toBe(fileOf('docs/architecture.svg'));
  });

  it('are one where environments look the same, and several where they do not', () => {
    const paths = (changes: object): readonly string[] =>
      (generated(changes).files ?? []).map((one) => one.path).filter(isPicture);
    expect(paths({})).toEqual(['docs/architecture.svg']);
    expect(paths({ environments: { dev: { virtualMachine: { size: 'Standard_B4s_v2' } } } })).toHaveLength(1);
    expect(paths({ environments: { prod: { natGateway: { enabled: false } } } })).toEqual([
      'docs/architecture.prod.svg',
      'docs/architecture.svg',
    ]);
    expect(paths({ environments: { dev: { natGateway: { enabled: false } } } })).toEqual([
      'docs/architecture.svg',
      'docs/architecture.test.svg',
    ]);
  });

  it('show what is asked of them', () => {
    const words = (path: string, changes: object): string =>
      parse(fileOf(path, changes)).documentElement?.textContent ?? '';
    const text = words('docs/architecture.svg', { spec: { alerts: { enabled: true, emails: ['a@b.example'] } } });
    for (const one of [
      'Region westeurope',
      'Resource group rg-legacyapp-dev-we-001',
      'Virtual network 10.20.0.0/22',
      'Subnet 10.20.1.0/26',
      'AzureBastionSubnet',
      'Standard_B2s_v2',
      '2022-datacenter-g2',
      'Key vault',
      'Storage account',
      'Log Analytics',
      'Action group',
      'Operators',
      'Administrators',
      'Internet',
    ])
      expect(text).toContain(one);
    expect(text).toContain('Administrators to Azure Bastion: HTTPS 443.');
  });

  it('keep inert what they are told', () => {
    const [scene] = scenesOf(generated());
    if (!scene) throw new Error('no scene');
    const hostile = `</text><script>alert(1)</script><a href="javascript:x" onload='y'>&amp;]]>{{z}}\u202e\u00021\u0003`;
    const nodes = scene.nodes.map((one) => ({ ...one, title: hostile, name: hostile }));
    const edges = scene.edges.map((one) => ({ ...one, label: hostile }));
    const told = { ...scene, nodes, edges, workload: hostile, region: hostile, group: hostile };
    const namesIn = (one: Scene): readonly string[] =>
      [...parse(draw('x.svg', one, scene.reason).text).getElementsByTagName('*')].map(({ nodeName }) => nodeName);
    expect([...new Set(namesIn(told))].toSorted()).toEqual([...new Set(namesIn(scene))].toSorted());
    expectSound(told);
  });

  it('draw a component that has no drawing as a box', () => {
    const [scene] = scenesOf(generated());
    if (!scene) throw new Error('no scene');
    const node = { id: 'budget', title: 'Budget', in: 'group', reason: scene.reason } as const;
    const { nodes } = pictureOf({ ...scene, nodes: [...scene.nodes, node] });
    expect(nodes.find((one) => one.id === 'budget')?.texts.map((one) => one.text)).toEqual(['Budget']);
  });
});

/** A scene with other things in it than any component draws today: other zones, in any place, talking to anything. */
function anyDrawing(scene: Scene): fc.Arbitrary<Scene> {
  const word = fc.constantFrom(
    'Budget',
    'A part with a rather long title',
    'x'.repeat(40),
    '漢字の部品',
    'a-b-c-d-e-f-g-h-i-j-k-l-m-n-o-p-q-r-s-t-u-v',
  );
  const known = ['workload', 'privateEndpoints', 'bastion'];
  const subnet = fc.constantFrom(...known, 'gateways', 'integration', 'of none');
  const zone = fc.oneof(
    fc.constantFrom('outside', 'group', 'network', 'edge', 'monitoring'),
    fc.record({ subnet }),
  ) as fc.Arbitrary<Node['in']>;
  const node = fc.record({
    title: word,
    name: fc.option(word, { nil: undefined }),
    in: zone,
    part: fc.constantFrom('above', 'service', 'bound', undefined, undefined),
    focus: fc.constantFrom({}, { bound: 'Bound to it' }, undefined, undefined, undefined),
    compact: fc.boolean(),
    shape: fc.constantFrom('box', 'round', 'store', undefined),
  });
  const own = [
    { key: 'gateways', id: 'subnetGateways', name: 'snet-gateways', range: '10.20.2.0/24' },
    { key: 'integration', id: 'subnetIntegration', name: 'snet-integration', range: '10.20.3.0/24' },
  ];
  const { network: made } = scene;
  if (!made) throw new Error('no network');
  const network = fc.oneof(
    { weight: 2, arbitrary: fc.constant(made) },
    { weight: 6, arbitrary: fc.subarray([...made.subnets, ...own]).map((subnets) => ({ ...made, subnets })) },
    { weight: 1, arbitrary: fc.constant(undefined) },
  );
  const hub = { id: 'hub', title: 'Hub', name: 'vnet-hub', reason: scene.reason };
  const peer = fc.constantFrom(scene.peer, hub, undefined);
  const kept = fc.oneof(
    fc.subarray([...scene.nodes], { minLength: 1 }),
    fc.constant(scene.nodes),
    fc.constant(scene.nodes.filter((one) => !one.focus)),
    fc.constant([]),
  );
  return fc.record({ kept, network, peer, more: fc.array(node, { maxLength: 8 }) }).chain(({ more, ...some }) => {
    const added = more.map(
      (one, index) => ({ ...one, id: `more${index}`, reason: scene.reason }) as (typeof scene.nodes)[number],
    );
    const nodes = [...some.kept, ...added];
    const id = fc.constantFrom(...nodes.map((one) => one.id), 'network', 'nobody');
    const edge = fc.record({
      from: fc.array(id, { minLength: 1, maxLength: 2 }),
      to: fc.array(id, { minLength: 1, maxLength: 2 }),
      label: fc.constantFrom('talks', 'a label of some length', 'TCP 80, 443, 8080 +12', 'x'.repeat(30)),
      flow: fc.constantFrom('access', 'traffic', 'data', 'monitoring', 'control'),
    });
    const apart = edge.filter((one) => !(one.from.includes('network') && one.to.includes('network')));
    return fc.array(apart, { maxLength: 10 }).map((extra) =>
      settled({
        ...scene,
        network: some.network,
        peer: some.peer,
        nodes,
        edges: [...scene.edges, ...extra.map((one) => ({ ...(one as Edge), reason: scene.reason }))],
      }),
    );
  });
}

describe('text', () => {
  it('is never wider than there is room', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.integer({ min: 40, max: 300 }), (text, width) => {
        for (const line of wrap(text, width, faces.plain))
          expect(widthOf(line, faces.plain)).toBeLessThanOrEqual(width);
        expect(wrap(text, width, faces.plain).length).toBeLessThanOrEqual(2);
        expect(widthOf(shorten(text, width, faces.strong), faces.strong)).toBeLessThanOrEqual(width);
      }),
    );
  });

  it('is cut in its middle, and divided in halves', () => {
    expect(shorten('rg-legacyapp-dev-we-001', 100, faces.plain)).toMatch(/^rg-.*….*001$/);
    expect(wrap('snet-workload-legacyapp-dev-we-001', 160, faces.plain)).toEqual([
      'snet-workload-',
      'legacyapp-dev-we-001',
    ]);
    expect(wrap('RDP 3389, just in time', 80, { size: 11 })).toEqual(['RDP 3389,', 'just in time']);
  });
});
