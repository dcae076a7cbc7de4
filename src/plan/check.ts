import type { ModuleInterface } from '../../avm-catalog/modules/interface.ts';
import { typeAt, type BicepType } from '../bicep/type.ts';
import type { ReferenceExpression } from '../bicep/value.ts';
import { writtenAt, type Placed } from '../answers/as-written.ts';
import { belowSpec } from '../answers/version.ts';
import type { Finding } from '../findings/finding.ts';
import type { Catalog } from './draft.ts';
import { checkParameters, type InterfaceProblem } from './interface-check.ts';
import { membersOf, type Plan, type PlanModule } from './plan.ts';

/** What is wrong with a plan: what it gives to modules that their interfaces do not take. */
export function checkPlan(plan: Plan, catalog: Catalog, answers: Placed): readonly Finding[] {
  const types = new Map(plan.parameters.map(({ name, type }) => [name, type]));
  return membersOf(plan.resources).flatMap((one) => {
    if (one.kind === 'file') return interfaceFindings(types, { ...one, iface: one.file.interface }, answers);
    if (one.kind !== 'module') return [];
    return interfaceFindings(types, { ...one, iface: catalog.interface(one.module, one.version) }, answers);
  });
}

/** Of parameters, by name. */
type Types = ReadonlyMap<string, BicepType>;

/** A call of a module with what the module takes. */
type Call = Pick<PlanModule, 'symbol' | 'reason' | 'params' | 'answers'> & { readonly iface: ModuleInterface };

/** A file of the workspace has no version. */
const called = ({ iface: { module, version } }: Call): string => (version === '' ? module : `${module}:${version}`);

function interfaceFindings(types: Types, one: Call, answers: Placed): readonly Finding[] {
  const problems = checkParameters(one.iface, one.params, { resolveType: (reference) => typeOf(types, reference) });
  if (one.answers !== undefined) return problems.map((problem) => answerFinding(problem, one, answers));
  return problems.map(({ code, path, args }) => ({
    code: 'interface',
    severity: 'error',
    where: { file: 'main.bicep', resource: one.symbol },
    ids: one.reason.ids,
    args: { module: called(one), parameter: path, problem: code, ...args },
  }));
}

function typeOf(types: Types, { kind, name, path }: ReferenceExpression) {
  return kind === 'param' ? typeAt(types.get(name), path) : undefined;
}

/** What a person gave to a module of their choice: the finding is about the answer, where they gave one. */
function answerFinding({ code, path, args }: InterfaceProblem, one: Call, answers: Placed): Finding {
  const keys = path.replace(/\[(\d+)\]/g, '.$1').split('.');
  const below = `${one.answers}.${keys.join('.')}`;
  const places = [
    below,
    ...Object.keys(answers.environments).map((name) => `environments.${name}.${belowSpec(below)}`),
  ];
  const given = places.find((place) => writtenAt(answers, place) !== undefined);
  const parent = `${one.answers}.${keys[0]}`;
  const isGiven = writtenAt(answers, parent) !== undefined;
  const answer = given ?? (isGiven ? parent : (one.answers ?? '').replace(/\.params$/, ''));
  return {
    code: 'module-parameter',
    severity: 'error',
    where: { file: 'avm.yaml', answer },
    ids: one.reason.ids,
    args: {
      module: called(one),
      parameter: path,
      problem: code,
      setting: belowSpec(below),
      ...args,
    },
  };
}
