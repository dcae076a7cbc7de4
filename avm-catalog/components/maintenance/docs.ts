import operations from './readme.md.hbs';
import type { ComponentDocs } from '../../kernel/docs.ts';
import { windowInWords } from './window.ts';

export const maintenanceDocs: ComponentDocs = {
  operations,
  facts: ({ sides, one }) => ({
    window: windowInWords(one.inputs.maintenance),
    first: one.inputs.maintenance.start.slice(0, 10),
    differs: new Set(sides.map((side) => JSON.stringify(side.inputs.maintenance))).size > 1,
  }),
};
