import operations from './readme.md.hbs';
import type { ComponentDocs } from '../../kernel/docs.ts';
import { hasMachines } from './problems.ts';

export const targetsDocs: ComponentDocs = {
  operations,
  facts: ({ sides }) => ({ hasVms: sides.some(hasMachines) }),
};
