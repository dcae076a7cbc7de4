import { Ajv, type ValidateFunction } from 'ajv';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generate, type Generated } from '../../src/files/generate.ts';
import { cases, readCase } from '../cases/cases.ts';
import { answersWith, catalog, fileOf } from '../plan/support.ts';
import { anyAnswers } from '../support/any-answers.ts';

interface ParameterFile {
  readonly [name: string]: { readonly value: unknown };
}

/** Strict: a keyword that JSON Schema does not know is an error. */
function contract({ files = [], spec }: Generated, name: string): ValidateFunction {
  const path = `specs/001-${spec.workload.name}/contracts/${name}.schema.json`;
  const text = files.find((file) => file.path === path)?.text;
  if (text === undefined) throw new Error(`there is no ${path}`);
  return new Ajv({ strict: true, allErrors: true }).compile(JSON.parse(text) as object);
}

/** What an environment gives the template, as `bicep build-params` writes it. */
function given({ plan }: Generated, environment: string): ParameterFile {
  return Object.fromEntries((plan?.parameters ?? []).map(({ name, values }) => [name, { value: values[environment] }]));
}

function problems(validate: ValidateFunction, parameters: ParameterFile): readonly string[] {
  validate({ $schema: 'https://example', contentVersion: '1.0.0.0', parameters });
  return (validate.errors ?? []).map((one) => `${one.instancePath} ${one.message}`);
}

describe.each(cases)('contracts of %s', (name) => {
  const { generated } = readCase(name);
  const { environments = [], parameters = [], outputs = [] } = generated.plan ?? {};
  const validate = contract(generated, 'parameters');

  it('take what every environment gives', () => {
    expect(environments.length).toBeGreaterThan(0);
    for (const environment of environments)
      expect(problems(validate, given(generated, environment)), environment).toEqual([]);
  });

  it('ask for every parameter, and for no other', () => {
    const first = given(generated, environments[0] ?? '');
    for (const one of parameters) {
      const others = Object.fromEntries(Object.entries(first).filter(([key]) => key !== one.name));
      expect(problems(validate, others)).toEqual([`/parameters must have required property '${one.name}'`]);
      expect(problems(validate, { ...first, [one.name]: { value: null } }).length).toBeGreaterThan(0);
    }
    expect(problems(validate, { ...first, stray: { value: 1 } })).not.toEqual([]);
  });

  it('promise every output', () => {
    const promised = contract(generated, 'outputs');
    const all = Object.fromEntries(
      outputs.map(({ name, type }) => [
        name,
        type.kind === 'array' ? { type: 'Array', value: ['x'] } : { type: 'String', value: 'x' },
      ]),
    );
    expect(promised(all), JSON.stringify(promised.errors)).toBe(true);
    for (const one of outputs) {
      expect(promised({ ...all, [one.name]: { type: 'Int', value: 1 } }), one.name).toBe(false);
      expect(promised({ ...all, [one.name]: undefined }), one.name).toBe(false);
    }
  });
});

describe('contracts', () => {
  const generated = generate(answersWith(), 'version: 1\n', catalog);
  const validate = contract(generated, 'parameters');
  const dev = given(generated, 'dev');

  it.each([
    ['location', 'mars', '/parameters/location/value must be equal to one of the allowed values'],
    ['logRetentionDays', 30, '/parameters/logRetentionDays/value must be >= 90'],
    ['logRetentionDays', '90', '/parameters/logRetentionDays/value must be integer'],
    ['lockKind', 'Delete', '/parameters/lockKind/value must be equal to one of the allowed values'],
    ['blobContainers', [1], '/parameters/blobContainers/value/0 must be string'],
    ['osDisk', { type: 'Premium_LRS' }, "/parameters/osDisk/value must have required property 'sizeGb'"],
    [
      'osDisk',
      { sizeGb: 128, type: 'Premium_LRS', size: 1 },
      '/parameters/osDisk/value must NOT have additional properties',
    ],
  ])('refuse a wrong %s (%j)', (name, value, problem) => {
    expect(problems(validate, { ...dev, [name]: { value } })).toEqual([problem]);
  });

  it('have an example of each value that an environment has', () => {
    const schema = JSON.parse(fileOf('specs/001-legacyapp/contracts/parameters.schema.json')) as {
      definitions: Record<string, { examples: unknown[]; description: string }>;
    };
    expect(schema.definitions['logRetentionDays']?.examples).toEqual([90, 365]);
    expect(schema.definitions['location']?.examples).toEqual(['westeurope']);
    for (const { name, description } of generated.plan?.parameters ?? [])
      expect(schema.definitions[name]?.description).toBe(description);
  });

  it('stay what they are, and hide nothing, whatever a person wrote', () => {
    const text = '"}, "x": {" \\u0041 \\ \u202e \u2028 \u0000 </script>';
    const hostile = generate(answersWith({ tags: { owner: text } }), 'version: 1\n', catalog);
    expect(problems(contract(hostile, 'parameters'), given(hostile, 'dev'))).toEqual([]);
    const file = hostile.files?.find(({ path }) => path.endsWith('/parameters.schema.json'))?.text ?? '';
    expect(file).not.toMatch(/[\u0000\u2028\u202e]/);
    const schema = JSON.parse(file) as { definitions: { tagValues: { examples: { owner: string }[] } } };
    expect(schema.definitions.tagValues.examples[0]?.owner).toBe(text);
  });

  it('take what any answers come to', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const any = generate(answers, 'version: 1\n', catalog);
        const accepts = contract(any, 'parameters');
        for (const environment of Object.keys(answers.environments))
          expect(problems(accepts, given(any, environment))).toEqual([]);
      }),
      { numRuns: 30, seed: 4 },
    );
  });
});
