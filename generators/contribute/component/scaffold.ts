import type { ActionType, PlopGeneratorConfig } from 'node-plop';
import { addFile, editFiles } from '../actions.ts';
import { known, type ComponentAnswers } from './answers.ts';
import { caseAnswers, templateData } from './data.ts';
import { componentEdits } from './edits.ts';
import { componentPrompts } from './prompts.ts';
import { stepsFor } from './steps.ts';

const files = ['component.ts', 'inputs.ts', 'docs.ts', 'drawing.ts', 'readme.md.hbs'];

export function componentScaffold(root: string): PlopGeneratorConfig {
  return {
    description: 'a component of the catalog, with its folder, its entries in the lists, and a case',
    prompts: componentPrompts as unknown as PlopGeneratorConfig['prompts'],
    actions: (answers) => actionsFor(root, answers as ComponentAnswers),
  };
}

function actionsFor(root: string, answers: ComponentAnswers): ActionType[] {
  const facts = known(answers.module);
  if (!facts) throw new Error(`No component can be made of ${answers.module}`);
  const data = templateData(answers, facts);
  const folder = `avm-catalog/components/${answers.name}`;
  const edits = editFiles(root, componentEdits(root, answers, facts));
  return [
    ...files.map((file) => addFile(root, `${folder}/${file}`, `component/${file}.hbs`, data)),
    addFile(root, `test/cases/${answers.name}/avm.yaml`, 'component/avm.yaml.hbs', {
      answers: caseAnswers(answers, facts),
    }),
    ...edits,
    ...stepsFor(answers, facts),
  ];
}
