import type { Flow } from '../../../avm-catalog/kernel/drawing.ts';
import type { Reason } from '../../bicep/value.ts';
import { counted } from '../../findings/tally.ts';
import { enumerate } from '../../text/enumerate.ts';
import { code, md, type Markdown } from '../../text/markdown.ts';
import { subnetOf } from '../picture/graph.ts';
import { meanings } from '../picture/meanings.ts';
import { picturesOf } from '../picture/pictured.ts';
import type { Scene } from '../picture/scene.ts';
import { joinedReason } from '../reasons.ts';
import type { Workspace } from '../readme/sides.ts';

/** The architecture in prose: the resource groups, and the virtual network of the default environment. */
export function overviewText(workspace: Workspace): { readonly text: Markdown; readonly reason: Reason } {
  const scene = sceneOf(workspace);
  const { sides, plan } = workspace;
  const reason = workspace.reason(['environments']);
  const group = sides.length === 1 ? 'The environment is' : 'Each environment is';
  const components = counted(plan.components.length, 'component');
  const first = md`${group} one resource group. [README.md](../../README.md#architecture) describes its ${components}.`;
  const network = scene && networkText(scene);
  if (!network) return { text: first, reason };
  return {
    text: md`${first} ${network}`,
    reason: joinedReason([reason, scene.network?.reason ?? reason], workspace.spec),
  };
}

const sceneOf = (workspace: Workspace): Scene | undefined => picturesOf(workspace)[0]?.scene;

function networkText({ environment, network, nodes }: Scene): Markdown | undefined {
  if (!network) return undefined;
  const subnets = network.subnets.map((one) => {
    const inside = [...new Set(nodes.filter((node) => subnetOf(node) === one.key).map(({ title }) => title))];
    const contents = inside.length === 0 ? 'no resource of the template' : enumerate(inside);
    return md`${code(one.name)} (${contents})`;
  });
  const count = counted(subnets.length, 'subnet');
  const start = md`In ${environment}, the virtual network ${code(network.name)} has the address space ${code(network.range)} and ${count}`;
  if (subnets.length === 0) return md`${start}.`;
  return md`${subnets.slice(1).reduce((all, one) => md`${all}, ${one}`, md`${start}: ${subnets[0] ?? ''}`)}.`;
}

const shown: readonly Flow[] = ['access', 'traffic', 'data'];

/** The connections that carry traffic in the default environment, by purpose. */
export function flowLines(workspace: Workspace) {
  const scene = sceneOf(workspace);
  if (!scene) return [];
  const { edges, nodes, network, peer } = scene;
  const titleOf = (id: string): string => [...nodes, network, peer].find((one) => one?.id === id)?.title ?? id;
  return shown.flatMap((flow) => {
    const title = meanings[flow];
    const own = edges.filter((one) => one.flow === flow);
    if (own.length === 0) return [];
    const ends = (ids: readonly string[]): string => enumerate([...new Set(ids.map(titleOf))]);
    const texts = own.map(({ from, to, label }) => `${ends(from)} to ${ends(to)} (${label})`);
    const text = [...new Set(texts)].join('; ');
    const reason = joinedReason(
      own.map((one) => one.reason),
      workspace.spec,
    );
    return [{ title, text: `${text}.`, reason }];
  });
}
