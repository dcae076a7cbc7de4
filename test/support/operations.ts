import * as fc from 'fast-check';
import { addNamed } from '../../src/answers/add-named.ts';
import { addEnvironment } from '../../src/answers/environments/add.ts';
import { copyEnvironment } from '../../src/answers/environments/copy.ts';
import { renameEnvironment } from '../../src/answers/environments/rename.ts';
import { parseAnswers } from '../../src/answers/parse.ts';
import { removeEnvironment, removeNamed } from '../../src/answers/remove.ts';
import { chosenModule, withModule } from '../../src/cli/change/add-module.ts';
import { settle } from '../../src/cli/change/settings.ts';
import type { Edited } from '../../src/cli/shared/workspace.ts';
import { generate, type Generated } from '../../src/files/generate.ts';
import { hasError } from '../../src/findings/finding.ts';
import { catalog } from '../plan/support.ts';

/** What a person does to avm.yaml with one command; it is done by what the command does. */
export interface Operation {
  readonly command: string;
  readonly edit: (text: string) => Edited;
}

export function generatedOf(text: string): Generated {
  const parsed = parseAnswers(text);
  if ('findings' in parsed) throw new Error(`${JSON.stringify(parsed.findings)}\n${text}`);
  return generate(parsed.answers, text, catalog);
}

/** The text after a command; one that is refused, by its edit or by what comes of it, changes nothing. */
export function after(text: string, { edit }: Operation): string {
  const edited = edit(text);
  if ('findings' in edited || edited.text === text) return text;
  return hasError(generatedOf(edited.text).findings) ? text : edited.text;
}

const names = ['reports', 'partner', 'audit-trail', 'x1', 'sessions', 'orders'];
const modules = ['cache/redis', 'app-configuration/configuration-store', 'service-bus/namespace'] as const;
/** Modules that the operations add, in their newest version. */
export const addedModules = modules.map((one) => chosenModule(one, undefined));

const setting = (path: string, value: string, environment?: string): Operation => ({
  command: `set ${path}=${value}${environment === undefined ? '' : ` --env ${environment}`}`,
  edit: (text) => settle(text, [{ path, value, environment }]),
});

const adding = (type: string, name: string, environment: string | undefined): Operation => ({
  command: `add ${type} ${name}${environment === undefined ? '' : ` --env ${environment}`}`,
  edit: (text) => addNamed(text, { type, name }, environment),
});

const addingModule = (module: string, name: string, environment: string | undefined): Operation => ({
  command: `add module ${module} ${name}`,
  edit: (text) => withModule(text, chosenModule(module, name), [], environment),
});

export const removing = (name: string): Operation => ({
  command: `remove ${name}`,
  edit: (text) => removeNamed(text, name),
});

export const removingEnvironment = (name: string): Operation => ({
  command: `env remove ${name}`,
  edit: (text) => removeEnvironment(text, name),
});

export const copying = (from: string, to: string, addressSpace?: string): Operation => ({
  command: `env copy ${from} ${to}`,
  edit: (text) => copyEnvironment(text, { from, to, addressSpace }),
});

export const renaming = (from: string, to: string): Operation => ({
  command: `env rename ${from} ${to}`,
  edit: (text) => renameEnvironment(text, from, to),
});

/** A component under a name, from what adds it to what is set of it: nothing else is about it. */
export function componentOf(name: string, environments: readonly string[]): fc.Arbitrary<readonly Operation[]> {
  const where = fc.option(fc.constantFrom(...environments), { nil: undefined });
  const set = (path: string, ...values: readonly string[]): fc.Arbitrary<Operation> =>
    fc
      .tuple(fc.constantFrom(...values), where)
      .map(([value, env]) => setting(`components.${name}.${path}`, value, env));
  const settings = (...one: readonly fc.Arbitrary<Operation>[]) => fc.array(fc.oneof(...one), { maxLength: 3 });
  const storage = fc.tuple(
    where.map((env) => adding('storage-account', name, env)),
    settings(set('redundancy', 'ZRS', 'LRS'), set('shares', '[files]', '[]'), set('enabled', 'true', 'false')),
  );
  const vault = fc.tuple(
    where.map((env) => adding('key-vault', name, env)),
    settings(set('sku', 'premium', 'standard'), set('softDeleteDays', '7', '90'), set('enabled', 'true', 'false')),
  );
  const module = fc.tuple(
    fc.tuple(fc.constantFrom(...modules), where).map(([one, env]) => addingModule(one, name, env)),
    settings(set('uses', '[key-vault]', '[storage-account, key-vault]', '[]'), set('enabled', 'true', 'false')),
  );
  return fc.oneof(storage, vault, module).map(([add, sets]) => [add, ...sets]);
}

/** Components under some names, each with all that is done to it. */
export const componentsOf = (
  environments: readonly string[],
  most = 4,
): fc.Arbitrary<readonly (readonly Operation[])[]> =>
  fc
    .subarray(names, { minLength: 1, maxLength: most })
    .chain((some) => fc.tuple(...some.map((name) => componentOf(name, environments))));

const environments = ['dev', 'test', 'prod', 'uat', 'qa', 'preprod1'];

/** Any command, whether it makes sense then or not. */
export const anyOperation: fc.Arbitrary<Operation> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .constantFrom(...names)
      .chain((name) => componentOf(name, ['dev', 'test', 'prod']))
      .map((all) => ({
        command: all.map((one) => one.command).join('; '),
        edit: (text: string): Edited =>
          all.reduce<Edited>((now, one) => ('text' in now ? one.edit(now.text) : now), { text }),
      })),
  },
  { weight: 2, arbitrary: fc.constantFrom(...names).map(removing) },
  fc
    .tuple(fc.constantFrom(...names), fc.subarray([...names, 'key-vault'], { minLength: 1, maxLength: 2 }))
    .map(([name, used]) => setting(`components.${name}.uses`, `[${used.join(', ')}]`)),
  fc.constantFrom(...environments).map((name): Operation => ({
    command: `env add ${name}`,
    edit: (text) => addEnvironment(text, { name, order: 'first' }),
  })),
  fc.tuple(fc.constantFrom(...environments), fc.constantFrom(...environments)).map(([from, to]) => copying(from, to)),
  fc.tuple(fc.constantFrom(...environments), fc.constantFrom(...environments)).map(([from, to]) => renaming(from, to)),
  fc.constantFrom(...environments).map(removingEnvironment),
);
