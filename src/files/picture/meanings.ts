import type { Flow } from '../../../avm-catalog/kernel/drawing.ts';

/** What a diagram and the plan call the kinds of lines. */
export const meanings: Readonly<Record<Flow, string>> = {
  access: 'Administration',
  traffic: 'Traffic',
  data: 'Data and keys',
  monitoring: 'Monitoring',
  control: 'Configuration',
};
