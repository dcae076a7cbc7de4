import { expect, it } from 'vitest';
import { findingsOf, generate } from '../../src/files/generate.ts';
import { cases, catalogOf, readCase } from '../cases/cases.ts';
import { answersWith, catalog } from '../plan/support.ts';

it.each(cases)('the findings of %s are the same without the work on files', (name) => {
  const { answers, generated } = readCase(name);
  expect(findingsOf(answers, catalogOf(name))).toEqual(generated.findings);
});

it('errors of settings and of the plan are the same, too', () => {
  for (const changes of [
    { spec: { location: { region: 'mars' } } },
    { components: { cache: { type: 'avm-module', module: 'avm/res/cache/nothing', version: '1.0.0' } } },
  ]) {
    const answers = answersWith(changes);
    const { findings } = generate(answers, '', catalog);
    expect(findings.some(({ severity }) => severity === 'error')).toBe(true);
    expect(findingsOf(answers, catalog)).toEqual(findings);
  }
});
