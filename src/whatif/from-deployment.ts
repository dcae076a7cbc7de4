import { typeOfId } from '../../avm-catalog/azure/resource-ids.ts';
import type { ResourceChange, WhatIf } from './model.ts';
import { bodyOf, changeKind, diagnosticsOf, extensionOf, identityOf, leavesOf } from './normalize.ts';
import type { DeploymentChange, DeploymentResult } from './schema.ts';

/** From `az deployment … what-if`, or from the API below it. */
export function fromDeployment({ status, changes, potentialChanges, diagnostics }: DeploymentResult): WhatIf {
  return {
    form: 'deployment',
    status: status ?? '',
    changes: [
      ...(changes ?? []).map((one) => changeOf(one, true)),
      ...(potentialChanges ?? []).map((one) => changeOf(one, false)),
    ],
    diagnostics: diagnosticsOf(diagnostics),
    denySettings: [],
  };
}

function changeOf(one: DeploymentChange, certain: boolean): ResourceChange {
  const { resourceId, changeType, before, after, delta, unsupportedReason } = one;
  const said = after?.['type'] ?? before?.['type'];
  const type = typeFor(resourceId ?? '', said);
  return {
    id: resourceId || identityOf(type, one),
    type,
    kind: changeKind(changeType),
    said: changeType,
    certain,
    extension: extensionOf(one),
    unsupportedReason: unsupportedReason ?? '',
    ...bodyOf('before', before),
    ...bodyOf('after', after),
    properties: leavesOf(delta),
  };
}

/** What Azure says, then what the ID shows. */
export function typeFor(id: string, said: unknown): string {
  if (typeof said === 'string' && said !== '') return said;
  if (/^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+\/?$/i.test(id)) return 'Microsoft.Resources/resourceGroups';
  return typeOfId(id) ?? '';
}
