import { expect, it } from 'vitest';
import { blueprints } from '../../avm-catalog/blueprints/index.ts';
import { inWordsOf } from '../../avm-catalog/constitution/evaluate.ts';
import { statementOf, type RuleDefinition } from '../../avm-catalog/constitution/rule.ts';
import { rules } from '../../avm-catalog/constitution/rules/index.ts';

const levels = /\b(?:MUST|SHOULD|MAY)\b/g;
const actor = /^(?:In [^.]*, the|The) (?:template|workload|workspace) (?:MUST|SHOULD|MAY)\b/;

/** Every text of a rule: some differ by blueprint. */
const definitions: readonly RuleDefinition[] = blueprints.flatMap(({ components }) =>
  rules.map((one) => inWordsOf(one, components)),
);

function expectStatement(text: string): void {
  expect(text).toMatch(actor);
  expect(text.match(levels)).toHaveLength(1);
  expect(text).toMatch(/\.$/);
}

it.each(rules.map((one) => [one.id, one] as const))('%s states an actor, one level, and a rationale', (id) => {
  for (const definition of definitions.filter((one) => one.id === id)) {
    const parameters = definition.parameters.defaults;
    expectStatement(definition.statement(parameters));
    for (const level of ['must', 'should'] as const)
      expect(statementOf({ definition, level, parameters }).match(levels)).toEqual([level.toUpperCase()]);
    expect(definition.rationale).toMatch(/^[A-Z].*\.$/);
    expect(definition.rationale).not.toMatch(levels);
    expect(definition.shapes).not.toMatch(levels);
    expect(definition.source?.url ?? 'https://learn.microsoft.com/').toMatch(
      /^https:\/\/(?:learn\.microsoft\.com|azure\.github\.io)\//,
    );
  }
});

const requirements = blueprints.flatMap(({ name, content }) =>
  Object.entries(content.requirements).map(([id, statement]) => [`${name} ${id}`, statement] as const),
);

it.each(requirements)('%s states an actor and one level', (_, statement) => expectStatement(statement));
