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
import { levelsOf } from '../../src/files/picture/levels.ts';
import { pictureOf } from '../../src/files/picture/picture.ts';
import { levels, sceneOf, settled, type Scene } from '../../src/files/picture/scene.ts';
import { shorten, widthOf, wrap } from '../../src/files/picture/text.ts';
import { Workspace } from '../../src/files/readme/sides.ts';
import { cases, readCase } from '../cases/cases.ts';
import { answersWith, catalog, fileOf, generated } from '../plan/support.ts';
import { expectSound, smallestText } from './sound-picture.ts';
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
  return workspace.sides
    .map((side) => sceneOf(side, workspace))
    .flatMap((scene) => levelsOf(scene, ([first]) => first ?? scene.reason).map(([, one]) => one));
}

/** Those with everything in it. */
const fullScenes = (made: Pick<Generated, 'plan' | 'spec'>): readonly Scene[] =>
  scenesOf(made).filter(({ sheet }) => sheet.shows === levels.full);

describe.each(cases)('pictures of %s', (name) => {
  const { generated: made } = readCase(name);

  it('have no box, text or line in the way of another, in any environment', () => {
    const scenes = scenesOf(made);
    expect(scenes.length).toBeGreaterThan(0);
    for (const scene of scenes) expectSound(scene);
  });

  it('have no text below 12 pixels as wide as a README shows them', () => {
    for (const { path, text } of (made.files ?? []).filter((one) => isPicture(one.path)))
      expect(smallestText(text), path).toBeGreaterThanOrEqual(12);
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
    const scene = fullScenes(readCase(name).generated)[index];
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
    expect(new Set(scenes.map(({ environment }) => environment)).size).toBe(3);
    for (const scene of scenes) expectSound(scene);
    for (const scene of scenes.filter(({ sheet }) => sheet.shows === levels.full)) {
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
        for (const scene of scenesOf(planned(answers, names))) {
          expectSound(scene);
          expect(smallestText(draw('x.svg', scene, scene.reason).text)).toBeGreaterThanOrEqual(12);
        }
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
    const three = (after: string): readonly string[] =>
      ['-full', '-network', ''].map((one) => `docs/architecture${one}${after}`);
    expect(paths({}).toSorted()).toEqual(three('.svg').toSorted());
    expect(paths({ environments: { dev: { virtualMachine: { size: 'Standard_B4s_v2' } } } })).toHaveLength(3);
    expect(paths({ environments: { prod: { natGateway: { enabled: false } } } }).toSorted()).toEqual(
      [...three('.prod.svg'), ...three('.svg')].toSorted(),
    );
    expect(paths({ environments: { dev: { natGateway: { enabled: false } } } }).toSorted()).toEqual(
      [...three('.svg'), ...three('.test.svg')].toSorted(),
    );
  });

  const words = (path: string, changes: object): string =>
    [...parse(fileOf(path, changes)).getElementsByTagName('text')].map((one) => one.textContent).join(' ');
  const emails = { spec: { alerts: { enabled: true, emails: ['a@b.example'] } } };

  it('show what is asked of them', () => {
    const text = words('docs/architecture-full.svg', emails);
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
      'Log Analytics workspace',
      'Action group',
      'Operators',
      'Administrators',
      'Internet',
    ])
      expect(text).toContain(one);
    expect(fileOf('docs/architecture-full.svg', emails)).toContain('Administrators to Azure Bastion: HTTPS 443.');
  });

  it('have a title block that says what they show, of what, and that it is a plan', () => {
    const blocks = ['', '-network', '-full'].map((level) => words(`docs/architecture${level}.svg`, emails));
    for (const block of blocks) {
      expect(block).toMatch(/^legacyapp Environment dev Region westeurope Blueprint windows-vm /);
      expect(block).toContain('Same structure test and prod Status Planned from avm.yaml, not read from Azure');
    }
    expect(blocks.map((one) => /Shows (\w+)/.exec(one)?.[1])).toEqual(['Overview', 'Network', 'All']);
  });

  it.each(['defaults', 'everything-on', 'hub-and-spoke', 'data-store'])('cut no text of %s', (name) => {
    for (const { path, text } of (readCase(name).generated.files ?? []).filter((one) => isPicture(one.path)))
      expect(text, path).not.toContain('…');
  });

  it('show NSGs at their subnets and public IP addresses at their resources, but not in the overview', () => {
    for (const level of ['-network', '-full']) {
      const text = words(`docs/architecture${level}.svg`, {});
      expect(text).toMatch(/AzureBastionSubnet NSG nsg-bastion-/);
      expect(text.match(/NSG/g)).toHaveLength(level === '-network' ? 4 : 3);
      expect(text).toMatch(/NAT gateway ng-\S+ \S+ Public IP/);
      expect(text).toMatch(/Public IP address pip-bastion-/);
    }
    expect(words('docs/architecture.svg', {})).not.toMatch(/NSG|Public IP|pip-/);
  });

  it('draw what exists with dashes, and say so', () => {
    const [, full] = ['defaults', 'hub-and-spoke'].map((name) => fullScenes(readCase(name).generated).at(-1));
    if (!full) throw new Error('no scene');
    const { nodes, places, legend } = pictureOf(full);
    const existing = [...places, ...nodes].flatMap(({ id, isExisting }) => (isExisting ? [id] : []));
    expect(existing.toSorted()).toEqual(['dns', 'hubBastion', 'hubFirewall', 'passwords', 'peer', 'recoveryNetwork']);
    expect(legend.map(({ text }) => text.text)).toEqual(expect.arrayContaining(['Deployed', 'Existing, not deployed']));
    expect(draw('x.svg', full, full.reason).text.match(/avm-existing"/g)).toHaveLength(existing.length + 1);
    const own = { ...full, peer: undefined, nodes: full.nodes.filter(({ id }) => !existing.includes(id)), edges: [] };
    expect(pictureOf(own).legend).toEqual([]);
  });

  it('are one where there are few boxes, or no network', () => {
    const counts = (name: string): readonly number[] => {
      const { files = [] } = readCase(name).generated;
      return [files.filter(({ path }) => isPicture(path)).length];
    };
    expect(counts('empty')).toEqual([1]);
    expect(counts('own-bicep')).toEqual([2]);
  });

  it('keep inert what they are told', () => {
    const [scene] = fullScenes(generated());
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
    const [scene] = fullScenes(generated());
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
    expect(wrap('RDP 3389, just in time', 80, faces.plain)).toEqual(['RDP 3389,', 'just in time']);
  });
});
