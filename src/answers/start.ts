import type { Blueprint } from '../../avm-catalog/kernel/blueprint.ts';
import { ownSpec } from './blueprint-parts.ts';
import { defaultBlueprint } from '../../avm-catalog/blueprints/index.ts';
import { concerns } from '../../avm-catalog/constitution/evaluate.ts';
import { placeholderTags } from '../../avm-catalog/kernel/core-questions.ts';
import { isProduction } from '../../avm-catalog/kernel/production.ts';
import type { RuleDefinition } from '../../avm-catalog/constitution/rule.ts';
import { rules } from '../../avm-catalog/constitution/rules/index.ts';
import type { Answers, EnvironmentAnswers, RuleAnswer, SpecAnswers } from './answers.ts';
import { alike, defaultSpec, isTree, merge, settingsOf, type Tree } from './defaults.ts';

interface Workload {
  readonly name: string;
  readonly description?: string | undefined;
}

/** What a new workspace begins with: every rule and every input that is in use, with its value. */
export function startAnswers({ name, description }: Workload, blueprint: Blueprint = defaultBlueprint): Answers {
  const { spec, environments } = specOf(name, blueprint);
  return {
    version: 2,
    blueprint: `${blueprint.name}@${blueprint.version}`,
    workload: { name, description: description ?? blueprint.description },
    constitution: { rules: defaultRules(blueprint) },
    tags: { ...placeholderTags, application: name },
    spec,
    environments,
    defaultEnvironment: blueprint.defaultEnvironment,
  };
}

/** A rule for production names the environments that are production here, where their names say so. */
function defaultRules({ components: names, environments }: Blueprint): Readonly<Record<string, RuleAnswer>> {
  const production = Object.keys(environments).filter(isProduction);
  const own = (defaults: object): object =>
    'environments' in defaults && production.length > 0 ? { environments: production } : {};
  return Object.fromEntries(
    rules
      .filter((rule) => concerns(rule, names))
      .map(({ id, level, parameters }): [string, RuleAnswer] => {
        const defaults = writtenDefaults(parameters);
        return [id, Object.keys(defaults).length === 0 ? level : { level, ...defaults, ...own(defaults) }];
      }),
  );
}

function writtenDefaults({ defaults, unwritten = [] }: RuleDefinition['parameters']): object {
  const left = new Set<string>(unwritten);
  return Object.fromEntries(Object.entries(defaults).filter(([name]) => !left.has(name)));
}

/** Defaults that follow the environment's name are answers of the environment. */
function specOf(
  workload: string,
  blueprint: Blueprint,
): { readonly spec: SpecAnswers; readonly environments: Readonly<Record<string, EnvironmentAnswers>> } {
  const settings = settingsOf({});
  const defaultsIn = (environment: string): Tree =>
    ownSpec(defaultSpec({ workload, environment, rules: settings }), blueprint);
  const nowhere = defaultsIn('');
  const common = Object.keys(blueprint.environments).reduce(
    (same, environment) => alike(same, defaultsIn(environment)).same,
    nowhere,
  );
  const environments = Object.entries(blueprint.environments).map(
    ([environment, own]) => [environment, merge(alike(nowhere, defaultsIn(environment)).other, own)] as const,
  );
  return { spec: withoutUnused(merge(common, blueprint.spec)), environments: Object.fromEntries(environments) };
}

/** Of what is switched off only the switch is shown. */
function withoutUnused(spec: Tree): SpecAnswers {
  return Object.fromEntries(
    Object.entries(spec).map(([key, value]) => [
      key,
      isTree(value) && value['enabled'] === false ? { enabled: false } : value,
    ]),
  );
}

/** A valid name of a workload from the name of a folder. */
export function workloadName(folder: string): string {
  const last = folder.split(/[\\/]/).findLast((part) => part !== '') ?? '';
  const words = last
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9]+/g, '-');
  const name = words
    .replace(/^[0-9-]+/, '')
    .slice(0, 20)
    .replace(/-+$/, '');
  if (name.length > 1) return name;
  return name === '' ? 'workload' : `${name}-app`;
}
