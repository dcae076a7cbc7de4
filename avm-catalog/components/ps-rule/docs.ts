import type { ComponentDocs, ExtraFile } from '../../kernel/docs.ts';
import { filesFor } from '../../kernel/own-files.ts';
import type { DocumentedWorkspace } from '../../kernel/workspace.ts';
import guide from './guide.md.hbs';
import { psRuleInputs, psRuleName } from './inputs.ts';
import options from './options.yaml.hbs';
import operations from './readme.md.hbs';
import rules from './rules.yaml.hbs';

const file = filesFor('tests', 'spec.psRule');

const files: readonly ExtraFile[] = [
  file('.ps-rule/README.md', guide, 'Which rules PSRule evaluates, which it can’t, and why.', { model: guideOf }),
  file('.ps-rule/Workspace.Rule.yaml', rules, 'Rules and waivers of this workspace for PSRule.', {
    model: (workspace) => workspace.translations(),
  }),
  file('ps-rule.yaml', options, 'Options of PSRule.', { model: optionsOf }),
];

export const psRuleDocs: ComponentDocs = {
  operations,
  facts: (_, workspace) => ({ baseline: psRuleInputs.of(workspace.default).baseline }),
  files,
};

function optionsOf(workspace: DocumentedWorkspace): object {
  const { requiredTags, allowedRegions } = workspace.translations();
  const configuration = {
    AZURE_BICEP_FILE_EXPANSION: false,
    // The compiled modules of a large workspace take longer than the default of 5 seconds; 120 is the maximum.
    AZURE_BICEP_FILE_EXPANSION_TIMEOUT: 120,
    AZURE_BICEP_PARAMS_FILE_EXPANSION: true,
    ...(allowedRegions.length > 0 ? { AZURE_RESOURCE_ALLOWED_LOCATIONS: allowedRegions } : {}),
    ...(requiredTags.length > 0 ? { AZURE_RESOURCE_REQUIRED_TAGS: requiredTags } : {}),
  };
  return {
    options: {
      baseline: { group: { workspace: psRuleInputs.of(workspace.default).baseline } },
      binding: { preferTargetInfo: true, targetType: ['resourceType', 'type'] },
      configuration,
      execution: { unprocessedObject: 'Ignore' },
      include: { module: ['PSRule.Rules.Azure'] },
      input: { pathIgnore: ['**', ...workspace.with(psRuleName).map(({ parametersFile }) => `!${parametersFile}`)] },
      output: { culture: ['en-US'] },
      requires: { PSRule: '>=2.9.0', 'PSRule.Rules.Azure': '>=1.34.0' },
      rule: { includeLocal: true },
    },
  };
}

function guideOf(workspace: DocumentedWorkspace): object {
  const { rows, suppressions, left, requiredTags, allowedRegions } = workspace.translations();
  return {
    rows,
    waivers: suppressions.length > 0,
    left: left.join(', '),
    baseline: psRuleInputs.of(workspace.default).baseline,
    configured: [
      ...(requiredTags.length > 0 ? ['Azure.Resource.RequiredTags'] : []),
      ...(allowedRegions.length > 0 ? ['Azure.Resource.AllowedRegions'] : []),
    ],
  };
}
