import { ruleDefinition } from '../../../avm-catalog/constitution/rules/index.ts';
import type { Spec } from '../../resolve/spec.ts';
import { UsageFailure } from './failure.ts';

/** Throws where an ID is that of a rule which is about nothing that the workspace can have. */
export function refuseUnconcerned(id: string, { blueprint }: Pick<Spec, 'blueprint'>): void {
  if (ruleDefinition(id))
    throw new UsageFailure(
      `${id} is about nothing that the blueprint '${blueprint.name}' can have.`,
      'avm rules --all lists the rules that concern this workspace.',
    );
}
