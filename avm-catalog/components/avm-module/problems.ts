import { secretProblems } from '../../kernel/given-references.ts';
import { problem, type AnswerProblem } from '../../kernel/problem.ts';
import type { View } from '../../kernel/view.ts';
import { avmModuleInputs } from './inputs.ts';

export function moduleProblems(view: View): readonly AnswerProblem[] {
  const { module, version } = avmModuleInputs.of(view);
  return [
    ...(module === ''
      ? [problem('answer-missing', 'avmModule.module', { why: 'the component is deployed with a module' })]
      : []),
    ...secretProblems(view, avmModuleInputs),
    ...(version === ''
      ? [problem('answer-missing', 'avmModule.version', { why: 'modules are pinned to a version' })]
      : []),
  ];
}
