import { describe, expect, it } from 'vitest';
import { coreQuestions } from '../../avm-catalog/kernel/core-questions.ts';
import type { Question } from '../../avm-catalog/kernel/component.ts';
import type { Answers } from '../../src/answers/answers.ts';
import { valueAt, type Tree } from '../../src/answers/defaults.ts';
import { buildPlan } from '../../src/plan/build.ts';
import type { Catalog } from '../../src/plan/draft.ts';
import { resolve } from '../../src/resolve/resolve.ts';
import type { Spec } from '../../src/resolve/spec.ts';
import { cases, catalogOf, readCase } from '../cases/cases.ts';
import { merge } from './support.ts';

/** What decides which resources there are (`decides`, and switches of components): the template is another one then. */
function isStructure(path: string, { components }: Spec): boolean {
  const switches = components.flatMap(({ switchedBy = [] }) => switchedBy);
  return (
    /(^|\.)enabled$|^network\.(topology|hub\.firewallAddress)$|^(privateDns\.zones|maintenance\.recurEvery|monitorPrivateLink\.scopeId)$/.test(
      path,
    ) || switches.includes(path)
  );
}

interface Asked {
  readonly path: string;
  readonly question?: Question;
}

function settingsOf(spec: Spec): readonly Asked[] {
  const { components, written } = spec;
  const sets = [
    ['', coreQuestions] as const,
    ...components
      .filter(({ type }) => type === undefined)
      .map(({ inputs }) => [`${inputs?.token.key}.`, inputs?.questions ?? []] as const),
  ];
  const asked = sets.flatMap(([key, questions]) =>
    questions.filter((one) => one.byEnvironment).map((question) => ({ path: `${key}${question.path}`, question })),
  );
  const others = written.filter((path) => !path.startsWith('tags.') && !asked.some((one) => one.path === path));
  return [...asked, ...others.map((path) => ({ path }))].filter(({ path }) => !isStructure(path, spec));
}

const at = (spec: Spec, environment: string, path: string): unknown => {
  const view = spec.views.find((one) => one.environment === environment);
  return valueAt({ ...view?.core, ...view?.inputs }, path.split('.'));
};

function withValue(answers: Answers, environment: string, path: string, value: unknown): Answers {
  const tree = path.split('.').reduceRight<unknown>((inner, key) => ({ [key]: inner }), value);
  return merge(answers as unknown as Tree, { environments: { [environment]: tree } }) as unknown as Answers;
}

function signatureOf(answers: Answers, catalog: Catalog): unknown {
  const planned = buildPlan(resolve(answers), catalog);
  if (!('plan' in planned)) throw new Error(JSON.stringify(planned.findings));
  return planned.plan.parameters.map(({ name, type, description }) => ({ name, type, description }));
}

/** Another value that the question accepts, where that is known. */
function otherThan(value: unknown, { question }: Asked, spec: Spec): unknown {
  if (typeof value === 'number') return value + 1;
  const [view] = spec.views;
  const context = { workload: spec.workload.name, environment: view?.environment ?? '', rules: spec.settings };
  return question?.choices?.(context).find((one) => one.value !== value)?.value;
}

describe.each(cases)('the parameters of %s', (name) => {
  const { answers } = readCase(name);
  const spec = resolve(answers);
  const catalog = catalogOf(name);
  const before = signatureOf(answers, catalog);
  const names = Object.keys(answers.environments);
  const settings = settingsOf(spec);

  it('are the same if environments happen to agree', () => {
    for (const { path } of settings) {
      const value = at(spec, names[0] ?? '', path);
      // Without an item in any environment, there is nothing that a list would be a parameter of.
      if (value === undefined || (Array.isArray(value) && value.length === 0)) continue;
      const alike = names.reduce((now, environment) => withValue(now, environment, path, value), answers);
      expect(signatureOf(alike, catalog), path).toEqual(before);
    }
  });

  it('are the same if one environment happens to differ', () => {
    for (const asked of settings) {
      const [last = ''] = names.slice(-1);
      const other = otherThan(at(spec, last, asked.path), asked, spec);
      if (other === undefined) continue;
      expect(signatureOf(withValue(answers, last, asked.path, other), catalog), asked.path).toEqual(before);
    }
  });
});
