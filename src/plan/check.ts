import { typeAt } from '../bicep/type.ts';
import type { ReferenceExpression } from '../bicep/value.ts';
import type { Finding } from '../findings/finding.ts';
import type { Catalog } from './draft.ts';
import { checkParameters } from './interface-check.ts';
import type { Plan, PlanModule } from './plan.ts';

/** What is wrong with a plan: what it gives to modules that their interfaces do not take. */
export function checkPlan(plan: Plan, catalog: Catalog): readonly Finding[] {
  const modules = plan.resources.filter((one) => one.kind === 'module');
  return modules.flatMap((one) => interfaceFindings(plan, one, catalog));
}

function interfaceFindings(plan: Plan, one: PlanModule, catalog: Catalog): readonly Finding[] {
  const iface = catalog.interface(one.module, one.version);
  const problems = checkParameters(iface, one.params, { resolveType: (reference) => typeOf(plan, reference) });
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
