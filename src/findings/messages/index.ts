import { analysis } from './analysis.ts';
import { answers } from './answers.ts';
import { checks } from './checks.ts';
import type { Templates } from './message.ts';
import { modules } from './modules.ts';
import { ownRules } from './own-rules.ts';
import { plan } from './plan.ts';
import { secrets } from './secrets.ts';
import { settings } from './settings.ts';
import { workspace } from './workspace.ts';

/** The prose of every code. What a finding can be is derived from it: src/findings/finding.ts. */
export const messages = {
  ...answers,
  ...secrets,
  ...plan,
  ...settings,
  ...modules,
  ...workspace,
  ...ownRules,
  ...checks,
  ...analysis,
} satisfies Templates;
