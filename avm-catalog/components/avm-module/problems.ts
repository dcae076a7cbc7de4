import { problem, type AnswerProblem } from '../../kernel/problem.ts';
import type { View } from '../../kernel/view.ts';
import { avmModuleInputs } from './inputs.ts';
import { referenceProblems } from './references.ts';

export function moduleProblems(view: View): readonly AnswerProblem[] {
  const { module, version } = avmModuleInputs.of(view);
  return [
    ...(module === ''
      ? [problem('answer-missing', 'avmModule.module', { why: 'a module is what it is made of' })]
      : []),
    ...referenceProblems(view),
    ...(version === '' ? [problem('answer-missing', 'avmModule.version', { why: 'modules are pinned' })] : []),
  ];
}
