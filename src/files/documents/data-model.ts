import template from '../../../templates/documents/data-model.md.hbs';
import type { BicepType } from '../../bicep/type.ts';
import type { PlanParameter } from '../../plan/plan.ts';
import type { GeneratedFile } from '../file-set.ts';
import { renderFile } from '../render.ts';
import type { Subject } from './subject.ts';

export function dataModel(subject: Subject): GeneratedFile {
  const { workspace } = subject;
  const { plan } = workspace;
  const parameters = plan.parameters.map((one) => ({
    name: one.name,
    type: typeText(one.type),
    description: one.description,
    constraints: constraints(one),
    from: commas(one.reason.answers ?? []),
    reason: { ...one.reason, ids: workspace.reason(one.reason.ids).ids },
  }));
  const model = {
    name: subject.name,
    several: workspace.sides.length > 1,
    parameters,
    properties: plan.parameters.flatMap(({ name, type, reason }) =>
      propertiesOf(name, type).map((one) => ({ ...one, reason: { ...reason, ids: workspace.reason(reason.ids).ids } })),
    ),
    outputs: plan.outputs.map((one) => ({
      name: one.name,
      type: typeText(one.type),
      description: one.description,
      reason: { ...one.reason, ids: workspace.reason(one.reason.ids).ids },
    })),
  };
  return renderFile(`${subject.folder}/data-model.md`, template, model, subject.reason);
}

/** An object is told property by property, and literals are a constraint. */
function typeText(type: BicepType): string {
  switch (type.kind) {
    case 'array':
      return `${typeText(type.of)}[]`;
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
  if (type.kind === 'array') return literalsOf(type.of);
  return type.kind === 'literals' ? [{ word: 'one of', codes: commas(type.of.map(String)) }] : [];
}

interface Property {
  readonly path: string;
  readonly type: string;
  readonly constraints: readonly Constraint[];
}

function propertiesOf(name: string, type: BicepType): readonly Property[] {
  if (type.kind === 'array') return propertiesOf(`${name}[]`, type.of);
  if (type.kind !== 'object') return [];
  return type.properties.flatMap((property) => {
    const path = `${name}.${property.name}`;
    const own = { path, type: typeText(property.type), constraints: literalsOf(property.type) };
    return [own, ...propertiesOf(path, property.type)];
  });
}

function commas(codes: readonly string[]) {
  return codes.map((code, index) => ({ code, comma: index < codes.length - 1 ? ', ' : '' }));
}
