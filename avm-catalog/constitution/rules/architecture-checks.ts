import { privateAddressRanges } from '../../azure/addresses.ts';
import { modulePathOf, parameterFor } from '../../azure/module-types.ts';
import { givenUp, secureDefaults } from '../../azure/secure-defaults.ts';
import { read } from '../estate.ts';
import { ownValue } from '../../../src/bicep/own.ts';
import { isLocal, pathFrom } from '../../../src/bicep/sources.ts';
import {
  deploymentOf,
  givenTo,
  moduleOf,
  once,
  parameterIn,
  partsOf,
  resourcesIn,
  textsIn,
  treeAt,
  type Declared,
  type Flaw,
  type Part,
  type Solution,
} from '../solution.ts';

const natives = ({ declarations }: Part): readonly Declared[] =>
  declarations.filter((one) => one.kind === 'resource' && !one.isExisting);
const modules = ({ declarations }: Part): readonly Declared[] => declarations.filter((one) => one.kind === 'module');
const typeOf = ({ source }: Declared): string => source.split('@')[0] ?? '';

/** Resources that contain another template or a script. */
const carriers = new Set(['microsoft.resources/deployments', 'microsoft.resources/deploymentscripts']);
/** Files of other tools that declare infrastructure. */
const foreign = /(\.tf|\.tf\.json|(^|\/)(Pulumi\.ya?ml|cdktf\.json|azuredeploy(\.\w+)*\.json|[^/]*\.template\.json))$/i;

export function bicepOnly(solution: Solution): readonly Flaw[] {
  const carrying = partsOf(solution).flatMap((part) =>
    natives(part)
      .filter((one) => carriers.has(typeOf(one).toLowerCase()) && one.exception === '')
      .map((one) => flaw(one, part.at, 'it contains another template or a script', 'declare its resources in Bicep')),
  );
  return [
    ...once(carrying),
    ...solution.files
      .filter((file) => foreign.test(file))
      .map((file) => ({ symbol: '', file, what: `${file} declares infrastructure`, instead: 'declare it in Bicep' })),
  ];
}

/** A native resource is allowed if no module exists, and a comment gives the reason, in the file or where it’s used. */
export function modulesWhereThereAre(solution: Solution): readonly Flaw[] {
  return once(
    partsOf(solution).flatMap((part) =>
      part.why === '' ? natives(part).flatMap((one) => unexplained(one, part.at, solution)) : [],
    ),
  );
}

function unexplained(one: Declared, at: Pick<Flaw, 'file'>, solution: Solution): readonly Flaw[] {
  if (one.exception !== '') return [];
  const [type, path] = [typeOf(one), modulePathOf(typeOf(one))];
  const parameter = parameterFor(type);
  if (parameter !== undefined) {
    const what = `${type} is declared separately`;
    return [flaw(one, at, what, `set the parameter ${parameter} of the module that it belongs to`)];
  }
  return [
    solution.versionsOf(path)
      ? flaw(one, at, `${type} is a native resource, but the module ${path} exists`, 'use the module')
      : flaw(one, at, `${type} is a native resource without a reason`, 'add a comment above it: // Native resource: …'),
  ];
}

function flaw({ name }: Declared, at: Pick<Flaw, 'file'>, what: string, instead: string): Flaw {
  return { symbol: name, ...at, what, instead };
}

/** Files of the workspace share its version; the modules that they use are pinned. */
export function pinnedVersions(solution: Solution): readonly Flaw[] {
  const versions = new Map<string, string>();
  const own = new Set(solution.own.map(({ file }) => file));
  const isOwn = ({ source }: Declared, file = 'main.bicep'): boolean =>
    isLocal(source) && own.has(pathFrom(file, source) ?? '');
  return once(
    partsOf(solution).flatMap((part) =>
      modules(part)
        .filter((one) => !isOwn(one, part.at.file))
        .flatMap((one) => {
          const found = moduleOf(one.source);
          const known = found && solution.versionsOf(found.path);
          if (!found || !known)
            return [
              flaw(one, part.at, `${one.source} isn’t a published module`, 'use a published module with its version'),
            ];
          const { path, version } = found;
          if (!known.includes(version))
            return [flaw(one, part.at, `${path} has no version ${version}`, 'pin a published version')];
          const first = versions.get(path) ?? version;
          versions.set(path, first);
          return first === version
            ? []
            : [flaw(one, part.at, `${path} is used in ${first} and in ${version}`, 'pin one version')];
        }),
    ),
  );
}

export function defaultsKept(solution: Solution): readonly Flaw[] {
  return once(partsOf(solution).flatMap((part) => modules(part).flatMap((one) => weaker(one, part, solution))));
}

