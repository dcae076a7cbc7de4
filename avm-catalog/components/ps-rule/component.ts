import { filesOnly } from '../../kernel/own-files.ts';
import { psRuleDocs } from './docs.ts';
import { psRuleInputs, psRuleName } from './inputs.ts';

/** It has files only: PSRule evaluates the parameter files with them. */
export const psRule = filesOnly({
  name: psRuleName,
  title: 'PSRule',
  summary: 'Rules and waivers of the workspace as files for PSRule',
  serves: ['tests'],
  inputs: {
    token: psRuleInputs,
    fixed: ['baseline'],
    schema: (z) =>
      z.strictObject({
        enabled: z.boolean().describe('Generate ps-rule.yaml and .ps-rule/'),
        baseline: z
          .string()
          .max(128)
          .regex(/^[A-Za-z][A-Za-z0-9]*([._][A-Za-z0-9]+)*$/, 'must be the name of a baseline, such as Azure.Default')
          .describe('Baseline of PSRule for Azure'),
      }),
    defaults: () => ({ enabled: true, baseline: 'Azure.Default' }),
    questions: [
      { path: 'enabled', ask: 'Generate rules for PSRule?', kind: 'confirm' },
      {
        path: 'baseline',
        ask: 'Baseline of PSRule for Azure',
        kind: 'text',
        when: ({ enabled }) => enabled === true,
      },
    ],
    switchOn: { enabled: true },
    // Source: Azure/PSRule.Rules.Azure, docs/en/baselines.
    examples: {
      baseline: ['Azure.Default', 'Azure.MCSB.v1', 'Azure.Pillar.Security', 'Azure.Pillar.Security.L1'],
    },
  },
  docs: psRuleDocs,
  enabled: (view) => psRuleInputs.of(view).enabled,
});
