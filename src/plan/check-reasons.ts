import { componentNamed } from '../../avm-catalog/components/index.ts';
import type { Finding } from '../findings/finding.ts';
import type { Plan, PlanComponent } from './plan.ts';

/** Components that are there although every rule they serve is off, and every requirement out of scope. */
export function checkReasons(plan: Plan): readonly Finding[] {
  const made = new Set(plan.resources.map((one) => one.component));
  return plan.components
    .filter(({ name, ids }) => ids.length === 0 && (made.has(name) || switchOf(name) !== undefined))
    .flatMap((one) =>
      one.environments.length === plan.environments.length
        ? [forNothing(one)]
        : one.environments.map((environment) => forNothing(one, environment)),
    );
}

/** The answer that switches a component off; what has none is there for others, if it makes anything. */
function switchOf(name: string): string | undefined {
  const component = componentNamed(name);
  return component?.switchedBy?.[0] ?? (component?.inputs?.switchOn && `${component.inputs.key}.enabled`);
}

function forNothing({ name, title }: PlanComponent, environment?: string): Finding {
  const serves = [...(componentNamed(name)?.serves ?? [])].toSorted();
  const change = switchOf(name);
  const [id = ''] = serves;
  const reason = id.startsWith('FR-') ? `requirements.outOfScope.${id}` : `constitution.rules.${id}`;
  return {
    code: 'exists-for-nothing',
    severity: 'warning',
    where: {
      file: 'avm.yaml',
      answer: change === undefined ? reason : `spec.${change}`,
      ...(environment === undefined ? {} : { environment }),
    },
    ids: serves,
    args: { component: name, title, serves, ...(change === undefined ? {} : { change }) },
  };
}
