import { suggestion } from '../../../src/findings/nearest.ts';
import { sizeFacts, vmSizeNames } from '../../azure/sizes.ts';
import { parameterProblem, type ParameterProblem } from '../../kernel/problem.ts';
import type { RuleSettings } from '../../kernel/context.ts';
import type { SizesParameters } from '../../kernel/rule-parameters.ts';
import type { View } from '../../kernel/view.ts';
import { virtualMachineInputs } from './inputs.ts';

/** The sizes that a rule allows, where it is on. */
export function allowedSizes(rules: RuleSettings): readonly string[] {
  return rules.on('TST-002') ? rules.parameters<SizesParameters>('TST-002').sizes : [];
}

/** Sizes that a rule allows, and that nobody knows. */
export function checkSizes(rules: RuleSettings, views: readonly View[]): readonly ParameterProblem[] {
  const sizes = allowedSizes(rules);
  const isKnown = (size: string): boolean => views.some((view) => sizeFacts(virtualMachineInputs.of(view), size));
  return sizes.flatMap((size, index) =>
    isKnown(size)
      ? []
      : parameterProblem(
          'size-unknown',
          `TST-002.sizes.${index}`,
          { size, ...suggestion(size, vmSizeNames) },
          'warning',
        ),
  );
}
