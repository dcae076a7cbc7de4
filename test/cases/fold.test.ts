import { describe, expect, it } from 'vitest';
import { fileSet } from '../../src/files/files.ts';
import type { Generated } from '../../src/files/generate.ts';
import { cases, readCase } from './cases.ts';
import { comparedIn, ordinaryRules, wholeCase } from './fold.ts';

/** One of each kind: alone in its category in some cases, for some environments only, among others, off by default. */
const some = ['CST-002', 'RES-004', 'OPS-014', 'TST-004'];

/** The same workspace, from a catalog that lacks a rule. */
function without(id: string, { spec, plan, findings, isOpen = false }: Generated): Generated {
  if (!plan) throw new Error('no plan');
  const fewer = { ...spec, rules: spec.rules.filter(({ definition }) => definition.id !== id) };
  return { spec: fewer, findings, files: fileSet(plan, fewer, '', { isOpen, findings }) };
}

function compared(name: string, generated: Generated): ReadonlyMap<string, string> {
  const text = comparedIn(name, generated);
  const files = (generated.files ?? []).filter(({ owner }) => owner !== 'person');
  return new Map(files.map((file) => [file.path, text(file)]));
}

describe('a rule more or less', () => {
  it.each(cases.filter((name) => name !== wholeCase))('changes nothing in %s, where it is as in the catalog', (name) => {
    const { generated } = readCase(name);
    const before = compared(name, generated);
    const ordinary = ordinaryRules(generated);
    const ids = some.filter((id) => ordinary.has(id));
    expect(ids.length).toBeGreaterThan(1);
    for (const id of ids) expect(compared(name, without(id, generated)), id).toEqual(before);
  });

  it(`changes five documents of ${wholeCase}, and what PSRule has`, () => {
    const { generated } = readCase(wholeCase);
    const before = compared(wholeCase, generated);
    const after = [...compared(wholeCase, without('CST-002', generated))];
    expect(after.flatMap(([path, text]) => (before.get(path) === text ? [] : [path.split('/').at(-1)]))).toEqual([
      'README.md',
      'Workspace.Rule.yaml',
      'constitution.md',
      'README.md',
      'traceability.md',
      'analysis.md',
      'plan.md',
    ]);
  });
});
