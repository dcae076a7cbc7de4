/** A component that a person named, as much of it as says with which others it is drawn. */
export interface Kindred {
  readonly name: string;
  /** What several of its kind are called. */
  readonly kind: string;
  /** Nothing of the solution's own. */
  readonly isOutside: boolean;
}

/** Components that are one box of the overview. */
export interface Kind {
  readonly title: string;
  readonly members: readonly string[];
}

/** So many boxes of components by name a person still takes in. */
const most = 8;

type KeyOf = (one: Kindred, isCommon: (kind: string, least: number) => boolean) => string;

/** From the finest to the coarsest; a key that is the name is a box of its own. */
const ways: readonly KeyOf[] = [
  ({ name, kind }, isCommon) => (isCommon(kind, 4) ? kind : name),
  ({ name, kind }, isCommon) => (isCommon(kind, 2) ? kind : name),
  (one, isCommon) => (isCommon(one.kind, 4) ? one.kind : familyOf(one)),
  ({ kind, isOutside }, isCommon) => (isCommon(kind, 4) || isOutside ? kind : others),
  (one) => familyOf(one),
];

const others = 'Other components';

/** Modules of one provider: `cache modules` for cache/redis. */
function familyOf({ kind }: Kindred): string {
  const [provider = kind, ...rest] = kind.split('/');
  return rest.length === 0 ? kind : `${provider} modules`;
}

/** Groups of two or more, in the finest way that leaves few boxes. */
export function kindsOf(components: readonly Kindred[]): readonly Kind[] {
  const isCommon = (kind: string, least: number): boolean =>
    components.filter((one) => one.kind === kind).length >= least;
  const all = ways.map((keyOf) => partition(components, (one) => keyOf(one, isCommon)));
  const fewest = Math.min(...all.map((one) => one.length));
  const chosen = all.find((one) => one.length <= Math.max(most, fewest)) ?? [];
  return chosen.filter(({ members }) => members.length > 1);
}

function partition(components: readonly Kindred[], keyOf: (one: Kindred) => string): readonly Kind[] {
  const found = new Map<string, string[]>();
  for (const one of components) {
    const members = found.get(keyOf(one));
    if (members) members.push(one.name);
    else found.set(keyOf(one), [one.name]);
  }
  return [...found].map(([title, members]) => ({ title, members }));
}
