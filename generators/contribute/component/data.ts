import { startAnswers } from '../../../src/answers/start.ts';
import { writeAnswers } from '../../../src/answers/write.ts';
import { camel, pascal, sentence, within, withArticle } from '../words.ts';
import { blueprintOf, none, type ComponentAnswers } from './answers.ts';
import type { ModuleFacts } from './module.ts';

/** What the templates are given; an answer is never given another value, since Plop prefers answers. */
export function templateData(answers: ComponentAnswers, facts: ModuleFacts): object {
  const key = camel(answers.name);
  const endpoint = answers.group === none ? '' : answers.group;
  const noun = within(answers.title);
  return {
    ...answers,
    endpoint,
    key,
    Type: pascal(answers.name),
    noun,
    question: `Does the workload need ${withArticle(noun)}?`,
    missing: `the ${noun} needs it`,
    output: `${key}Name`,
    outputLabel: `Name of the ${noun}`,
    resourceType: facts.type,
    closes: facts.closes,
    hasDiagnostics: facts.diagnostics !== undefined,
    patterns: [
      ...(facts.diagnostics ? ['diagnostics'] : []),
      ...(endpoint === '' ? [] : ['offerPrivately', 'privateEndpoint']),
    ].join(', '),
    texts: facts.texts.map((parameter) => ({
      parameter,
      setting: `${key}.${parameter}`,
      bicepName: `${key}${pascal(parameter)}`,
      label: `${sentence(parameter)} of the ${noun}`,
    })),
    left: facts.left,
  };
}

/** The case: what a new workspace of the blueprint begins with, and the component in the last environment alone. */
export function caseAnswers({ name, title, blueprint: named }: ComponentAnswers, { texts }: ModuleFacts): string {
  const blueprint = blueprintOf(named);
  const start = startAnswers({ name: 'demo', description: `A workload with ${withArticle(within(title))}` }, blueprint);
  const last = Object.keys(start.environments).at(-1);
  const own = { enabled: true, ...Object.fromEntries(texts.map((parameter) => [parameter, example(parameter)])) };
  const environments = Object.entries(start.environments).map(([environment, is]) => [
    environment,
    environment === last ? { ...is, [camel(name)]: own } : is,
  ]);
  return writeAnswers({ ...start, environments: Object.fromEntries(environments) });
}

function example(parameter: string): string {
  return parameter.endsWith('ResourceId')
    ? '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-example/providers/Microsoft.Example/examples/example'
    : 'example';
}
