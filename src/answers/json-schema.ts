import type { Blueprint } from '../../avm-catalog/kernel/blueprint.ts';
import { defaultBlueprint } from '../../avm-catalog/blueprints/index.ts';
import { concerns } from '../../avm-catalog/constitution/evaluate.ts';
import { rules } from '../../avm-catalog/constitution/rules/index.ts';
import { ownValue } from '../bicep/own.ts';
import { otherKeys, otherSettings } from './blueprint-parts.ts';
import { valueAt } from './defaults.ts';
import schema from './schema.json' with { type: 'json' };

type Properties = Readonly<Record<string, object>>;
interface Schema {
  readonly properties: object;
  readonly definitions: Properties;
}

/**
 * The JSON Schema of avm.yaml as text, for a workspace of a blueprint: with its requirements, and without the settings
 * and the rules that do not concern it. The file that it is made of, by scripts/schema.ts, holds those of all.
 */
export function schemaText(blueprint: Blueprint = defaultBlueprint): string {
  const whole = schemaOf(blueprint);
  const text = textOf(whole);
  const idle = Object.keys(whole.definitions).filter((key) => !text.includes(`"#/definitions/${key}"`));
  return idle.length === 0 ? text : textOf({ ...whole, definitions: without(whole.definitions, new Set(idle)) });
}

function textOf(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function schemaOf(blueprint: Blueprint): Schema {
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
        properties: { ...namingParts(blueprint), outOfScope: outOfScope(blueprint) },
      },
      spec: { ...spec, properties: without(spec.properties, others) },
      environments: {
        ...environments,
        additionalProperties: { ...own, properties: without(own.properties, others) },
      },
    },
    definitions: otherSettings(blueprint).reduce(withoutSetting, without(definitions, others)),
  };
}

/** Sections of requirements, whose components to choose from are those of the blueprint. */
function namingParts({ components: names }: Blueprint): Properties {
  const place = ['additionalProperties', 'properties', 'satisfiedBy', 'properties', 'components', 'items', 'examples'];
  return Object.fromEntries(
    Object.entries(schema.properties.requirements.properties).map(([key, section]) => [
      key,
      valueAt(section, place) === undefined ? section : (withValue(section, place, names) as object),
    ]),
  );
}

function withValue(node: object, [key = '', ...below]: readonly string[], value: unknown): unknown {
  const inner = ownValue(node, key);
  return { ...node, [key]: below.length === 0 ? value : withValue(inner as object, below, value) };
}

function without(properties: Properties, left: ReadonlySet<string>): Properties {
  return Object.fromEntries(Object.entries(properties).filter(([key]) => !left.has(key)));
}

/** Without one setting of a component, which its key and its path below that name. */
function withoutSetting(definitions: Properties, [key = '', ...path]: readonly string[]): Properties {
  const part = ownValue(definitions, key);
  return part === undefined ? definitions : { ...definitions, [key]: withoutProperty(part, path) };
}

function withoutProperty(node: object, [first = '', ...below]: readonly string[]): object {
  const { properties } = node as { readonly properties?: Properties };
  const part = properties && ownValue(properties, first);
  if (!part) return node;
  const left = below.length === 0;
  return {
    ...node,
    properties: left ? without(properties, new Set([first])) : { ...properties, [first]: withoutProperty(part, below) },
  };
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
