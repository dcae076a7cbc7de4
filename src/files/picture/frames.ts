import type { Subnet } from '../../../avm-catalog/kernel/drawing.ts';
import { headingOf, type Contents } from './contents.ts';
import { focusOf } from './parts.ts';
import { content, width } from './page.ts';
import type { Scene } from './scene.ts';
import type { Box, Span } from './shapes.ts';
import type { Reason } from '../../bicep/value.ts';

interface FrameStyle extends Span {
  readonly kind: Box['kind'];
  readonly reason: Reason;
}

/** Each frame is within the one before it. */
const insets = { region: 12, peer: 12, group: 20, network: 28, lane: 28, subnet: 36 } as const;

/** What a heading needs from the top of its frame. */
export const headingRoom = (head: Contents | undefined): number => (head && head.height > 0 ? head.height + 4 : 0);

const levelOf = (id: string): keyof typeof insets => {
  if (id.startsWith('subnet ')) return 'subnet';
  return id === 'region' || id === 'peer' || id === 'group' || id === 'network' ? id : 'lane';
};

export function styleOf(id: string, { reason, network, peer }: Scene): FrameStyle {
  const level = levelOf(id);
  const x = insets[level];
  const kind = level === 'peer' ? 'hub' : level;
  const own = level === 'peer' ? peer : level === 'network' || level === 'subnet' ? network : undefined;
  return { x, right: width - x, kind, reason: own?.reason ?? reason };
}

const lanes: Readonly<Record<string, string>> = {
  services: 'Services',
  bound: 'Bound',
  others: 'Other resources',
  monitoring: 'Monitoring',
};

/** The headings of all frames, left of the boxes. */
export function headsOf(scene: Scene): ReadonlyMap<string, Contents> {
  const { region, group, frames, network, peer } = scene;
  const bound = focusOf(scene)?.focus?.bound ?? lanes['bound'] ?? '';
  const [outermost, next] = frames ?? [
    ['Region', region],
    ['Resource group', group],
  ];
  const heads: readonly (readonly [string, string, string, Subnet['attached']?])[] = [
    ['region', ...outermost],
    ['group', ...next],
    ...(peer ? [['peer', peer.title, peer.name] as const] : []),
    ...(network ? [['network', `${network.title} ${network.range}`.trimEnd(), network.name] as const] : []),
    ...(network?.subnets ?? []).map(
      (one) => [`subnet ${one.key}`, `Subnet ${one.range}`.trimEnd(), one.name, one.attached] as const,
    ),
    ...Object.entries({ ...lanes, bound }).map(([id, title]) => [id, title, ''] as const),
  ];
  return new Map(
    heads.map(([id, title, name, attached]) => [
      id,
      headingOf(title, name, attached ?? [], content.x - 12 - insets[levelOf(id)] - 12),
    ]),
  );
}
