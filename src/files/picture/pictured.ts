import type { Environment } from '../../../avm-catalog/kernel/workspace.ts';
import type { Workspace } from '../readme/sides.ts';
import { namesOf } from '../../../avm-catalog/kernel/documents.ts';
import { enumerate } from '../../text/enumerate.ts';
import { joinedReason } from '../reasons.ts';
import { kindsOf, type Kind, type Kindred } from './kinds.ts';
import { membersOf } from './members.ts';
import { levelsOf } from './levels.ts';
import { nodesOf, withKinds } from './overview.ts';
import { sceneOf, type Level, type Scene } from './scene.ts';

/** One picture, and the environments that look like it. */
interface PicturedSides {
  readonly path: string;
  readonly sides: readonly Environment[];
  readonly scene: Scene;
}

/** One environment, and those that look like it, at each level of detail; the first is the one that is shown in documents. */
interface PicturedLevels extends PicturedSides {
  readonly levels: readonly { readonly level: Level; readonly path: string; readonly scene: Scene }[];
}

/** Of the components that are one box in pictures, where there are many. */
interface PicturedKind extends PicturedSides {
  readonly kind: Kind;
}

interface Pictures {
  readonly overviews: readonly PicturedLevels[];
  readonly kinds: readonly PicturedKind[];
}

/**
 * The default environment has docs/architecture.svg. Another one has a picture of its own unless the boxes and lines in it are
 * those of a picture there is already; names, sizes and ranges make no difference.
 */
export const picturesOf = (workspace: Workspace): readonly PicturedLevels[] => allPictures(workspace).overviews;

export function allPictures(workspace: Workspace): Pictures {
  const known = pictured.get(workspace) ?? findPictures(workspace);
  pictured.set(workspace, known);
  return known;
}

/** Several files tell of the pictures; they are found once. */
const pictured = new WeakMap<Workspace, Pictures>();

function findPictures(workspace: Workspace): Pictures {
  const { default: first, sides } = workspace;
  const drawn = [first, ...sides.filter((one) => one !== first)].map((side) => {
    const scene = sceneOf(side, workspace);
    const kinds = kindsOf(namedIn(scene, workspace));
    return {
      side,
      scene: withKinds(scene, kinds, (all) => joinedReason(all, workspace.spec)),
      kinds: kinds.map((kind) => ({ kind, scene: membersOf(kind, scene) })),
    };
  });
  return {
    overviews: alike(
      drawn.map((one) => ({ ...one, path: pathOf(one.side, first) })),
      looksOf,
    ).map((one) => ({ ...one, levels: inLevels(one, workspace) })),
    kinds: alike(
      drawn.flatMap(({ side, kinds }) =>
        kinds.map((one) => ({
          ...one,
          side,
          path: `docs/architecture/${side.environment}/${fileName(one.kind.title)}.svg`,
        })),
      ),
      saysOf,
    ),
  };
}

function inLevels({ path, scene, sides }: PicturedSides, { spec }: Workspace): PicturedLevels['levels'] {
  const others = enumerate(namesOf(sides.slice(1)));
  return levelsOf(scene, (all) => joinedReason(all, spec)).map(([level, one], index) => ({
    level,
    path: index === 0 ? path : path.replace('architecture', `architecture-${level}`),
    scene: { ...one, sheet: { ...one.sheet, alike: others } },
  }));
}

/** The components that a person named and that are drawn. */
function namedIn(scene: Scene, { spec }: Workspace): readonly Kindred[] {
  return spec.components.flatMap(({ name, plural }) => {
    const { main } = nodesOf(name, scene);
    return plural === undefined || !main ? [] : [{ name, kind: plural, isOutside: main.in === 'outside' }];
  });
}

const fileName = (title: string): string => title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');

const pathOf = (side: Environment, first: Environment): string =>
  side === first ? 'docs/architecture.svg' : `docs/architecture.${side.environment}.svg`;

/** Each look once, with the environments that have it. */
function alike<T extends { readonly side: Environment; readonly scene: Scene }>(
  drawn: readonly T[],
  lookOf: (scene: Scene) => string,
): readonly (T & { readonly sides: readonly Environment[] })[] {
  const found = new Map<string, T & { readonly sides: Environment[] }>();
  for (const one of drawn) {
    const looks = lookOf(one.scene);
    const known = found.get(looks);
    if (known) known.sides.push(one.side);
    else found.set(looks, { ...one, sides: [one.side] });
  }
  return [...found.values()];
}

/** What is drawn, but for what boxes are called. */
function looksOf({ nodes, edges, network }: Scene): string {
  return JSON.stringify([
    nodes.map(({ id, title, in: place }) => [id, title, place]),
    edges.map(({ from, to, label }) => [from, to, label]),
    network?.subnets.map(({ key }) => key),
  ]);
}

/** The same where boxes say in words what lines would show. */
const saysOf = ({ nodes }: Scene): string =>
  JSON.stringify(nodes.map(({ id, title, further }) => [id, title, further]));
