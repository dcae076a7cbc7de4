import harden from '../../templates/scripts/harden.ps1.hbs';
import install from '../../templates/scripts/install-application.ps1.hbs';
import type { View } from '../../avm-catalog/kernel/view.ts';
import type { Reason } from '../bicep/value.ts';
import type { Plan } from '../plan/plan.ts';
import { activeIds } from '../resolve/requirements.ts';
import type { Spec } from '../resolve/spec.ts';
import type { GeneratedFile } from './file-set.ts';
import { renderFile } from './render.ts';

/** A script that the VM runs, and what the README says of it. */
export interface Script {
  readonly path: string;
  readonly what: string;
  readonly reason: Reason;
}

interface ScriptDefinition extends Omit<Script, 'reason'> {
  readonly component: string;
  readonly template: typeof harden;
  /** Rule or requirement that it is there for. */
  readonly id: string;
  readonly answer: string;
  readonly runs: (view: View) => boolean;
}

const known: readonly ScriptDefinition[] = [
  {
    path: 'scripts/harden.ps1',
    what: 'Hardening script that the machine runs.',
    component: 'hardening',
    template: harden,
    id: 'SEC-007',
    answer: 'spec.hardening.script',
    runs: ({ inputs }) => inputs.hardening.script,
  },
  {
    path: 'scripts/install-application.ps1',
    what: 'Script that fetches and installs the application, run after hardening.',
    component: 'application',
    template: install,
    id: 'installation',
    answer: 'spec.application.enabled',
    runs: ({ inputs }) => inputs.application.enabled,
  },
];

/** The scripts of a workspace. */
export function scriptsOf(spec: Spec): readonly Script[] {
  return used(spec).map(({ path, what, component, id }) => ({
    path,
    what,
    reason: { ids: idsOf(id, spec), component },
  }));
}

/** The scripts that the machine runs. */
export function scripts(_plan: Plan, spec: Spec): readonly GeneratedFile[] {
  return used(spec).map(({ path, template, id, component, answer }) => {
    const ids = idsOf(id, spec);
    return renderFile(path, template, { ids: ids.join(', ') }, { ids, component, answers: [answer] });
  });
}

function used(spec: Spec): readonly ScriptDefinition[] {
  return known.filter((one) => spec.views.some((view) => one.runs(view)));
}

function idsOf(id: string, spec: Spec): readonly string[] {
  const ids = activeIds([id], spec);
  return ids.length > 0 ? ids : ['machine'];
}
