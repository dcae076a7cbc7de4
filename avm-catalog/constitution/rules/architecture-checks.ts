import { modulePathOf, parameterFor } from '../../azure/module-types.ts';
import { givenUp, secureDefaults } from '../../azure/secure-defaults.ts';
import { read } from '../estate.ts';
import { givenTo, moduleOf, textsIn, treeAt, type Declared, type Flaw, type Solution } from '../solution.ts';

const natives = ({ declarations }: Solution): readonly Declared[] =>
  declarations.filter((one) => one.kind === 'resource' && !one.isExisting);
const modules = ({ declarations }: Solution): readonly Declared[] =>
  declarations.filter((one) => one.kind === 'module');
const typeOf = ({ source }: Declared): string => source.split('@')[0] ?? '';

/** Resources that carry templates or commands of another kind. */
const carriers = new Set(['microsoft.resources/deployments', 'microsoft.resources/deploymentscripts']);
/** Files of other tools that declare infrastructure. */
const foreign = /(\.tf|\.tf\.json|(^|\/)(Pulumi\.ya?ml|cdktf\.json|azuredeploy(\.\w+)*\.json|[^/]*\.template\.json))$/i;

export function bicepOnly(solution: Solution): readonly Flaw[] {
  return [
    ...natives(solution)
      .filter((one) => carriers.has(typeOf(one).toLowerCase()) && one.exception === '')
      .map(({ name }) => ({
        symbol: name,
        what: 'it carries a template or a script of another kind',
        instead: 'declare what it makes in Bicep',
      })),
    ...solution.files
      .filter((file) => foreign.test(file))
      .map((file) => ({ symbol: '', file, what: `${file} declares infrastructure`, instead: 'declare it in Bicep' })),
  ];
}

/** A native resource is one that no module makes, and says so in a comment. */
export function modulesWhereThereAre(solution: Solution): readonly Flaw[] {
  return natives(solution)
    .filter((one) => one.exception === '')
    .map((one) => {
      const [type, path] = [typeOf(one), modulePathOf(typeOf(one))];
      const parameter = parameterFor(type);
      if (parameter !== undefined)
        return flaw(
          one,
          `${type} is declared by itself`,
          `give the module of what it is on the parameter ${parameter}`,
        );
      return solution.versionsOf(path)
        ? flaw(one, `${type} is a native resource, although there is ${path}`, 'use the module')
        : flaw(one, `${type} is a native resource, and nothing says why`, 'say it above: // Not a module: …');
    });
}

function flaw({ name }: Declared, what: string, instead: string): Flaw {
  return { symbol: name, what, instead };
}

export function pinnedVersions(solution: Solution): readonly Flaw[] {
  const versions = new Map<string, string>();
  return modules(solution).flatMap((one) => {
    const found = moduleOf(one.source);
    const known = found && solution.versionsOf(found.path);
    if (!found || !known)
      return [flaw(one, `${one.source} is no published module`, 'take one that is, with its version')];
    const { path, version } = found;
    if (!known.includes(version)) return [flaw(one, `${path} has no version ${version}`, 'pin a published version')];
    const first = versions.get(path) ?? version;
    versions.set(path, first);
    return first === version ? [] : [flaw(one, `${path} is used in ${first} and in ${version}`, 'pin one version')];
  });
}

export function defaultsKept(solution: Solution): readonly Flaw[] {
  return modules(solution).flatMap((one) => {
    const path = moduleOf(one.source)?.path ?? '';
    const given = givenTo(solution, one.name);
    return secureDefaults
      .filter(({ module, parameter }) => `avm/res/${module}` === path && !isGivenUp(module, parameter))
      .filter(({ parameter, isWeaker }) => isWeaker(valueOf(given, parameter)))
      .map(({ parameter, usual, what }) =>
        flaw(
          one,
          `${parameter} is less safe than the module has it: ${what}`,
          `leave it out (${usual}), or waive the rule for it with a reason`,
        ),
      );
  });
}

const isGivenUp = (module: string, parameter: string): boolean =>
  givenUp.some((one) => one.module === module && one.parameter === parameter);

function valueOf(given: object, parameter: string): unknown {
  const [name = '', ...rest] = parameter.split('.');
  return read(given, [name, 'value', ...rest].join('.'));
}

/** Functions that give another value with every deployment. */
const changing = /\b(utcNow|newGuid)\(/;
const range = /^\d{1,3}(\.\d{1,3}){3}\/\d{1,2}$/;

export function valuesByEnvironment(solution: Solution): readonly Flaw[] {
  const defaults = Object.entries(treeAt(solution, 'parameters')).flatMap(([symbol, one]) => {
    const value = read(one, 'defaultValue');
    if (value === undefined) return [];
    const what = changing.test(JSON.stringify(value))
      ? 'it has another value with every deployment'
      : 'it has a default, so that an environment need not say it';
    return [{ symbol, what, instead: 'leave the default out, and give a value for each environment' }];
  });
  const parts = { ...treeAt(solution, 'variables'), ...treeAt(solution, 'resources') };
  const ranges = Object.entries(parts).flatMap(([symbol, value]) =>
    textsIn(value)
      .filter(({ text }) => range.test(text) && !text.endsWith('/0'))
      .map(({ text }) => ({ symbol, what: `the range ${text} is a literal`, instead: 'make it a parameter' })),
  );
  return [...defaults, ...ranges];
}

/** An output of a module that is a list, with the place of an item in it. */
const byPlace = /\.outputs\.(\w+)\.value\[\d+\]/;

export function nothingByPlace(solution: Solution): readonly Flaw[] {
  const parts = {
    ...treeAt(solution, 'variables'),
    ...treeAt(solution, 'resources'),
    ...treeAt(solution, 'outputs'),
  };
  return Object.entries(parts).flatMap(([symbol, value]) => {
    const found = textsIn(value).find(({ text }) => byPlace.test(text));
    const [, output] = byPlace.exec(found?.text ?? '') ?? [];
    return output === undefined
      ? []
      : [
          {
            symbol,
            what: `it takes an item of ${output} by its place, so that another order moves it silently`,
            instead: 'name it, or compute its id from its name',
          },
        ];
  });
}
