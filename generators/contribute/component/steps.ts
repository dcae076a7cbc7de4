import { diagnostics } from '../../../avm-catalog/azure/diagnosable.ts';
import { none, type ComponentAnswers } from './answers.ts';
import type { ModuleFacts } from './module.ts';

/** What is printed at the end: the commands that come next, and what only a person can write. */
export function stepsFor({ name, group }: ComponentAnswers, facts: ModuleFacts): readonly string[] {
  return [
    'Next, run these, and read what they write:',
    '  npm run schema',
    '  npx vitest run --project quick test/cases -u',
    `  npx vitest run --project slow test/cases test/choices -t ${name}`,
    '  npm run check && npm run test:quick',
    'Then complete what was written:',
    ...[...requiredSteps(name, facts), ...reachSteps(group, facts), ...factSteps(facts), ...wordSteps(name)].map(
      (one) => `  - ${one}`,
    ),
  ];
}

function requiredSteps(name: string, { left, texts }: ModuleFacts): readonly string[] {
  return [
    ...left.map(
      (one) =>
        `Give the module ${one.name} (${one.type}) in avm-catalog/components/${name}/component.ts: it is required.`,
    ),
    ...(texts.length === 0
      ? []
      : [
          `Replace the examples of ${texts.join(', ')} in test/cases/${name}/avm.yaml, and say in inputs.ts what they may be.`,
        ]),
  ];
}

function reachSteps(group: string, { type, closes, hasEndpoints }: ModuleFacts): readonly string[] {
  if (group !== none) return ['Check the port of the private endpoint: component.ts and drawing.ts have 443.'];
  return closes && hasEndpoints
    ? [
        `Nothing reaches it: public network access is disabled, and there is no private endpoint. Add the group of ${type} to avm-catalog/azure/private-dns.ts and an endpoint to component.ts.`,
      ]
    : [];
}

function factSteps({ type, naming, diagnostics: sends }: ModuleFacts): readonly string[] {
  return [
    ...(naming
      ? []
      : [
          `Compare the row of ${type} in avm-catalog/azure/naming.ts with Microsoft's naming rules, and then remove 'assumed'.`,
        ]),
    ...(sends === undefined && diagnostics(type) === undefined
      ? [`Say in avm-catalog/azure/diagnosable.ts why ${type} has no diagnostic settings: its module takes none.`]
      : []),
  ];
}

function wordSteps(name: string): readonly string[] {
  return [
    `Tell operators in avm-catalog/components/${name}/readme.md.hbs how to use it, and choose its sign in drawing.ts.`,
    'Read the requirement, the criteria, the scenarios, and the decisions of the blueprint: they may have to name it.',
    'Add further settings to inputs.ts, and a row of test/choices/table.ts for each choice that they offer.',
  ];
}
