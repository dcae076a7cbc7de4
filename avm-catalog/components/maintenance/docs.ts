import operations from './readme.md.hbs';
import type { ComponentDocs } from '../../kernel/docs.ts';
import { grouped } from '../../kernel/documents.ts';
import type { Environment } from '../../kernel/workspace.ts';
import { windowInWords } from './window.ts';
import { maintenanceInputs } from './inputs.ts';

export const maintenanceDocs: ComponentDocs = {
  operations,
  facts: ({ sides }, workspace) => {
    const groups = grouped(sides, windowText).map(([window, own]) => ({ window, where: workspace.where(own) }));
    return { groups, only: groups.length === 1 ? groups[0] : undefined };
  },
};

function windowText(side: Environment): string {
  const is = maintenanceInputs.of(side);
  return `${windowInWords(is)}, starting ${is.start.slice(0, 10)}`;
}
