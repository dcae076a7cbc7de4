import type { ComponentDocs } from '../../kernel/docs.ts';
import { subnetInputs } from './inputs.ts';
import operations from './readme.md.hbs';

export const subnetDocs: ComponentDocs = {
  operations,
  facts: ({ one, key }) => {
    const { purpose, delegation, routeTable, allow } = subnetInputs.of(one);
    return { purpose, delegation, routeTable, allow, settings: `${key}.range` };
  },
};
