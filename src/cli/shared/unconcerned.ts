import { ruleDefinition } from '../../../avm-catalog/constitution/rules/index.ts';
import type { Spec } from '../../resolve/spec.ts';
import { UsageFailure } from './failure.ts';

/** Throws where an ID is that of a rule that is not applicable to the blueprint. */
export function refuseUnconcerned(id: string, { blueprint }: Pick<Spec, 'blueprint'>): void {
  if (ruleDefinition(id))
    throw new UsageFailure(
      `${id} is not applicable to the blueprint '${blueprint.name}'.`,
      'To list the rules of this workspace, run: avm rules --all',
    );
}
