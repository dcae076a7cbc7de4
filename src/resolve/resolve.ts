import { blueprintNamed } from '../../avm-catalog/blueprints/index.ts';
import type { Blueprint } from '../../avm-catalog/kernel/blueprint.ts';
import type { View } from '../../avm-catalog/kernel/view.ts';
import type { DefaultsContext, RuleSettings } from '../../avm-catalog/kernel/context.ts';
import { regionName } from '../../avm-catalog/azure/regions.ts';
import { componentNamed, components } from '../../avm-catalog/components/index.ts';
import type { ComponentDefinition } from '../../avm-catalog/kernel/component.ts';
import { coreDefaults, namedKey, type Core } from '../../avm-catalog/kernel/core.ts';
import { concerns, inWordsOf } from '../../avm-catalog/constitution/evaluate.ts';
import { ownRule } from '../../avm-catalog/constitution/custom/rule.ts';
import { rules } from '../../avm-catalog/constitution/rules/index.ts';
import { environmentTag } from '../../avm-catalog/constitution/rules/naming.ts';
import type { MandatoryTagsParameters } from '../../avm-catalog/kernel/rule-parameters.ts';
import { applyRule, firstConstitution, merge, ruleSettings, type Tree } from '../answers/defaults.ts';
import { declaredTexts } from '../answers/not-secrets.ts';
import type { Rule } from '../../avm-catalog/constitution/rule.ts';
import type { Answers, EnvironmentAnswers, NamedAnswers } from '../answers/answers.ts';
import { componentsFor } from './components.ts';
import { ownStories, requirementsOf } from './requirements.ts';
import type { Spec } from './spec.ts';
import { waiversOf } from './waivers.ts';
import { ownValue } from '../bicep/own.ts';

/** Completes the answers: defaults of the catalog, then `spec`, then what the environment says. */
export function resolve(answers: Answers): Spec {
  const applied = [
    ...rules.map((definition) => applyRule(definition, ownValue(answers.constitution.rules, definition.id))),
    ...ownRules(answers),
  ];
  const blueprint = blueprintNamed(answers.blueprint);
  if (!blueprint) throw new Error(`the catalog has no blueprint ${answers.blueprint}`);
  const concerning = (rule: Rule): boolean => concerns(rule.definition, blueprint.components);
  const settings = ruleSettings(applied.map((rule) => (concerning(rule) ? rule : { ...rule, level: 'off' })));
  const { ratified } = answers.constitution;
  const named = answers.components ?? {};
  const parts = componentsFor(blueprint, named);
  const views = Object.entries(answers.environments).map(([environment, own]) =>
    withSubnets(viewOf({ answers, blueprint, settings }, environment, own), parts),
  );
  return {
    blueprint,
    components: parts,
    workload: answers.workload,
    constitution: {
      version: answers.constitution.version ?? firstConstitution,
      ratified,
      amended: answers.constitution.amended ?? ratified,
    },
    rules: applied
      .filter(concerning)
      .map((rule) => ({ ...rule, definition: inWordsOf(rule.definition, blueprint.components) })),
    settings,
    requirements: requirementsOf(answers, blueprint),
    stories: ownStories(answers),
    exclusions: answers.requirements?.exclusions ?? [],
    edgeCases: answers.requirements?.edgeCases ?? [],
    assumptions: answers.requirements?.assumptions ?? [],
    retired: answers.requirements?.retired ?? [],
    waivers: waiversOf(answers),
    views,
    written: [...new Set(Object.values(answers.environments).flatMap((one) => leavesOf(one)))].toSorted(),
    defaultEnvironment: answers.defaultEnvironment,
    tagNames: tagNames(settings, views),
    clarifications: Object.entries(answers.clarifications ?? {})
      .map(([id, one]) => ({ id, ...one }))
      .toSorted((a, b) => Number(a.id.slice(2)) - Number(b.id.slice(2))),
    mirror: answers.modules,
    version: answers.version,
  };
}

function leavesOf(value: unknown, path: readonly string[] = []): readonly string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [path.join('.')];
  return Object.entries(value).flatMap(([key, one]) => leavesOf(one, [...path, key]));
}

/** Sorted: the position of a rule in avm.yaml has no meaning. */
function ownRules({ constitution: { own = {} } }: Answers): readonly Rule[] {
  const sorted = Object.entries(own).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return sorted.map(([id, one]) => applyRule(ownRule(id, one), undefined));
}

interface Resolving {
  readonly answers: Answers;
  readonly blueprint: Blueprint;
  readonly settings: RuleSettings;
}

function viewOf({ answers, blueprint, settings }: Resolving, environment: string, own: EnvironmentAnswers): View {
  const { tags, ...overrides } = own;
  const place = overrides.location?.region ?? answers.spec.location?.region;
  const context: DefaultsContext = {
    workload: answers.workload.name,
    environment,
    rules: settings,
    ...(place === undefined ? {} : { region: place }),
  };
  const inputs = components.flatMap((one) =>
    one.inputs ? [[one.inputs.token.key, one.inputs.defaults(context)] as const] : [],
  );
  const named = namedDefaults(answers.components ?? {}, context);
  const base = { ...coreDefaults(context), ...Object.fromEntries(inputs), [namedKey]: named };
  const shared = { ...answers.spec, [namedKey]: answers.components };
  const complete = merge(merge(base, shared), overrides);
  const { location, network, lock, telemetry, ...rest } = complete as unknown as Core & View['inputs'];
  return {
    environment,
    environments: Object.keys(answers.environments),
    workload: answers.workload.name,
    components: blueprint.components,
    subnets: [],
    core: { location: { ...location, region: regionName(location.region) }, network, lock, telemetry },
    inputs: canonical(rest),
    tags: { ...answers.tags, ...tags },
    rules: settings,
    notSecrets: declaredTexts(answers),
  };
}

/** A component that was added by name is on unless its answers say otherwise. */
function namedDefaults(named: NamedAnswers, context: DefaultsContext): Tree {
  return Object.fromEntries(
    Object.entries(named).flatMap(([id, { type }]) => {
      const inputs = componentNamed(type)?.inputs;
      if (!inputs) return [];
      const defaults = inputs.defaults({ ...context, component: id }) as object;
      return [[id, { enabled: true, ...defaults, ...inputs.switchOn }]];
    }),
  );
}

function withSubnets(view: View, parts: readonly ComponentDefinition[]): View {
  const on = parts.filter((one) => one.enabled(view));
  return { ...view, subnets: [...new Set(on.flatMap(({ subnets }) => subnets?.(view) ?? []))] };
}

/** Values as Azure spells them. */
function canonical(given: View['inputs']): View['inputs'] {
  const spelt = components.flatMap(({ inputs }) =>
    inputs?.canonical ? [[inputs.token.key, inputs.canonical(inputs.token.of({ inputs: given }))] as const] : [],
  );
  const named = Object.entries((given[namedKey] ?? {}) as NamedAnswers).map(([id, own]) => {
    const { canonical: spell } = componentNamed(own.type)?.inputs ?? {};
    return [id, spell ? { ...own, ...(spell(own) as object) } : own] as const;
  });
  return { ...given, ...Object.fromEntries(spelt), [namedKey]: Object.fromEntries(named) };
}

function tagNames(settings: RuleSettings, views: readonly View[]): readonly string[] {
  const mandatory = settings.on('TAG-001') ? settings.parameters<MandatoryTagsParameters>('TAG-001').names : [];
  return [...new Set([...mandatory, ...views.flatMap((view) => Object.keys(view.tags))])].toSorted();
}

export const isEnvironmentTag = (name: string): boolean => name === environmentTag;
