import type { Composer } from '../../kernel/component.ts';
import { asCondition, not } from '../../kernel/patterns.ts';
import { shutDownDaily } from './auto-shutdown.ts';

export function alertRules(c: Composer): void {
  const scope = c.id('virtualMachine');
  c.contribute('metricAlert', { key: 'machine-unavailable', scope });
  c.contribute('metricAlert', { key: 'processor-busy', scope });
  c.contribute('metricAlert', { key: 'memory-short', scope });
  const runs = not(shutDownDaily(c));
  if (runs !== false)
    c.contribute('eventAlert', { key: 'machine-stopped', scope }, { on: asCondition(runs), ids: ['OPS-010'] });
}
