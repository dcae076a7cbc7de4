import { formatCidr, nextFree, overlaps, parseCidr, type Cidr } from '../../../avm-catalog/azure/addresses.ts';
import { ownedRanges, spacesIn } from '../../../avm-catalog/kernel/address-spaces.ts';
import type { View } from '../../../avm-catalog/kernel/view.ts';
import { isProductive } from '../../../avm-catalog/kernel/guess.ts';
import { coreMeasures } from '../../../avm-catalog/kernel/measure.ts';
import { optionsAt, valueOf } from './places.ts';
import type { Clarifying, OpenQuestion } from './question.ts';
import { told, typed } from './told.ts';

/** Answers that are each allowed, and do not go together. */
export function contradictions(given: Clarifying): readonly OpenQuestion[] {
  const { views } = given.spec;
  return [
    ...overlapping(given),
    ...views.filter((view) => isProductive(view, views)).flatMap((view) => weaker(view, given)),
    ...defaultIsProductive(given),
    ...views.flatMap((view) => withinComponents(view, given)),
  ];
}

const base = { confirmable: true, options: [], ids: [] } as const;
const consistency = { category: 'Terminology & Consistency', impact: 2, uncertainty: 2 } as const;

const at = ({ environment }: View, path: string): string => `environments.${environment}.${path}`;

function rangeOf(view: View): Cidr | undefined {
  const parsed = parseCidr(view.core.network.addressSpace);
  return parsed.ok ? parsed.cidr : undefined;
}

/** Networks that overlap can never be peered, with each other or with one hub. */
function overlapping({ spec: { views } }: Clarifying): readonly OpenQuestion[] {
  const taken = views.flatMap((view) => spacesIn(view.core.network));
  return views.flatMap((view, index) => {
    const own = rangeOf(view);
    const other = views
      .slice(0, index)
      .find((one) => own && spacesIn(one.core.network).some((theirs) => overlaps(own, theirs)));
    if (!own || !other) return [];
    const next = nextFree(own, taken, ownedRanges(view.rules));
    const free = next && formatCidr(next);
    const isPeered = view.core.network.topology === 'hub' && other.core.network.topology === 'hub';
    const now = view.core.network.addressSpace;
    return {
      ...base,
      code: `ranges-overlap/${other.environment}`,
      about: at(view, 'network.addressSpace'),
      environments: [view.environment],
      category: 'Integration & External Dependencies',
      impact: isPeered ? 3 : 2,
      uncertainty: 3,
      now,
      ...(free === undefined ? {} : { recommended: free, options: [{ value: free }, { value: now }] }),
      args: { here: view.environment, there: other.environment, range: now, other: other.core.network.addressSpace },
    };
  });
}

/** What people rely on has less than what they try things out on. */
function weaker(view: View, { spec }: Clarifying): readonly OpenQuestion[] {
  const { views } = spec;
  const others = views.filter((one) => !isProductive(one, views));
  const measures = [...coreMeasures, ...spec.components.flatMap((one) => one.measures ?? [])];
  return measures.flatMap(({ path, subject, of }) => {
    const mine = of(view);
    const best = others
      .filter((one) => (of(one) ?? -1) > (mine ?? Infinity))
      .toSorted((a, b) => (of(b) ?? 0) - (of(a) ?? 0))[0];
    if (!best) return [];
    const [now, there] = [valueOf(path, view, spec), valueOf(path, best, spec)];
    return {
      ...base,
      ...consistency,
      code: 'weaker-in-production',
      about: at(view, path),
      environments: [view.environment],
      now,
      recommended: typed(there),
      options: optionsAt(path, view, [there, now]),
      args: { subject, here: view.environment, there: best.environment, value: told(now), other: told(there) },
    };
  });
}

function defaultIsProductive({ spec }: Clarifying): readonly OpenQuestion[] {
  const { views, defaultEnvironment } = spec;
  const view = views.find((one) => one.environment === defaultEnvironment);
  const [first] = views.filter((one) => !isProductive(one, views));
  if (!view || !first || !isProductive(view, views)) return [];
  return [
    {
      ...base,
      ...consistency,
      code: 'default-is-production',
      about: 'defaultEnvironment',
      environments: [],
      now: defaultEnvironment,
      recommended: first.environment,
      options: [{ value: first.environment }, { value: defaultEnvironment }],
      args: { here: defaultEnvironment },
    },
  ];
}

function withinComponents(view: View, { spec }: Clarifying): readonly OpenQuestion[] {
  const found = spec.components.flatMap((one) => one.contradictions?.(view) ?? []);
  return found.map(({ path, recommended, options, ...one }) => ({
    ...base,
    ...one,
    about: at(view, path),
    environments: [view.environment],
    ...(recommended === undefined ? {} : { recommended: typed(recommended) }),
    options: options.map((value) => ({ value: typed(value) })),
  }));
}
