import template from '../../../templates/documents/data-model.md.hbs';
import valueInWords from '../../../templates/documents/value.md.hbs';
import type { Data } from '../../../avm-catalog/kernel/component.ts';
import type { BicepType } from '../../bicep/type.ts';
import type { PlanParameter } from '../../plan/plan.ts';
import type { GeneratedFile } from '../file-set.ts';
import { isRecord } from '../readme/parameters.ts';
import { renderFile } from '../render.ts';
import type { Specified } from './subject.ts';
import { byEnvironment } from './values.ts';
import { commas } from '../../text/commas.ts';
import { ownValue } from '../../bicep/own.ts';

export function dataModel(subject: Specified): GeneratedFile {
  const { workspace } = subject;
  const { plan } = workspace;
  const parameters = plan.parameters.map((one) => ({
    name: one.name,
    type: typeText(one.type),
    description: one.description,
    constraints: constraints(one),
    values: hasProperties(one.type) ? [] : byEnvironment(workspace, (side) => ownValue(one.values, side.environment)),
    reason: { ...one.reason, ids: workspace.reason(one.reason.ids).ids },
  }));
  const model = {
    name: subject.name,
    parameters,
    properties: plan.parameters.flatMap((parameter) =>
      propertiesOf(parameter.name, parameter.type).map(({ keys, ...one }) => ({
        ...one,
        values: byEnvironment(workspace, (side) => valueAt(ownValue(parameter.values, side.environment), keys)),
        reason: { ...parameter.reason, ids: workspace.reason(parameter.reason.ids).ids },
      })),
    ),
    outputs: plan.outputs.map((one) => ({
      name: one.name,
      type: typeText(one.type),
      description: one.description,
      reason: { ...one.reason, ids: workspace.reason(one.reason.ids).ids },
    })),
  };
  return renderFile(`${subject.folder}/data-model.md`, template, model, subject.reason, { value: valueInWords });
}

/** An object is described by property, and literals are a constraint. */
function typeText(type: BicepType): string {
  switch (type.kind) {
    case 'array':
      return `${typeText(type.of)}[]`;
    case 'nullable':
      return `${typeText(type.of)}?`;
    case 'named':
      return typeText(type.of);
    case 'literals':
      return type.of.every((one) => typeof one === 'number') ? 'int' : 'string';
    default:
      return type.kind;
  }
}

interface Constraint {
  readonly word: string;
  readonly codes: ReturnType<typeof commas>;
}

function constraints(one: PlanParameter): readonly Constraint[] {
  const bounds: readonly (readonly [string, number | undefined])[] = [
    ['from', one.minValue],
    ['to', one.maxValue],
    ['length from', one.minLength],
    ['length to', one.maxLength],
  ];
  return [
    ...(one.allowed ? [{ word: 'one of', codes: commas(one.allowed.map(String)) }] : literalsOf(one.type)),
    ...bounds.flatMap(([word, value]) => (value === undefined ? [] : [{ word, codes: commas([String(value)]) }])),
  ];
}

function literalsOf(type: BicepType): readonly Constraint[] {
  if ('of' in type && type.kind !== 'literals') return literalsOf(type.of);
  return type.kind === 'literals' ? [{ word: 'one of', codes: commas(type.of.map(String)) }] : [];
}

interface Property {
  readonly path: string;
  /** Keys in the parameter's value, without those of list items. */
  readonly keys: readonly string[];
  readonly type: string;
  readonly constraints: readonly Constraint[];
}

function propertiesOf(name: string, type: BicepType, above: readonly string[] = []): readonly Property[] {
  if (type.kind === 'array') return propertiesOf(`${name}[]`, type.of, above);
  if (type.kind === 'nullable' || type.kind === 'named') return propertiesOf(name, type.of, above);
  if (type.kind !== 'object') return [];
  return type.properties.flatMap((property) => {
    const path = `${name}.${property.name}`;
    const keys = [...above, property.name];
    const own = { path, keys, type: typeText(property.type), constraints: literalsOf(property.type) };
    return [own, ...propertiesOf(path, property.type, keys)];
  });
}

function hasProperties(type: BicepType): boolean {
  return 'of' in type && type.kind !== 'literals' ? hasProperties(type.of) : type.kind === 'object';
}

/** For a list, the values of its items. */
function valueAt(value: Data | undefined, keys: readonly string[]): Data | undefined {
  const [head, ...rest] = keys;
  if (head === undefined) return value;
  if (Array.isArray(value)) return value.flatMap((one: Data) => valueAt(one, keys) ?? []);
  return isRecord(value) ? valueAt(ownValue(value, head), rest) : undefined;
}
