import type { Composer } from '../../kernel/component.ts';

export function alertRules(c: Composer): void {
  const scope = c.id('virtualMachine');
  c.contribute('metricAlert', { key: 'machine-unavailable', scope });
  c.contribute('metricAlert', { key: 'processor-busy', scope });
  c.contribute('metricAlert', { key: 'memory-short', scope });
  c.contribute('eventAlert', { key: 'machine-stopped', scope }, { ids: ['OPS-010'] });
}
