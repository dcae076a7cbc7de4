import type { Reason } from '../../bicep/value.ts';
import type { Workspace } from '../readme/sides.ts';
import { commas } from '../../text/commas.ts';

/** Each waiver, as documents tell of it; run out or not, which they cannot know. */
export function waiverRows(workspace: Workspace) {
  const { spec, sides } = workspace;
  return spec.waivers.map(({ id, rule, environments, resources, reason, approvedBy, until }) => ({
    id,
    rule,
    title: spec.rules.find(({ definition }) => definition.id === rule)?.definition.title ?? '',
    where: workspace.where(sides.filter((side) => environments.includes(side.environment))),
    resources: resources.includes('*') ? [] : commas(resources),
    why: reason,
    approvedBy,
    until,
    reason: { ...workspace.reason([rule]), answers: [`constitution.waivers.${id}`] } satisfies Reason,
  }));
}

export type WaiverRow = ReturnType<typeof waiverRows>[number];
