import { analysis } from './analysis.ts';
import { answers } from './answers.ts';
import { bicepFiles } from './bicep-files.ts';
import { checks } from './checks.ts';
import { deployment, types } from './deployment.ts';
import type { Templates } from './message.ts';
import { modules } from './modules.ts';
import { ownRules } from './own-rules.ts';
import { plan } from './plan.ts';
import { secrets } from './secrets.ts';
import { settings } from './settings.ts';
import { whatIf } from './what-if.ts';
import { workspace } from './workspace.ts';

/** The prose of every code. What a finding can be is derived from it: src/findings/finding.ts. */
export const messages = {
  ...answers,
  ...secrets,
  ...plan,
  ...settings,
  ...modules,
  ...bicepFiles,
  ...workspace,
  ...ownRules,
  ...checks,
  ...deployment,
  ...types,
  ...analysis,
  ...whatIf,
} satisfies Templates;
