import { requirements } from '../../../avm-catalog/requirements.ts';
import type { Reason } from '../../bicep/value.ts';
import type { Workspace } from './sides.ts';

interface Line {
  readonly id: string;
  readonly statement: string;
  readonly level: string;
  readonly reason: Reason;
}

/** What the ids in comments and tables stand for: rules that are on, requirements that something is there for. */
export function idLines(workspace: Workspace): {
  readonly rules: readonly Line[];
  readonly requirements: readonly Line[];
} {
  const { spec, plan } = workspace;
  const used = new Set(['FR-001', 'FR-017', ...idsWithin(plan)]);
  return {
    rules: spec.rules
      .filter((rule) => rule.level !== 'off')
      .map(({ definition, level, parameters }) => ({
        id: definition.id,
        statement: definition.statement(parameters),
        level,
        reason: { ids: [definition.id], answers: [`constitution.rules.${definition.id}`] },
      })),
    requirements: Object.entries(requirements)
      .filter(([id]) => used.has(id))
      .map(([id, statement]) => ({ id, statement, level: '', reason: { ids: [id] } })),
  };
}

/** All ids of reasons in a plan, wherever they are. */
function idsWithin(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (key === 'ids' && isTexts(inner) ? inner : idsWithin(inner)));
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}
