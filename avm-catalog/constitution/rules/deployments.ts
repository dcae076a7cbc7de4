import { rule, type RuleDefinition } from '../rule.ts';

/** Rules about the preview of a deployment. They are off: without them, what they forbid is a warning of `avm whatif`. */
export const deployments: readonly RuleDefinition[] = [
  rule({
    id: 'OPS-031',
    category: 'process',
    title: 'Approval of deletions',
    level: 'off',
    statement: () =>
      'The workload SHOULD delete resources, or detach them from its stack, only after approval of the what-if result.',
    rationale: 'A deleted resource takes its data with it, and nobody updates a resource that no stack manages.',
    shapes: 'avm whatif reports each deletion, and allows it in a result whose digest is approved.',
    changes: ['delete', 'detach'],
  }),
  rule({
    id: 'OPS-032',
    category: 'process',
    title: 'Approval of replacements',
    level: 'off',
    statement: () => 'The workload SHOULD replace resources only after approval of the what-if result.',
    rationale: 'A replaced resource is unavailable until it is created again, and its data must be restored.',
    shapes: 'avm whatif reports each property that Azure refuses to change, and allows it in an approved result.',
    changes: ['replace'],
  }),
  rule({
    id: 'SEC-041',
    category: 'process',
    title: 'Approval of permissions',
    level: 'off',
    statement: () => 'The workload SHOULD change role assignments only after approval of the what-if result.',
    rationale: 'A role assignment gives access that no other setting of the workload shows.',
    shapes: 'avm whatif reports each role assignment that changes, and allows it in an approved result.',
    changes: ['role-assignment'],
  }),
];
