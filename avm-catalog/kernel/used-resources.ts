import { code, md } from '../../src/text/markdown.ts';
import { resourceIdPattern } from '../azure/resource-ids.ts';
import type { Prerequisite } from './docs.ts';
import section from './used-resources.md.hbs';
import type { DocumentedWorkspace, Environment, Fact } from './workspace.ts';

interface Used {
  readonly order: number;
  /** Heading in the README; named components have their own. */
  readonly title: string;
  readonly fact: Fact | null;
  /** IDs of the existing resources in an environment. */
  readonly idsOf: (side: Environment) => readonly string[];
}

/** Resources that settings name by ID, as a prerequisite: they must exist, and the workspace doesn’t manage them. */
export function usedResources(workspace: DocumentedWorkspace, used: Used): readonly Prerequisite[] {
  const { order, title, fact, idsOf } = used;
  const all = [...new Set(fact?.sides.flatMap(idsOf))];
  if (!fact || all.length === 0) return [];
  const ids = all.map((id) => ({ id, where: workspace.where(fact.sides.filter((side) => idsOf(side).includes(id))) }));
  const named = ids.map(({ id, where }) => md`${code(id)} (${where})`).reduce((text, one) => md`${text} and ${one}`);
  const what = ids.length === 1 ? md`The existing resource` : md`The existing resources`;
  return [
    {
      order,
      key: 'existing',
      fact,
      in: 'section',
      template: section,
      model: { title, ids },
      resources: (environment) => fact.sides.filter((side) => side.environment === environment).flatMap(idsOf),
      tasks: [],
      dependency: md`${what} ${named}, which this workspace doesn’t manage.`,
      integrations: {
        order,
        lines: ids.map(({ id, where }) => md`The existing resource ${code(id)} (${where}).`),
      },
    },
  ];
}

/** IDs of resources in what a person gave, at any depth. */
export function idsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return resourceIdPattern.test(value) ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(idsIn) : [];
}
