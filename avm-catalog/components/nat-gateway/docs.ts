import operations from './readme.md.hbs';
import type { ComponentDocs } from '../../kernel/docs.ts';

export const natGatewayDocs: ComponentDocs = {
  operations,
  phrases: (workspace) =>
    workspace.has('nat-gateway') ? { unmeasured: { order: 30, words: 'the NAT gateway', singular: true } } : {},
};
