import { typeAt } from '../bicep/type.ts';
import type { ReferenceExpression } from '../bicep/value.ts';
import type { Answers } from '../answers/answers.ts';
import { valueAt } from '../answers/defaults.ts';
import type { Finding } from '../findings/finding.ts';
import type { Catalog } from './draft.ts';
import { checkParameters, type InterfaceProblem } from './interface-check.ts';
import type { Plan, PlanModule } from './plan.ts';

/** What is wrong with a plan: what it gives to modules that their interfaces do not take. */
export function checkPlan(
  plan: Plan,
  catalog: Catalog,
  answers: Pick<Answers, 'spec' | 'environments'>,
): readonly Finding[] {
  const modules = plan.resources.filter((one) => one.kind === 'module');
  return modules.flatMap((one) => interfaceFindings(plan, one, catalog, answers));
}

function interfaceFindings(
  plan: Plan,
  one: PlanModule,
  catalog: Catalog,
  answers: Pick<Answers, 'spec' | 'environments'>,
): readonly Finding[] {
  const iface = catalog.interface(one.module, one.version);
  const problems = checkParameters(iface, one.params, { resolveType: (reference) => typeOf(plan, reference) });
  if (one.answers !== undefined) return problems.map((problem) => answerFinding(problem, one, answers));
  return problems.map(({ code, path, args }) => ({
    code: 'interface',
    severity: 'error',
    where: { file: 'main.bicep', resource: one.symbol },
    ids: one.reason.ids,
    args: { module: `${one.module}:${one.version}`, parameter: path, problem: code, ...args },
  }));
}

function typeOf(plan: Plan, reference: ReferenceExpression) {
  if (reference.kind === 'param')
    return typeAt(plan.parameters.find((one) => one.name === reference.name)?.type, reference.path);
  return undefined;
}

/** What a person gave to a module of their choice: the finding is about the answer, where they gave one. */
function answerFinding(
  { code, path, args }: InterfaceProblem,
  one: PlanModule,
  answers: Pick<Answers, 'spec' | 'environments'>,
): Finding {
  const keys = path.replace(/\[(\d+)\]/g, '.$1').split('.');
  const below = `${one.answers}.${keys.join('.')}`;
  const places = [
    below,
    ...Object.keys(answers.environments).map((name) => below.replace(/^spec/, `environments.${name}`)),
  ];
  const given = places.find((place) => valueAt(answers, place.split('.')) !== undefined);
  const parent = `${one.answers}.${keys[0]}`;
  const isGiven = valueAt(answers, parent.split('.')) !== undefined;
  const answer = given ?? (isGiven ? parent : (one.answers ?? '').replace(/\.params$/, ''));
  return {
    code: 'module-parameter',
    severity: 'error',
    where: { file: 'avm.yaml', answer },
    ids: one.reason.ids,
    args: {
      module: `${one.module}:${one.version}`,
      parameter: path,
      problem: code,
      setting: below.replace(/^spec\./, ''),
      ...args,
    },
  };
}
