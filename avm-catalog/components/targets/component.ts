import { component } from '../../kernel/component.ts';
import { definition } from './definition.ts';
import { targetsDocs } from './docs.ts';
import { targetProblems } from './problems.ts';
import { targetRows } from './rows.ts';

/** It has no resources: other components implement the targets, and it evaluates whether their settings can meet them. */
export const targets = component({
  name: 'targets',
  title: 'Targets',
  summary: 'Availability, recovery, and capacity that the workload needs',
  serves: ['machine-targets', 'recovery', 'storage-recovery', 'storage-targets'],
  inputs: definition,
  docs: targetsDocs,
  drawing: () => ({ nodes: [], edges: [] }),
  enabled: () => true,
  check: targetProblems,
  targetRows,
  compose: () => undefined,
});
