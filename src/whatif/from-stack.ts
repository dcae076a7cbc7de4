import type { ResourceChange, WhatIf } from './model.ts';
import { typeFor } from './from-deployment.ts';
import { bodyOf, changeKind, diagnosticsOf, extensionOf, identityOf, leavesOf, shiftOf } from './normalize.ts';
import type { StackChange, StackResult } from './schema.ts';

/** From `az stack-whatif …`, or from the API below it. */
export function fromStack(result: StackResult): WhatIf {
  const { changes, diagnostics, provisioningState } = result;
  const scope = shiftOf(changes.deploymentScopeChange);
  return {
    form: 'stack',
    status: provisioningState ?? '',
    changes: (changes.resourceChanges ?? []).map(changeOf),
    diagnostics: diagnosticsOf(diagnostics),
    denySettings: leavesOf(changes.denySettingsChange?.delta),
    ...(scope && scope.before !== scope.after ? { deploymentScope: scope } : {}),
    stack: {
      id: result.deploymentStackResourceId ?? '',
      lastModified: result.deploymentStackLastModified ?? '',
    },
  };
}

function changeOf(one: StackChange): ResourceChange {
  const { before, after, delta } = one.resourceConfigurationChanges ?? {};
  const type = typeFor(one.id ?? '', one.type ?? after?.['type'] ?? before?.['type']);
  const managed = shiftOf(one.managementStatusChange);
  const denied = shiftOf(one.denyStatusChange);
  return {
    id: one.id || identityOf(type, one),
    type,
    kind: changeKind(one.changeType),
    said: one.changeType,
    certain: (one.changeCertainty ?? 'definite').toLowerCase() === 'definite',
    extension: extensionOf(one),
    unsupportedReason: one.unsupportedReason ?? '',
    ...bodyOf('before', before),
    ...bodyOf('after', after),
    properties: leavesOf(delta),
    ...(managed ? { managed } : {}),
    ...(denied ? { denied } : {}),
  };
}
