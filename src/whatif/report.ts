import type { Assessed, Assessment, Changes } from './assess.ts';
import type { ChangeEffect } from '../../avm-catalog/constitution/changes.ts';
import type { PropertyChange } from './model.ts';
import type { Noise } from './noise.ts';
import type { NotKnown, Verdict } from './not-known.ts';
import { nameOf } from './name.ts';

export interface ReportedResource {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  /** What Azure says happens: `create`, `modify`, and so on. */
  readonly kind: string;
  /** False if only a deployment shows whether it happens. */
  readonly certain: boolean;
  readonly verdict: Verdict;
  readonly effects: readonly ChangeEffect[];
  readonly components: readonly string[];
  readonly module: string | null;
  readonly symbol: string | null;
  /** IDs of rules and requirements. */
  readonly ids: readonly string[];
  readonly properties: readonly PropertyChange[];
  readonly replacing: readonly string[];
}

export interface Counts {
  readonly create: number;
  readonly modify: number;
  readonly delete: number;
  readonly detach: number;
  readonly noise: number;
  readonly unchanged: number;
  readonly outside: number;
  readonly notKnown: number;
}

/** What changes for a component; for what no component made, its name is null. */
interface ReportedComponent {
  readonly component: string | null;
  readonly title: string;
  /** IDs of its rules and requirements that a change concerns. */
  readonly ids: readonly string[];
  /** IDs of the resources, the most dangerous first. */
  readonly resources: readonly string[];
}

export interface Report {
  readonly form: 'deployment' | 'stack';
  readonly status: string;
  readonly changes: Changes;
  readonly counts: Counts;
  /** All but those that are unchanged or outside, the most dangerous first. */
  readonly resources: readonly ReportedResource[];
  readonly components: readonly ReportedComponent[];
  /** Changes of a stack’s own deny settings and scope. */
  readonly stackChanges: readonly PropertyChange[];
  readonly noise: readonly (Noise & { readonly id: string })[];
  readonly notKnown: readonly NotKnown[];
}

/** `titles` has the title of each component. */
export function reportOf(assessment: Assessment, titles: ReadonlyMap<string, string>): Report {
  const { result, resources: all, notKnown, changes } = assessment;
  const shown = all.filter(({ verdict }) => verdict !== 'unchanged' && verdict !== 'outside');
  const scope = result.deploymentScope;
  return {
    form: result.form,
    status: result.status,
    changes,
    counts: countsOf(all, notKnown),
    resources: shown.map(reported),
    components: componentsOf(shown.filter(isTold), titles),
    stackChanges: [
      ...result.denySettings,
      ...(scope ? [{ path: 'deploymentScope', kind: 'modify' as const, ...scope }] : []),
    ],
    noise: all.flatMap(({ change, noise }) => noise.map((one) => ({ id: change.id, ...one }))),
    notKnown,
  };
}

/** What Azure says of it; the rest is only in the list of what is not known. */
function isTold({ verdict, change }: Assessed): boolean {
  return (
    verdict === 'change' ||
    (verdict === 'unknown' && !['ignore', 'unsupported', 'unknown', 'nochange'].includes(change.kind))
  );
}

function reported({ change, verdict, effects, real, replacing, origin }: Assessed): ReportedResource {
  const { id, type, kind, said, certain } = change;
  return {
    id,
    name: nameOf(id),
    type,
    kind: kind === 'unknown' ? said : kind,
    certain,
    verdict,
    effects,
    components: origin?.components ?? [],
    module: origin?.module ?? null,
    symbol: origin?.symbol ?? null,
    ids: origin?.ids ?? [],
    properties: real,
    replacing,
  };
}

function countsOf(all: readonly Assessed[], notKnown: readonly NotKnown[]): Counts {
  const changing = all.filter(({ verdict }) => verdict === 'change');
  const of = (kind: string): number => changing.filter(({ change }) => change.kind === kind).length;
  const being = (verdict: Verdict): number => all.filter((one) => one.verdict === verdict).length;
  return {
    create: of('create'),
    modify: of('modify') + of('nochange'),
    delete: of('delete'),
    detach: of('detach'),
    noise: being('noise'),
    unchanged: being('unchanged'),
    outside: being('outside'),
    notKnown: notKnown.filter(({ decides }) => decides).length,
  };
}

/** In the order of their most dangerous change; what is attributed to none comes last. */
function componentsOf(shown: readonly Assessed[], titles: ReadonlyMap<string, string>): readonly ReportedComponent[] {
  const names = [...new Set(shown.map(({ origin }) => origin?.components[0] ?? null))];
  const ordered = [...names.filter((one) => one !== null), ...names.filter((one) => one === null)];
  return ordered.map((component) => {
    const own = shown.filter(({ origin }) => (origin?.components[0] ?? null) === component);
    return {
      component,
      title: component === null ? '' : (titles.get(component) ?? component),
      ids: [...new Set(own.flatMap(({ origin }) => origin?.ids ?? []))].toSorted(),
      resources: own.map(({ change }) => change.id),
    };
  });
}
