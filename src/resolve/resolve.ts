import { blueprintNamed } from '../../avm-catalog/blueprints/index.ts';
import type { Blueprint } from '../../avm-catalog/kernel/blueprint.ts';
import type { View } from '../../avm-catalog/kernel/view.ts';
import type { DefaultsContext, RuleSettings } from '../../avm-catalog/kernel/context.ts';
import { regionName } from '../../avm-catalog/azure/regions.ts';
import { components } from '../../avm-catalog/components/index.ts';
import { coreDefaults, type Core } from '../../avm-catalog/kernel/core.ts';
import { concerns, inWordsOf } from '../../avm-catalog/constitution/evaluate.ts';
import { ownRule } from '../../avm-catalog/constitution/custom/rule.ts';
import { rules } from '../../avm-catalog/constitution/rules/index.ts';
import { environmentTag } from '../../avm-catalog/constitution/rules/naming.ts';
import type { MandatoryTagsParameters } from '../../avm-catalog/kernel/rule-parameters.ts';
import { applyRule, firstConstitution, merge, ruleSettings } from '../answers/defaults.ts';
import { declaredTexts } from '../answers/not-secrets.ts';
import type { Rule } from '../../avm-catalog/constitution/rule.ts';
import type { Answers, EnvironmentAnswers } from '../answers/answers.ts';
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
  const views = Object.entries(answers.environments).map(([environment, own]) =>
    withSubnets(viewOf({ answers, blueprint, settings }, environment, own)),
  );
  return {
    blueprint,
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
    defaultEnvironment: answers.defaultEnvironment,
    tagNames: tagNames(settings, views),
    clarifications: Object.entries(answers.clarifications ?? {})
      .map(([id, one]) => ({ id, ...one }))
      .toSorted((a, b) => Number(a.id.slice(2)) - Number(b.id.slice(2))),
    mirror: answers.modules,
  };
}

/** Sorted: where a rule stands in avm.yaml means nothing. */
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
  const named = overrides.location?.region ?? answers.spec.location?.region;
  const context: DefaultsContext = {
    workload: answers.workload.name,
    environment,
    rules: settings,
    ...(named === undefined ? {} : { region: named }),
  };
  const inputs = components.flatMap((one) =>
    one.inputs ? [[one.inputs.token.key, one.inputs.defaults(context)] as const] : [],
  );
  const complete = merge(merge({ ...coreDefaults(context), ...Object.fromEntries(inputs) }, answers.spec), overrides);
  const { location, network, lock, telemetry, ...rest } = complete as unknown as Core & View['inputs'];
  return {
    environment,
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

function withSubnets(view: View): View {
  const on = components.filter((one) => view.components.includes(one.name) && one.enabled(view));
  return { ...view, subnets: [...new Set(on.flatMap(({ subnets = [] }) => subnets))] };
}

/** Values as Azure spells them. */
function canonical(given: View['inputs']): View['inputs'] {
  const spelt = components.flatMap(({ inputs }) =>
    inputs?.canonical ? [[inputs.token.key, inputs.canonical(inputs.token.of({ inputs: given }))] as const] : [],
  );
  return { ...given, ...Object.fromEntries(spelt) };
}

function tagNames(settings: RuleSettings, views: readonly View[]): readonly string[] {
  const mandatory = settings.on('TAG-001') ? settings.parameters<MandatoryTagsParameters>('TAG-001').names : [];
  return [...new Set([...mandatory, ...views.flatMap((view) => Object.keys(view.tags))])].toSorted();
}

export const isEnvironmentTag = (name: string): boolean => name === environmentTag;
