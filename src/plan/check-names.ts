import { nameProblem, problemUnder } from '../../avm-catalog/azure/name-problems.ts';
import { actionGroupShortName, namingRule, windowsComputerName } from '../../avm-catalog/azure/naming.ts';
import { region } from '../../avm-catalog/azure/regions.ts';
import { namePatternDefaults, type NamePatternParameters } from '../../avm-catalog/constitution/rules/name-pattern.ts';
import { makeFinding, type Finding, type Place } from '../findings/finding.ts';
import type { Spec } from '../resolve/spec.ts';
import { environmentCode } from '../../avm-catalog/constitution/rules/name-texts.ts';
import type { Plan, PlanName } from './plan.ts';

type Problem = NonNullable<ReturnType<typeof nameProblem>>;

interface Wrong {
  readonly name: string;
  readonly type: string;
  readonly environment: string;
  readonly problem: Problem;
}

/** Names that Azure would reject: one finding for those that are too long, and one for the others. */
export function checkNames({ names }: Plan, spec: Spec): readonly Finding[] {
  const wrong = names.flatMap((name) => wrongIn(name, spec));
  return [...tooLong(wrong, spec), ...invalid(wrong, spec)];
}

function wrongIn({ type, values, given = [] }: PlanName, spec: Spec): readonly Wrong[] {
  return Object.entries(values).flatMap(([environment, name]) => {
    if (!hasRegion(spec, environment) || given.includes(environment)) return [];
    const problem = problemOf(type, name);
    return problem ? [{ name, type, environment, problem }] : [];
  });
}

/** The type that limits the pattern the most. */
function tooLong(wrong: readonly Wrong[], spec: Spec): readonly Finding[] {
  const long = wrong.flatMap((one) => (one.problem.kind === 'too-long' ? [{ ...one, most: one.problem.max }] : []));
  const over = ({ name, most }: (typeof long)[number]): number => name.length - most;
  const [worst] = long.toSorted((a, b) => over(b) - over(a));
  if (!worst) return [];
  const { name, type, most } = worst;
  const args = { name, type, length: name.length, most, more: long.length - 1, ...codeFor(worst, over(worst), spec) };
  return [makeFinding('name-too-long', 'error', args, placeOf(worst, spec), ['NAM-001'])];
}

function invalid(wrong: readonly Wrong[], spec: Spec): readonly Finding[] {
  const [first, ...more] = wrong.filter(({ problem }) => problem.kind !== 'too-long');
  if (!first) return [];
  const { name, type, problem } = first;
  const args = { name, type, why: problem.kind, what: textOf(problem), more: more.length };
  return [makeFinding('name-invalid', 'error', args, placeOf(first, spec), ['NAM-001'])];
}

/** What of the name Azure rejects. */
function textOf(problem: Problem): string {
  if (problem.kind === 'characters') return problem.characters.join(' ');
  if (problem.kind === 'start' || problem.kind === 'end') return problem.character;
  return problem.kind === 'sequence' ? problem.text : '';
}

/** The pattern of the organization, if it has one for the name; otherwise the workload. */
function placeOf({ type, environment }: Wrong, { settings }: Spec): Place {
  const is = settings.parameters<NamePatternParameters>('NAM-001');
  const isGlobal = namingRule(type)?.scope === 'global' && is.globalPattern !== '';
  const key = type === windowsComputerName.type ? 'computerName' : isGlobal ? 'globalPattern' : 'pattern';
  const isOwn = is[key] !== namePatternDefaults[key];
  const answer = isOwn ? `constitution.rules.NAM-001.${key}` : 'workload.name';
  return { file: 'avm.yaml', answer, environment };
}

const shortCode = 4;

/** A code for the environment, if that is enough. */
function codeFor({ environment }: Wrong, over: number, { settings, views }: Spec): { readonly set?: string } {
  const is = settings.parameters<NamePatternParameters>('NAM-001');
  const code = environment.slice(0, shortCode);
  const isEnough = environment.length - shortCode >= over;
  const isFree = views.every((view) => environmentCode(view.environment, is) !== code);
  const isNamed = environmentCode(environment, is) === environment;
  return isEnough && isFree && isNamed ? { set: `NAM-001.environmentCodes.${environment}=${code}` } : {};
}

function problemOf(type: string, name: string): Problem | undefined {
  if (type === windowsComputerName.type) return problemUnder(windowsComputerName, name);
  if (type === actionGroupShortName.type) return problemUnder(actionGroupShortName, name);
  return nameProblem(type, name);
}

/** A name with the region in it is not known where the region is not. */
function hasRegion({ views }: Spec, environment: string): boolean {
  return views.some((view) => view.environment === environment && region(view.core.location.region) !== undefined);
}