function weaker(one: Declared, part: Placed, { parameters }: Solution): readonly Flaw[] {
  const path = moduleOf(one.source)?.path ?? '';
  const own = secureDefaults.filter(
    ({ module, parameter }) => `avm/res/${module}` === path && !isGivenUp(module, parameter, one.name),
  );
  if (own.length > 0 && part.at.file !== undefined && deploymentOf(part, one.name) === undefined)
    return [
      flaw(
        one,
        part.at,
        'its parameters can’t be read from the compiled template',
        'remove the name of the deployment',
      ),
    ];
  return givenTo(part, one.name).flatMap(({ symbol, params }) =>
    own
      .filter(({ parameter, isWeaker }) =>
        valuesOf(valueOf(params, parameter), part.at.file === undefined ? parameters : []).some(isWeaker),
      )
      .map(({ parameter, usual, what }): Flaw => ({
        ...flaw(
          one,
          part.at,
          `${parameter} is less secure than the default of the module: ${what}`,
          `remove it to keep the default (${usual}), or waive the rule with a reason`,
        ),
        ...(symbol === one.name ? {} : { symbol, within: one.name }),
      })),
  );
}

const isGivenUp = (module: string, parameter: string, name: string): boolean =>
  givenUp.some(({ symbol = name, ...one }) => one.module === module && one.parameter === parameter && symbol === name);

function valueOf(given: object, parameter: string): unknown {
  const [name = '', ...rest] = parameter.split('.');
  return read(given, [name, 'value', ...rest].join('.'));
}

/** The value, or that of the parameter in each environment: a value doesn’t count less for being a parameter. */
function valuesOf(value: unknown, parameters: Solution['parameters']): readonly unknown[] {
  const name = parameterIn(value);
  return name === undefined ? [value] : parameters.map((one) => read(ownValue(one, name), 'value'));
}

/** Functions whose value differs with every deployment. */
const changing = /\b(utcNow|newGuid)\(/;
/** A whole text, or a string in an expression. */
const range = /(?:^|')(\d{1,3}(?:\.\d{1,3}){3}\/\d{1,2})(?:'|$)/g;

/** A file that is used as a module can have defaults, but no address ranges (except all private addresses) and no values that change by themselves. */
export function valuesByEnvironment(solution: Solution): readonly Flaw[] {
  return once(partsOf(solution).flatMap((part) => [...defaultsIn(part), ...rangesIn(part)]));
}

type Placed = ReturnType<typeof partsOf>[number];

function defaultsIn(part: Placed): readonly Flaw[] {
  return Object.entries(treeAt(part, 'parameters')).flatMap(([symbol, one]) => {
    const value = read(one, 'defaultValue');
    const isChanging = value !== undefined && changing.test(JSON.stringify(value));
    if (value === undefined || (part.at.file !== undefined && !isChanging)) return [];
    const what = isChanging
      ? 'its value differs with every deployment'
      : 'it has a default, so a parameter file can leave it out';
    return [{ symbol, ...part.at, what, instead: 'remove the default, and set a value for each environment' }];
  });
}

function rangesIn(part: Placed): readonly Flaw[] {
  // The compiler copies what a file imports: variables by name, and functions.
  const functions = ['functions', read(part.template, 'functions')] as const;
  return [...Object.entries(treeAt(part, 'variables')), functions, ...resourcesIn(part)].flatMap(([symbol, value]) =>
    textsIn(value)
      .flatMap(({ text }) => [...text.matchAll(range)].map(([, one = '']) => one))
      .filter((text) => !text.endsWith('/0') && !privateAddressRanges.includes(text))
      .map((text) => ({
        symbol,
        ...part.at,
        what: `the address range ${text} is a literal`,
        instead: 'make it a parameter',
      })),
  );
}

/** A list output of a module, with the index of an item. */
const byPlace = /\.outputs\.(\w+)\.value\[\d+\]/;

export function nothingByPlace(solution: Solution): readonly Flaw[] {
  return once(
    partsOf(solution).flatMap((part) => {
      const values = [
        ...Object.entries(treeAt(part, 'variables')),
        ...resourcesIn(part),
        ...Object.entries(treeAt(part, 'outputs')),
      ];
      return values.flatMap(([symbol, value]) => {
        const found = textsIn(value).find(({ text }) => byPlace.test(text));
        const [, output] = byPlace.exec(found?.text ?? '') ?? [];
        if (output === undefined) return [];
        const what = `it uses an item of ${output} by its index, so it silently changes with the order`;
        return [{ symbol, ...part.at, what, instead: 'reference it by name, or compute its ID from its name' }];
      });
    }),
  );
}
