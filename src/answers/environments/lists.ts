import type { Answers } from '../answers.ts';
import { isTree } from '../defaults.ts';

export interface Naming {
  /** Whose list it is: `RES-001`, `W-001`. */
  readonly id: string;
  readonly path: readonly string[];
  readonly names: readonly string[];
}

const sections = ['rules', 'own', 'waivers'] as const;

/** Lists of environments that name one: of rules, of custom rules, and of waivers. */
export function listsNaming({ constitution }: Answers, environment: string): readonly Naming[] {
  return sections.flatMap((section) =>
    Object.entries(constitution[section] ?? {}).flatMap(([id, one]): readonly Naming[] => {
      const names: unknown = isTree(one) ? one['environments'] : undefined;
      const isNamed = Array.isArray(names) && names.includes(environment);
      return isNamed ? [{ id, path: ['constitution', section, id, 'environments'], names: names.map(String) }] : [];
    }),
  );
}
