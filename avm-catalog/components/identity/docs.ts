import type { ComponentDocs } from '../../kernel/docs.ts';
import { identityInputs } from './inputs.ts';
import operations from './readme.md.hbs';

export const identityDocs: ComponentDocs = {
  operations,
  facts: ({ one, symbol }) => ({ uses: identityInputs.of(one).uses, output: symbol('identityClientId') }),
};
