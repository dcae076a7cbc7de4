import outputsTemplate from '../../../templates/documents/outputs.schema.json.hbs';
import parametersTemplate from '../../../templates/documents/parameters.schema.json.hbs';
import type { Data } from '../../../avm-catalog/kernel/component.ts';
import type { BicepType } from '../../bicep/type.ts';
import type { Reason } from '../../bicep/value.ts';
import type { PlanParameter } from '../../plan/plan.ts';
import type { GeneratedFile } from '../file-set.ts';
import { renderFile } from '../render.ts';
import type { Specified } from './subject.ts';
import { separated } from '../../text/commas.ts';

/** Parameters and outputs of the template as JSON Schema, in the draft with the widest support in editors. */
export function contracts(subject: Specified): readonly GeneratedFile[] {
  const { plan } = subject.workspace;
  const file = (name: string, template: TemplateSpecification, entries: readonly Entry[]): GeneratedFile =>
    renderFile(
      `${subject.folder}/contracts/${name}`,
      template,
      { name: subject.name, entries: withCommas(entries, subject) },
      subject.reason,
    );
  const outputs = plan.outputs.map(({ name, type, description, reason }) => ({
    name,
    reason,
    schema: { description, ...typed(type) },
  }));
  return [
    file('outputs.schema.json', outputsTemplate, outputs),
    file('parameters.schema.json', parametersTemplate, plan.parameters.map(parameter)),
  ];
}

interface Schema {
  readonly [keyword: string]: unknown;
}

interface Entry {
  readonly name: string;
  readonly schema: Schema;
  readonly reason: Reason;
}

function withCommas(entries: readonly Entry[], { workspace }: Specified) {
  const referenced = entries.map((one) => ({
    ...one,
    reference: `#/definitions/${one.name}`,
    reason: { ...one.reason, ids: workspace.reason(one.reason.ids).ids },
  }));
  return separated(referenced, ',');
}

function parameter(one: PlanParameter): Entry {
  const { name, description, type, allowed, values, reason } = one;
  const schema = { description, ...typed(type), ...(allowed && { enum: allowed }), ...bounds(one) };
  return { name, reason, schema: { ...schema, examples: examples(Object.values(values)) } };
}

function typed(type: BicepType): Schema {
  switch (type.kind) {
    case 'string':
      return { type: 'string' };
    case 'int':
      return { type: 'integer' };
    case 'bool':
      return { type: 'boolean' };
    case 'literals':
      return { type: type.of.every((one) => typeof one === 'number') ? 'integer' : 'string', enum: type.of };
    case 'named':
      return typed(type.of);
    case 'array':
      return { type: 'array', items: typed(type.of) };
    case 'nullable': {
      const of = typed(type.of);
      return typeof of['type'] === 'string' ? { ...of, type: [of['type'], 'null'] } : of;
    }
    case 'object':
      return {
        type: 'object',
        properties: Object.fromEntries(
          type.properties.map(({ name, description, type: own }) => [
            name,
            { ...(description && { description }), ...typed(own) },
          ]),
        ),
        required: type.properties.map(({ name }) => name),
        additionalProperties: false,
      };
  }
}

function bounds({ type, minValue, maxValue, minLength, maxLength }: PlanParameter): Schema {
  const [least, most] = type.kind === 'array' ? ['minItems', 'maxItems'] : ['minLength', 'maxLength'];
  const given: readonly (readonly [string, number | undefined])[] = [
    ['minimum', minValue],
    ['maximum', maxValue],
    [least, minLength],
    [most, maxLength],
  ];
  return Object.fromEntries(given.filter(([, value]) => value !== undefined));
}

/** Its values, in the order of the environments, each once. */
function examples(values: readonly Data[]): readonly Data[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}
