import { componentIn } from '../resolve/components.ts';
import type { Finding } from '../findings/finding.ts';
import { sharedPath } from '../answers/version.ts';
import { requirementIds } from '../resolve/requirements.ts';
import type { Spec } from '../resolve/spec.ts';
import type { Plan, PlanComponent } from './plan.ts';

/** Components that are there although every rule they serve is off, and every requirement out of scope. */
export function checkReasons(plan: Plan, spec: Spec): readonly Finding[] {
  const made = new Set(plan.resources.flatMap((one) => one.components));
  return plan.components
    .filter(({ name, ids }) => ids.length === 0 && (made.has(name) || isSwitched(name, spec)))
    .flatMap((one) =>
      one.environments.length === plan.environments.length
        ? [forNothing(one, spec)]
        : one.environments.map((environment) => forNothing(one, spec, environment)),
    );
}

/** A named component that makes nothing refers to what others made. */
function isSwitched(name: string, spec: Spec): boolean {
  return componentIn(name, spec)?.type === undefined && switchOf(name, spec) !== undefined;
}

/** The setting that turns a component off; one without it supports others. */
function switchOf(name: string, spec: Spec): string | undefined {
  const component = componentIn(name, spec);
  return component?.switchedBy?.[0] ?? (component?.inputs?.switchOn && `${component.inputs.token.key}.enabled`);
}

function forNothing({ name, title }: PlanComponent, spec: Spec, environment?: string): Finding {
  const serves = requirementIds(componentIn(name, spec)?.serves ?? [], spec);
  const change = switchOf(name, spec);
  const [id = ''] = serves;
  const reason = spec.requirements.has(id) ? `requirements.outOfScope.${id}` : `constitution.rules.${id}`;
  return {
    code: 'exists-for-nothing',
    severity: 'warning',
    where: {
      file: 'avm.yaml',
      answer: change === undefined ? reason : sharedPath(change, spec.version),
      ...(environment === undefined ? {} : { environment }),
    },
    ids: serves,
    args: { component: name, title, serves, ...(change === undefined ? {} : { change }) },
  };
}
