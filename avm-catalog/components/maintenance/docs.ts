import operations from './readme.md.hbs';
import type { ComponentDocs } from '../../kernel/docs.ts';
import { windowInWords } from './window.ts';
import { maintenanceInputs } from './inputs.ts';

export const maintenanceDocs: ComponentDocs = {
  operations,
  facts: ({ sides, one }) => ({
    window: windowInWords(maintenanceInputs.of(one)),
    first: maintenanceInputs.of(one).start.slice(0, 10),
    differs: new Set(sides.map((side) => JSON.stringify(maintenanceInputs.of(side)))).size > 1,
  }),
};
