import { components } from '../../avm-catalog/components/index.ts';
import type { Finding } from '../findings/finding.ts';
import { activeIds, isComponentOn, requirementIds } from './requirements.ts';
import type { Spec } from './spec.ts';

/** Requirements that are out of scope while a component that other ids ask for does just that. */
export function checkScope(spec: Spec): readonly Finding[] {
  return [...spec.requirements.values()]
    .filter((one) => one.outOfScope !== undefined)
    .flatMap(({ id }) => {
      const on = components.filter(
        ({ name, serves }) =>
          requirementIds(serves, spec).includes(id) &&
          activeIds(serves, spec).length > 0 &&
          spec.views.some((view) => isComponentOn(name, view, spec)),
      );
      if (on.length === 0) return [];
      const others = activeIds(
        on.flatMap((one) => one.serves),
        spec,
      );
      const changes = on.map(
        (one) => one.switchedBy?.[0] ?? (one.inputs ? `${one.inputs.token.key}.enabled` : one.name),
      );
      return [
        {
          code: 'scope-contradicted',
          severity: 'warning' as const,
          where: { file: 'avm.yaml', answer: `requirements.outOfScope.${id}` },
          ids: [id],
          args: { id, components: on.map((one) => one.title), others, changes },
        },
      ];
    });
}
