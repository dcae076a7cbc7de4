import type { Answers } from '../answers/answers.ts';
import { hasError, makeFinding, type Finding } from '../findings/finding.ts';
import { buildPlan } from '../plan/build.ts';
import { checkFiles } from '../plan/check-files.ts';
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

/** Bicep files that a person is to write, and that are generated, or use what is generated. */
function checkBicepFiles({ resources }: Plan, files: FileSet): readonly Finding[] {
  const generated = new Set(files.map(({ path }) => path.toLowerCase()));
  return resources.flatMap((one) => {
    if (one.kind !== 'file') return [];
    const { path, sources } = one.file;
    const [other] = Object.keys(sources).filter((source) => generated.has(source.toLowerCase()));
    const where = { file: 'avm.yaml', answer: one.answers.replace(/\.\w+$/, '.file') };
    return other === undefined ? [] : [makeFinding('bicep-file-generated', 'error', { file: path, other }, where)];
  });
}

/**
 * Answers to file set: the whole way, and nothing but values. `answersText` is avm.yaml as it is to stand, `sharing` is
 * from how many on named components of a type share a declaration.
 */
export function generate(answers: Answers, answersText: string, catalog: Catalog, sharing?: number): Generated {
  const judged = judge(answers, catalog, sharing);
  const { spec, plan, findings } = judged;
  if (!plan || hasError(findings)) return judged;
  const isOpen = isAnythingOpen({ spec, answers, findings });
  const files = fileSet(plan, spec, answersText, { isOpen, findings });
  const taken = checkBicepFiles(plan, files);
  if (hasError(taken)) return { spec, findings: [...findings, ...taken], plan };
  return { spec, findings, plan, files, isOpen };
}

/** The findings of `generate`, without the work on files, which only can be in the way of a person's Bicep files. */
export function findingsOf(answers: Answers, catalog: Catalog): readonly Finding[] {
  const { plan, findings } = judge(answers, catalog);
  const hasFiles = plan?.resources.some(({ kind }) => kind === 'file') ?? false;
  return hasFiles ? generate(answers, '', catalog).findings : findings;
}

function judge(answers: Answers, catalog: Catalog, sharing?: number): Generated {
  const spec = resolve(answers);
  const chosen = checkModules(spec, catalog);
  const wrong = [...checkSpec(spec, answers), ...chosen];
  if (hasError(chosen)) return { spec, findings: wrong };
  const planned = buildPlan(spec, catalog, spec.components, sharing);
  if ('findings' in planned) return { spec, findings: [...wrong, ...planned.findings] };
  const settings = [...wrong, ...checkSettings(planned.plan, spec)];
  // What follows judges the template: while a setting is wrong it would only say so in other words.
  if (hasError(settings)) return { spec, findings: settings };
  const findings = [
    ...settings,
    ...checkPlan(planned.plan, catalog, answers),
    ...checkFiles(planned.plan, spec),
    ...checkBlueprint(planned.plan, spec),
    ...checkReasons(planned.plan, spec),
  ];
  return { spec, findings, plan: planned.plan };
}
