import template from '../../templates/imported.bicep.hbs';
import { ascii } from '../bicep/ascii.ts';
import { printSignature, printType } from '../bicep/print-type.ts';
import type { Value } from '../bicep/value.ts';
import { replaced } from '../plan/imported.ts';
import { valuesOf, type Plan, type PlanDeclaration, type PlanImport } from '../plan/plan.ts';
import { requirementIds } from '../resolve/requirements.ts';
import type { Spec } from '../resolve/spec.ts';
import type { GeneratedFile } from './file-set.ts';
import { renderFile } from './render.ts';

/** The files that main.bicep imports from. */
export function importedFiles(plan: Plan, spec: Spec): readonly GeneratedFile[] {
  const exported = importedNames(plan);
  return plan.imports.map((one) => renderFile(one.file.path, template, modelOf(one, exported), reasonOf(one, spec)));
}

/** What main.bicep imports, by file, in the order of the file. */
export function importsOf(plan: Plan): readonly { readonly path: string; readonly names: readonly string[] }[] {
  const used = importedNames(plan);
  return plan.imports.map(({ file, declarations }) => ({
    path: file.path,
    names: declarations.map(({ name }) => name).filter((name) => used.has(name)),
  }));
}

function reasonOf({ declarations }: PlanImport, spec: Spec) {
  const [first] = declarations;
  return first?.reason ?? { ids: requirementIds(['environments'], spec) };
}

function modelOf(one: PlanImport, exported: ReadonlySet<string>) {
  const { file, declarations } = one;
  const isOwn = ({ name }: PlanDeclaration): boolean => !exported.has(name);
  const [reason] = declarations.map((of) => of.reason);
  return {
    name: ascii(file.what),
    types: file.types.map(({ name, description, of }) => ({ name, description: ascii(description), type: of, reason })),
    // A reader needs the rows' functions before the tables.
    declarations: [...declarations.filter(isOwn), ...declarations.filter((of) => !isOwn(of))].map((of) => ({
      ...of,
      description: ascii(of.description),
      isExported: !isOwn(of),
      head: headOf(of),
    })),
  };
}

function headOf({ name, parameters, returns }: PlanDeclaration): string {
  if (parameters.length > 0) return printSignature(name, parameters, returns);
  return `var ${name} ${printType(returns)} = `;
}

const known = new WeakMap<Plan, ReadonlySet<string>>();

/** Names that main.bicep itself uses; looked for once in a plan, which doesn't change. */
function importedNames(plan: Plan): ReadonlySet<string> {
  const names = known.get(plan) ?? namesIn(plan);
  known.set(plan, names);
  return names;
}

function namesIn(plan: Plan): ReadonlySet<string> {
  const found = new Set<string>();
  const values: readonly Value[] = [
    ...plan.variables.map(({ value }) => value),
    ...plan.resources.flatMap((one): Value[] => [valuesOf(one), one.condition ?? null, one.loop?.in ?? null]),
    ...plan.outputs.map(({ value }) => value),
  ];
  for (const one of values) find(one, found);
  return found;
}

function find(value: Value, found: Set<string>): void {
  replaced(value, (one) => {
    if (one.$ !== 'imported') return undefined;
    found.add(one.name);
    for (const argument of one.args) find(argument, found);
    return one;
  });
}
