import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ActionType, NodePlopAPI, PlopGeneratorConfig } from 'node-plop';
import { addFile, editFiles, type FileEdit } from '../actions.ts';
import { addImport, addLast } from '../edits.ts';
import { quoted } from '../words.ts';
import { folder, type RuleAnswers } from './answers.ts';
import { ruleData } from './data.ts';
import { rulePrompts } from './prompts.ts';
import { subjectFile, subjectOf, type RuleSubject } from './subject.ts';

type Render = NodePlopAPI['renderString'];

export function ruleScaffold(root: string, render: Render): PlopGeneratorConfig {
  return {
    description: 'a rule of the constitution, with its test',
    prompts: rulePrompts(root) as unknown as PlopGeneratorConfig['prompts'],
    actions: (answers) => actionsFor(root, answers as RuleAnswers, render),
  };
}

function actionsFor(root: string, answers: RuleAnswers, render: Render): ActionType[] {
  const subject = subjectOf(root, answers.type);
  const data = ruleData(answers, subject);
  const rendered = (file: string): string =>
    render(readFileSync(join(root, 'generators/contribute/rule', file), 'utf8'), data).trimEnd();
  const edits = editFiles(root, [
    ...subjectEdit(answers, subject),
    ruleEdit(answers, subject, rendered('definition.hbs')),
    {
      path: 'test/rules/library-mutations.ts',
      change: (text) =>
        addLast(text, 'export const libraryMutations: readonly Mutation[] = [', '\n];', rendered('mutation.hbs')),
    },
  ]);
  return [
    addFile(root, `test/rules/${answers.id.toLowerCase()}.test.ts`, 'rule/test.ts.hbs', data),
    ...edits,
    ...stepsFor(answers),
  ];
}

function subjectEdit({ type }: RuleAnswers, { constant, name, isNew }: RuleSubject): readonly FileEdit[] {
  const line = `export const ${constant} = ofTypes(${quoted(name)}, ${quoted(type)});\n`;
  return isNew ? [{ path: subjectFile, change: (text) => `${text}${line}` }] : [];
}

function ruleEdit({ file }: RuleAnswers, { constant }: RuleSubject, definition: string): FileEdit {
  return {
    path: `${folder}/${file}`,
    change: (text) => {
      const listed = addLast(text, ': readonly RuleDefinition[] = [', '\n];', definition);
      const withRule = addImport(listed, ['rule'], '../rule.ts');
      return addImport(addImport(withRule, ['read', 'whereValue'], '../estate.ts'), [constant], '../subject.ts');
    },
  };
}

function stepsFor({ id, level }: RuleAnswers): readonly string[] {
  return [
    'Next, run these, and read what they write:',
    '  npm run schema',
    '  npx vitest run --project quick test/cases -u',
    `  npx vitest run --project quick test/rules -t ${id}`,
    '  npx vitest run --project slow test/rules/rules.slow.test.ts',
    '  npm run check && npm run test:quick',
    'Then complete what was written:',
    '  - Add elsewhere (PSRule for Azure, Azure Policy) where you are sure of what says about the same.',
    '  - Add breaks where a setting decides it, inspect where main.bicep shows it, and exceptions for what it leaves out.',
    ...(level === 'must'
      ? ['  - A must can break workspaces that exist. What may be switched off today begins as should.']
      : []),
  ];
}
