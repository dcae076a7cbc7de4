import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Ajv } from 'ajv';
import { expect, it } from 'vitest';
import { openCompiler } from '../../src/checks/bicep/open.ts';
import { modulesOf } from '../../src/checks/with-modules.ts';
import { compileWorkspace } from '../../src/checks/compile.ts';
import { stubTemplate } from '../../src/checks/modules/interface-stub.ts';
import { prepareModules } from '../../src/checks/modules/prepare.ts';
import { publicRegistry } from '../../src/checks/modules/source.ts';
import { readCase } from '../cases/cases.ts';
import { catalog } from '../plan/support.ts';
import { bicepPath } from '../support/bicep.ts';
import { isMissing } from '../support/tools.ts';

interface Compiled {
  readonly parameters: object;
  readonly outputs: Readonly<Record<string, { readonly type: string }>>;
}

interface Contract {
  readonly required: readonly string[];
  readonly definitions: Readonly<Record<string, { readonly type: string }>>;
}

it.skipIf(isMissing('bicep')).each(['defaults', 'everything-on'])(
  'the contracts of %s are those that the compiler makes',
  async (name) => {
    const { plan, files = [] } = readCase(name).generated;
    if (!plan) throw new Error('no plan');
    const contract = (which: string): object =>
      JSON.parse(files.find(({ path }) => path.endsWith(`/contracts/${which}.schema.json`))?.text ?? '') as object;
    const root = await mkdtemp(join(tmpdir(), 'contracts-'));
    for (const { path, text } of files) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), text);
    }
    process.env['BICEP_PATH'] = bicepPath();
    const stub = (module: string, version: string): string =>
      JSON.stringify(stubTemplate(catalog.interface(module, version)));
    const prepared = await prepareModules(
      { kind: 'interfaces', stub },
      { root, modules: modulesOf(plan), registry: publicRegistry, bicep: bicepPath() },
    );
    const { session } = await openCompiler({ environment: prepared.environment });
    const environments = plan.environments.map((one) => ({ name: one, parametersFile: `main.${one}.bicepparam` }));
    const { compiledTemplate, parameters } = await compileWorkspace(session, prepared.root, { environments });
    await session.close();
    await prepared.dispose();
    await rm(root, { recursive: true });

    const validate = new Ajv().compile(contract('parameters'));
    for (const environment of plan.environments) {
      validate(JSON.parse(parameters.get(environment) ?? 'null'));
      expect(validate.errors, environment).toBeNull();
    }
    const template = JSON.parse(compiledTemplate ?? 'null') as Compiled;
    const [takes, gives] = ['parameters', 'outputs'].map((one) => contract(one) as Contract);
    expect(Object.keys(takes?.definitions ?? {})).toEqual(Object.keys(template.parameters));
    expect(Object.entries(gives?.definitions ?? {}).map(([key, { type }]) => [key, type])).toEqual(
      Object.entries(template.outputs).map(([key, { type }]) => [key, type]),
    );
  },
);
