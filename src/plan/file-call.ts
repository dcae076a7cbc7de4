import type { FileSpec } from '../../avm-catalog/kernel/component.ts';
import type { BicepFile } from '../../avm-catalog/modules/bicep-file.ts';
import type { ModuleInterface } from '../../avm-catalog/modules/interface.ts';
import { bare, isExpression, type ObjectValue, type ReferenceExpression, type Value } from '../bicep/value.ts';
import { string, typeAt } from '../bicep/type.ts';
import { fullPath, type Draft } from './draft.ts';
import type { PlanFile } from './plan.ts';
import { withShared, type Shared } from './shared-parameters.ts';
import { checkParameters } from './interface-check.ts';

export type FileCall = Pick<PlanFile, 'kind' | 'file' | 'params' | 'answers' | 'exception'>;

/** A file as a module: what a person gives, and of what is offered and shared that which fits. */
export function fileCall(
  { params, offers, reason, answers }: FileSpec,
  file: BicepFile,
  shared: Shared,
  draft: Draft,
): FileCall {
  const wired = fitting(withShared(offers, '', file.interface, shared), file.interface, draft);
  return {
    kind: 'file',
    file,
    params: { ...wired, ...params },
    answers: fullPath(answers, draft.spec.version),
    exception: reason,
  };
}

/** The parameter of main.bicep that all else is deployed by, which is made last. */
const region = 'location';

/** Of what could be given, that for which there is a parameter of the name that takes such a value. */
function fitting(offers: ObjectValue, iface: ModuleInterface, draft: Draft): ObjectValue {
  const resolveType = ({ kind, name, path }: ReferenceExpression) =>
    kind === 'param' ? typeAt(name === region ? string : draft.parameters.get(name)?.type, path) : undefined;
  const takes = (name: string, value: Value): boolean =>
    Object.hasOwn(iface.parameters, name) &&
    checkParameters(iface, { [name]: meant(value, draft) }, { resolveType }).every(
      ({ code }) => code === 'missing-parameter',
    );
  return Object.fromEntries(
    Object.entries(offers).filter(([name, value]) => value !== undefined && takes(name, value)),
  );
}

/** What a variable stands for: its name says nothing of its type. */
function meant(value: Value, draft: Draft): Value {
  const inner = bare(value);
  const isVariable = isExpression(inner) && inner.$ === 'ref' && inner.kind === 'var' && inner.path.length === 0;
  return isVariable ? (draft.variables.get(inner.name)?.value ?? inner) : inner;
}
