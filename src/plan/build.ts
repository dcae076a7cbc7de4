import { namedKey } from '../../avm-catalog/kernel/core.ts';
import { namedPlace, type Version } from '../answers/version.ts';
import type { ComponentDefinition } from '../../avm-catalog/kernel/component.ts';
import { param, type Reason, type Value } from '../bicep/value.ts';
import { makeFinding, type Finding } from '../findings/finding.ts';
import { isEnvironmentTag } from '../resolve/resolve.ts';
import type { Spec } from '../resolve/spec.ts';
import { composerFor } from './composer.ts';
import { computed } from './computed.ts';
import { coreParts } from './core-parts.ts';
import { Draft, fullPath, NameClash, type Catalog } from './draft.ts';
import { identifierClash } from './identifiers.ts';
import { withoutLong } from './long-declarations.ts';
import { inOrder } from './order.ts';
import { outputsOf } from './outputs.ts';
import type { Parts } from './parts.ts';
import { valuesOf, type Plan, type PlanResource, type PlanVariable } from './plan.ts';
import { references, type References } from './references.ts';
import { namesIn, share, shareFrom } from './sharing/share.ts';

type Composed = { readonly draft: Draft } | { readonly finding: Finding };

type Planned = { readonly plan: Plan } | { readonly findings: readonly Finding[] };

/**
 * Spec and catalog to plan; the same ones always give the same plan. `from` are the components there are, `sharing` is
 * from how many on named components of a type share a declaration.
 */
export function buildPlan(spec: Spec, catalog: Catalog, from = spec.components, sharing = shareFrom): Planned {
  const composed = compose(spec, catalog, from);
  if ('finding' in composed) return { findings: [composed.finding] };
  const { draft } = composed;
  const typeOf = (component: string) => draft.placed(component)?.component.type;
  const switchOf = (component: string) => fullPath(`${namedKey}.${component}.enabled`, spec.version);
  const parts = share(draft, { typeOf, switchOf, interface: catalog.interface }, sharing);
  const ordered = inOrder(parts);
  if ('finding' in ordered) return { findings: [ordered.finding] };
  const used = usedBy(parts, ordered.resources);
  const core = coreParts(spec, draft, used);
  const all = [...core.parameters, ...[...draft.parameters.values()].toSorted((a, b) => a.order - b.order)];
  const needed = new Set([...used.params, ...core.uses]);
  const imports = [...draft.imports.values()]
    .map(({ file, declarations }) => ({ file, declarations: [...declarations.values()] }))
    .toSorted((a, b) => (a.file.path < b.file.path ? -1 : 1));
  const taken = new Set([...namesIn(parts), ...imports.flatMap((one) => one.declarations.map(({ name }) => name))]);
  const short = withoutLong(ordered.resources, parts, taken);
  const plan: Plan = {
    blueprint: `${spec.blueprint.name}@${spec.blueprint.version}`,
    scope: 'resourceGroup',
    environments: spec.views.map((view) => view.environment),
    defaultEnvironment: spec.defaultEnvironment,
    components: draft.working().map((one) => planned(draft, one)),
    parameters: all.filter((one) => needed.has(one.name)).map(({ order: _, ...one }) => one),
    variables: [...core.variables, ...computed(draft, used), ...given(parts, used), ...short.variables],
    names: [...used.names].toSorted().flatMap((key) => nameValues(draft, key)),
    resources: short.resources,
    outputs: outputsOf(draft.outputs, ({ reason }) => typeOf(reason.component ?? '') !== undefined),
    imports,
  };
  const clash = identifierClash(plan, (component) => typeOf(component) !== undefined);
  return clash ? { findings: [clashOf(clash.component, clash.what, spec.version)] } : { plan };
}

function compose(spec: Spec, catalog: Catalog, from: readonly ComponentDefinition[]): Composed {
  const enabled = from.filter((one) => spec.views.some((view) => one.enabled(view)));
  const draft = new Draft(spec, catalog, enabled);
  shared(draft);
  const composers = enabled.map((one) => [one, composerFor(draft, one)] as const);
  let current: ComponentDefinition | undefined;
  try {
    for (const [one, composer] of composers) {
      current = one;
      one.contribute?.(composer);
    }
    for (const [one, composer] of composers) {
      current = one;
      one.compose(composer);
    }
  } catch (error) {
    const named = current?.type === undefined ? enabled.findLast((one) => one.type !== undefined) : current;
    if (!(error instanceof NameClash) || !named) throw error;
    return { finding: clashOf(named.name, error.what, spec.version) };
  }
  return { draft };
}

/** Names of symbols begin with the name that a person chose, so another one may be taken. */
function clashOf(name: string, what: string, version: Version): Finding {
  const where = { file: 'avm.yaml', answer: [...namedPlace(version), name].join('.') };
  return makeFinding('component-name-clash', 'error', { name, what: `the ${what}` }, where);
}

/** The variables that every module may be given. */
function shared(draft: Draft): void {
  const { tagNames, settings } = draft.spec;
  const reason = (ids: readonly string[]): Reason => ({ ids: draft.because(ids) });
  if (tagNames.length > 0) {
    const entries = tagNames.map(
      (name) =>
        [
          name,
          isEnvironmentTag(name) && settings.on('TAG-001') ? param('environmentName') : param('tagValues', name),
        ] as const,
    );
    draft.variables.set('tags', {
      name: 'tags',
      value: Object.fromEntries(entries),
      description: 'Tags of every resource that supports tags',
      reason: { ...reason(['TAG-001']), answers: ['tags'] },
      order: -1,
    });
  }
  draft.variables.set('lock', {
    name: 'lock',
    value: { kind: param('lockKind') },
    description: 'Lock for each resource whose module supports locks',
    reason: { ...reason(['locks']), answers: ['spec.lock'] },
    order: -1,
  });
}

function usedBy({ outputs, definitions }: Parts, resources: readonly PlanResource[]): References {
  const values = resources.flatMap((one): Value[] => [
    one.condition ?? null,
    // A loop follows the whole list: what it holds is written down, whether a property of it is used or not.
    one.loop?.in ?? null,
    valuesOf(one),
  ]);
  return references([...values, ...outputs.map((one) => one.value)], definitions);
}

function given({ variables }: Parts, used: References): readonly PlanVariable[] {
  const rank = (name: string): number => (name === 'tags' ? 0 : name === 'lock' ? 1 : 2);
  return [...variables.values()]
    .filter((one) => used.variables.has(one.name))
    .toSorted((a, b) => rank(a.name) - rank(b.name) || a.order - b.order)
    .map(({ order: _, ...one }) => one);
}

function nameValues(draft: Draft, key: string): Plan['names'] {
  const named = draft.names.get(key);
  if (!named) return [];
  const { type, given: setting } = named.spec;
  const byHand = draft.spec.views.filter((view) => setting && setting.value(view) !== '');
  return [
    {
      key,
      type,
      ...(byHand.length === 0 ? {} : { given: byHand.map((view) => view.environment) }),
      values: Object.fromEntries(draft.spec.views.map((view) => [view.environment, named.made.in(view)])),
    },
  ];
}

function planned(draft: Draft, one: ComponentDefinition): Plan['components'][number] {
  return {
    name: one.name,
    title: one.title,
    summary: one.summary,
    ids: draft.serves(one),
    environments: draft.viewsWith(one).map((view) => view.environment),
  };
}
