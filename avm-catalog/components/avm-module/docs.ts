import type { ComponentDocs } from '../../kernel/docs.ts';
import { avmModuleInputs } from './inputs.ts';
import operations from './readme.md.hbs';

export const avmModuleDocs: ComponentDocs = {
  operations,
  facts: ({ one, key, symbol }) => {
    const { module, version, params } = avmModuleInputs.of(one);
    const output = 'name' in params ? null : symbol('avmModuleName');
    return { module, version, settings: `${key}.params`, output };
  },
};
