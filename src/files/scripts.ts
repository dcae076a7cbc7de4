import harden from '../../templates/scripts/harden.ps1.hbs';
import type { Plan } from '../plan/plan.ts';
import type { Spec } from '../spec/spec.ts';
import type { GeneratedFile } from './file-set.ts';
import { renderFile } from './render.ts';

/** The scripts that the machine runs. */
export function scripts(_plan: Plan, spec: Spec): readonly GeneratedFile[] {
  if (!spec.views.some((view) => view.inputs.hardening.script)) return [];
  const ids = spec.settings.on('SEC-007') ? ['SEC-007'] : ['FR-002'];
  return [
    renderFile(
      'scripts/harden.ps1',
      harden,
      { ids: ids.join(', ') },
      { ids, component: 'hardening', answers: ['spec.hardening.script'] },
    ),
  ];
}
