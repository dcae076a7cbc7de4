import { Scanner } from '../../bicep/scan.ts';
import { variable, type Value } from '../../bicep/value.ts';
import type { Plan } from '../../plan/plan.ts';
import { references, type Definitions } from '../../plan/references.ts';
import { ownValue } from '../../bicep/own.ts';

/** Names of the parameters that lines of a Bicep file use, directly, through variables, or as arguments of a function. */
export function parametersUsed(lines: readonly string[], plan: Plan, path: string): readonly string[] {
  const definitions = definitionsOf(plan);
  const given = argumentsIn(path, plan);
  const parameters = new Set(plan.parameters.map((one) => one.name));
  const variables = new Set(plan.variables.map((one) => one.name));
  const scanner = new Scanner();
  const used = lines.flatMap((line) =>
    [...scanner.code(line).matchAll(/(?<![.\w])([A-Za-z_]\w*)(?:\.(\w+))?(?![\w:])/g)].flatMap(([, name = '', key]) => {
      const values = given.get(name);
      if (values) return [...references(values, definitions).params];
      if (parameters.has(name)) return [name];
      if (!variables.has(name)) return [];
      return [...references(key === undefined ? variable(name) : variable(name, key), definitions).params];
    }),
  );
  return [...new Set(used)].filter((name) => parameters.has(name));
}

/** What parameters of functions are, in a file that main.bicep imports from. */
function argumentsIn(path: string, { imports }: Plan): ReadonlyMap<string, readonly Value[]> {
  const declarations = imports.find(({ file }) => file.path === path)?.declarations ?? [];
  const found = new Map<string, readonly Value[]>();
  for (const { name, values } of declarations.flatMap(({ parameters }) => parameters))
    found.set(name, [...(found.get(name) ?? []), ...values]);
  return found;
}

/** Names of the parameters that values come from, directly or through variables. */
export function parametersBehind(plan: Plan, values: readonly (Value | undefined)[]): readonly string[] {
  const definitions = definitionsOf(plan);
  const given = values.filter((one) => one !== undefined);
  return [...references(given, definitions).params].toSorted();
}

function definitionsOf(plan: Plan): Definitions {
  const value = (name: string) => plan.variables.find((one) => one.name === name)?.value;
  const entry = (name: string, key: string) =>
    ownValue(value(name) as Readonly<Record<string, never>> | undefined, key);
  return { variable: value, name: (key) => entry('names', key), id: (key) => entry('ids', key) };
}
