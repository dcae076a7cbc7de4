import type { ComponentDocs } from '../../kernel/docs.ts';
import { avmModuleInputs } from './inputs.ts';
import operations from './readme.md.hbs';

export const avmModuleDocs: ComponentDocs = {
  operations,
  facts: ({ one, key, symbol }) => {
    const { module, version } = avmModuleInputs.of(one);
    return { module, version, settings: `${key}.params`, output: symbol('avmModuleName') };
  },
};
