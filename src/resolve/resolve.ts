import { blueprintNamed } from '../../avm-catalog/blueprints/index.ts';
import type { Inputs, View } from '../../avm-catalog/kernel/view.ts';
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
    viewOf(answers, environment, own, settings),
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

function viewOf(answers: Answers, environment: string, own: EnvironmentAnswers, settings: RuleSettings): View {
  const { tags, ...overrides } = own;
  const named = overrides.location?.region ?? answers.spec.location?.region;
  const context: DefaultsContext = {
    workload: answers.workload.name,
    environment,
    rules: settings,
    ...(named === undefined ? {} : { region: named }),
  };
  const inputs = components.flatMap((one) =>
    one.inputs ? [[one.inputs.key, one.inputs.defaults(context)] as const] : [],
  );
  const complete = merge(merge({ ...coreDefaults(context), ...Object.fromEntries(inputs) }, answers.spec), overrides);
  const { location, network, lock, telemetry, ...rest } = complete as unknown as Core & Inputs;
  return {
    environment,
    workload: answers.workload.name,
    components: blueprintNamed(answers.blueprint)?.components ?? [],
    core: { location: { ...location, region: regionName(location.region) }, network, lock, telemetry },
    inputs: canonical(rest),
    tags: { ...answers.tags, ...tags },
    rules: settings,
    notSecrets: declaredTexts(answers),
  };
}

/** Values as Azure spells them. */
function canonical(given: Inputs): Inputs {
  const spelt = components.flatMap(({ inputs }) =>
    inputs?.canonical ? [[inputs.key, inputs.canonical(given[inputs.key])] as const] : [],
  );
  return { ...given, ...Object.fromEntries(spelt) };
}

function tagNames(settings: RuleSettings, views: readonly View[]): readonly string[] {
  const mandatory = settings.on('TAG-001') ? settings.parameters<MandatoryTagsParameters>('TAG-001').names : [];
  return [...new Set([...mandatory, ...views.flatMap((view) => Object.keys(view.tags))])].toSorted();
}

export const isEnvironmentTag = (name: string): boolean => name === environmentTag;
