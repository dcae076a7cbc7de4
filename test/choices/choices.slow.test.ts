import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { View } from '../../avm-catalog/kernel/view.ts';
import type { FileSet } from '../../src/files/file-set.ts';
import type { Plan } from '../../src/plan/plan.ts';
import type { PredictedResource } from '../../src/checks/snapshot.ts';
import { readCase } from '../cases/cases.ts';
import { generated } from '../plan/support.ts';
import { predictAll } from '../rules/predict.ts';
import { modulesFolder } from '../support/modules.ts';
import { switches } from './switches.ts';
import { choices, something, type Choice, type End } from './table.ts';
import { workspaces } from './workspaces.ts';

const modules = modulesFolder();

type Tree = { readonly [key: string]: unknown };

function read(from: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((at, key) => (at as Tree | undefined | null)?.[key], from) ?? null;
}

/** Values of a setting: one, or one for each entry of a list. */
function valuesOf(view: View, setting: string): readonly unknown[] {
  const [list = '', rest] = setting.replace(/\[\]$/, '').split('[].');
  const found = read({ ...view.core, ...view.inputs }, list);
  if (rest === undefined && setting.endsWith('[]')) return found as readonly unknown[];
  return rest === undefined ? [found] : (found as readonly unknown[]).map((entry) => read(entry, rest));
}

function chosenIn(view: View, rows: readonly Choice[]): readonly Choice[] {
  return rows.filter(({ setting, value, when }) => (when?.(view) ?? true) && valuesOf(view, setting).includes(value));
}

function fits(value: unknown, is: unknown): boolean {
  if (is === something) return value !== null && value !== '';
  return is instanceof RegExp
    ? is.test(typeof value === 'string' ? value : JSON.stringify(value))
    : isDeepStrictEqual(value, is);
}

/** What is there instead of an end; empty where it is as it should be. */
function instead(
  end: End,
  { plan, files }: { readonly plan: Plan; readonly files: FileSet },
  environment: string,
  resources: readonly PredictedResource[],
): unknown[] {
  if ('file' in end) {
    const text = files.find(({ path }) => path === end.file)?.text ?? 'null';
    if ('named' in end) return text.includes(`!main.${environment}.bicepparam`) === end.named ? [] : [!end.named];
    if ('text' in end) return (end.text === null ? text === 'null' : end.text.test(text)) ? [] : [text];
    const value = read(JSON.parse(text), `environments.${environment}.${end.path}`);
    return fits(value, end.is) ? [] : [value];
  }
  if ('parameter' in end) {
    // Modules that are told nothing do what they do by themselves.
    const told = plan.resources.flatMap((one) => (one.kind === 'module' ? [one.params[end.parameter] ?? true] : []));
    const values = plan.parameters.find((one) => one.name === end.parameter)?.values;
    return [...new Set(told.map((value) => (typeof value === 'object' ? values?.[environment] : value)))].filter(
      (value) => value !== end.is,
    );
  }
  const found = resources.filter(
    (one) => one.type.toLowerCase() === end.type.toLowerCase() && `/${one.name} ${one.id}`.includes(end.name ?? ''),
  );
  if ('none' in end) return found.map((one) => one.name);
  if (found.length === 0) return ['no such resource'];
  return found.map((one) => read(one, end.path)).filter((value) => !fits(value, end.is));
}

const seen = new Set<Choice>();
const all: readonly Choice[] = [...choices, ...switches.flatMap((one) => one.choices)];
const given = [
  ...Object.entries(workspaces).map(([name, changes]) => ({ name, made: generated(changes), rows: choices })),
  ...switches.map(({ name, choices: rows }) => ({ name, made: readCase(name).generated, rows })),
];

describe.skipIf(modules === null)('with the real compiler and the real modules', () => {
  it.each(given)('every choice ends in the property that the table names: $name', async ({ made, rows }) => {
    const { plan, spec } = made;
    expect(made.findings.filter((one) => one.severity === 'error')).toEqual([]);
    if (!plan || !modules) throw new Error('no plan');
    const { snapshots, findings } = await predictAll(made, modules);
    expect(findings.filter((one) => one.severity === 'error')).toEqual([]);
    const wrong = spec.views.flatMap((view) => {
      const resources = snapshots.find((one) => one.environment === view.environment)?.resources ?? [];
      return chosenIn(view, rows).flatMap((choice) => {
        seen.add(choice);
        return choice.ends
          .map((end) => ({
            end,
            instead: instead(end, { plan, files: made.files ?? [] }, view.environment, resources),
          }))
          .filter((one) => one.instead.length > 0)
          .map((one) => ({ environment: view.environment, [choice.setting]: choice.value, ...one }));
      });
    });
    expect(wrong).toEqual([]);
  });

  it('and the workspaces have every one of them', () => {
    expect(all.filter((one) => !seen.has(one)).map(({ setting, value }) => `${setting} = ${value}`)).toEqual([]);
  });
});
