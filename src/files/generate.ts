import type { Answers } from '../answers/answers.ts';
import { hasError, type Finding } from '../findings/finding.ts';
import { buildPlan } from '../plan/build.ts';
import { checkModules } from '../plan/check-modules.ts';
import { checkPlan } from '../plan/check.ts';
import { checkBlueprint } from '../plan/check-blueprint.ts';
import { checkSettings } from '../plan/check-settings.ts';
import { checkReasons } from '../plan/check-reasons.ts';
import type { Catalog } from '../plan/draft.ts';
import type { Plan } from '../plan/plan.ts';
import { checkSpec } from '../resolve/check.ts';
import { isAnythingOpen } from '../resolve/clarify/open.ts';
import { resolve } from '../resolve/resolve.ts';
import type { Spec } from '../resolve/spec.ts';
import type { FileSet } from './file-set.ts';
import { fileSet } from './files.ts';

export interface Generated {
  readonly spec: Spec;
  /** All findings of the interface depth; an error among them means that nothing may be written. */
  readonly findings: readonly Finding[];
  /** Absent where the answers cannot be planned. */
  readonly plan?: Plan;
  /** Absent where there is an error among the findings. */
  readonly files?: FileSet;
  /** `avm clarify` has questions; absent where there are no files. */
  readonly isOpen?: boolean;
}

/** Answers to file set: the whole way, and nothing but values. `answersText` is avm.yaml as it is to stand. */
export function generate(answers: Answers, answersText: string, catalog: Catalog): Generated {
  const spec = resolve(answers);
  const chosen = checkModules(spec, catalog);
  const wrong = [...checkSpec(spec, answers), ...chosen];
  if (hasError(chosen)) return { spec, findings: wrong };
  const planned = buildPlan(spec, catalog);
  if ('findings' in planned) return { spec, findings: [...wrong, ...planned.findings] };
  const settings = [...wrong, ...checkSettings(planned.plan, spec)];
  // What follows judges the template: while a setting is wrong it would only say so in other words.
  if (hasError(settings)) return { spec, findings: settings };
  const findings = [
    ...settings,
    ...checkPlan(planned.plan, catalog, answers),
    ...checkBlueprint(planned.plan, spec),
    ...checkReasons(planned.plan, spec),
  ];
  if (hasError(findings)) return { spec, findings, plan: planned.plan };
  const isOpen = isAnythingOpen({ spec, answers, findings });
  const files = fileSet(planned.plan, spec, answersText, { isOpen, findings });
  return { spec, findings, plan: planned.plan, files, isOpen };
}
