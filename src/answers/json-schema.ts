import type { Blueprint } from '../../avm-catalog/kernel/blueprint.ts';
import { defaultBlueprint } from '../../avm-catalog/blueprints/index.ts';
import { concerns } from '../../avm-catalog/constitution/evaluate.ts';
import { rules } from '../../avm-catalog/constitution/rules/index.ts';
import { componentNamed } from '../../avm-catalog/components/index.ts';
import { mayName } from './named.ts';
import { namedKey } from '../../avm-catalog/kernel/core.ts';
import { ownValue } from '../bicep/own.ts';
import { otherKeys, otherSettings } from './blueprint-parts.ts';
import { valueAt } from './defaults.ts';
import type { Version } from './version.ts';
import schema from './schema.json' with { type: 'json' };

type Properties = Readonly<Record<string, object>>;
interface Schema {
  readonly properties: object;
  readonly definitions: Properties;
}

/**
 * The JSON Schema of avm.yaml as text, for a workspace of a blueprint and a version: with its requirements, and without the settings
 * and the rules that do not concern it. The file that it is made of, by scripts/schema.ts, holds those of all.
 */
export function schemaText(blueprint: Blueprint = defaultBlueprint, version: Version = 2): string {
  const whole = inVersion(schemaOf(blueprint), version);
  const used = new Set(Array.from(JSON.stringify(whole).matchAll(/"#\/definitions\/([^"]+)"/g), ([, key]) => key));
  const idle = new Set(Object.keys(whole.definitions).filter((key) => !used.has(key)));
  const definitions = without(whole.definitions, idle);
  return `${JSON.stringify({ ...whole, definitions }, null, 2)}\n`;
}

/** Version 1 has components in `spec`. */
function inVersion<S extends Schema>(whole: S, version: Version): Schema {
  if (version !== 1) return whole;
  const { [namedKey]: named, ...others } = whole.properties as Readonly<Record<string, Schema>>;
  const spec = { ...others['spec'], properties: { ...others['spec']?.properties, [namedKey]: named } };
  return { ...whole, properties: { ...others, version: { ...others['version'], const: version }, spec } };
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
      components: byName(blueprint),
      environments: {
        ...environments,
        additionalProperties: { ...own, properties: without(own.properties, others) },
      },
    },
    definitions: otherSettings(blueprint).reduce(withoutSetting, without(definitions, others)),
  };
}

/** Components by name, of the types that a workspace of the blueprint may have. */
function byName(blueprint: Blueprint): object {
  const { components } = schema.properties;
  const { oneOf } = components.additionalProperties;
  const kept = oneOf.filter(({ properties: { type } }) => mayName(componentNamed(type.const), blueprint));
  return { ...components, additionalProperties: { oneOf: kept } };
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
