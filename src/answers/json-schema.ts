import type { Blueprint } from '../../avm-catalog/kernel/blueprint.ts';
import { defaultBlueprint } from '../../avm-catalog/blueprints/index.ts';
import { concerns } from '../../avm-catalog/constitution/evaluate.ts';
import { rules } from '../../avm-catalog/constitution/rules/index.ts';
import { otherKeys } from './blueprint-parts.ts';
import schema from './schema.json' with { type: 'json' };

type Properties = Readonly<Record<string, object>>;

/**
 * The JSON Schema of avm.yaml as text, for a workspace of a blueprint: with its requirements, and without the settings
 * and the rules that do not concern it. The file that it is made of, by scripts/schema.ts, holds those of all.
 */
export function schemaText(blueprint: Blueprint = defaultBlueprint): string {
  return `${JSON.stringify(schemaOf(blueprint), null, 2)}\n`;
}

function schemaOf(blueprint: Blueprint): object {
  const others = otherKeys(blueprint);
  const unconcerned = rules.filter((rule) => !concerns(rule, blueprint.components)).map(({ id }) => id);
  const { properties, definitions } = schema;
  const { requirements, constitution, spec, environments } = properties;
  const own = environments.additionalProperties;
  return {
    ...schema,
    properties: {
      ...properties,
      constitution: {
        ...constitution,
        properties: {
          ...constitution.properties,
          rules: {
            ...constitution.properties.rules,
            properties: without(constitution.properties.rules.properties, new Set(unconcerned)),
          },
        },
      },
      requirements: {
        ...requirements,
        properties: { ...requirements.properties, outOfScope: outOfScope(blueprint) },
      },
      spec: { ...spec, properties: without(spec.properties, others) },
      environments: {
        ...environments,
        additionalProperties: { ...own, properties: without(own.properties, others) },
      },
    },
    definitions: without(definitions, others),
  };
}

function without(properties: Properties, left: ReadonlySet<string>): Properties {
  return Object.fromEntries(Object.entries(properties).filter(([key]) => !left.has(key)));
}

function outOfScope({ content }: Blueprint): object {
  const { outOfScope: all } = schema.properties.requirements.properties;
  const [reason] = Object.values(all.properties);
  const entries = Object.entries(content.requirements).map(([id, description]) => [
    id,
    content.foundations.includes(id) ? { type: 'string', not: {} } : { ...reason, description },
  ]);
  return { ...all, properties: Object.fromEntries(entries) as Properties };
}
