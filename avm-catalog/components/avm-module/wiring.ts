import type { ObjectValue } from '../../../src/bicep/value.ts';
import type { Composer } from '../../kernel/component.ts';
import { diagnostics, keyless, privateEndpoint } from '../../kernel/patterns.ts';
import type { ModuleInterface } from '../../modules/interface.ts';
import { parameterOf } from '../../modules/resolve.ts';
import { endpointsOf } from './endpoints.ts';
import { withNestedDiagnostics } from './nested.ts';
import { isNameChosen } from './name.ts';
import { withSettings } from './settings.ts';
import { boundIdentity, settingsForUses, usedBy, withMore } from './uses.ts';
import { avmModuleInputs, type AvmModuleInputs } from './inputs.ts';

/** Defaults for parameters that the user doesn't set: a name, private access, no local authentication, and logs. */
export function wired(c: Composer, is: AvmModuleInputs, iface: ModuleInterface, own: ObjectValue): ObjectValue {
  const takes = (name: string): boolean => Object.hasOwn(iface.parameters, name) && !Object.hasOwn(own, name);
  const services = takes('privateEndpoints') ? endpointsOf(is) : [];
  const isPrivate =
    services.length > 0 && takes('publicNetworkAccess') && allows(iface, 'publicNetworkAccess', 'Disabled');
  const users = c.users();
  const logs = diagnostics(c);
  return {
    ...(takes('name') && !isNameChosen(iface) ? { name: c.reference('avmModule') } : {}),
    ...(logs === undefined ? own : withNestedDiagnostics(own, iface, logs)),
    ...Object.fromEntries(
      keyless.filter((name) => takes(name) && parameterOf(iface, name).type === 'bool').map((name) => [name, true]),
    ),
    ...(isPrivate ? { publicNetworkAccess: 'Disabled' } : {}),
    ...(services.length === 0
      ? {}
      : {
          privateEndpoints: services.map((service) =>
            privateEndpoint(c, { target: 'avmModule', service, several: services.length > 1 }),
          ),
        }),
    ...(usedBy(c).length > 0 ? { managedIdentities: boundIdentity(c, own['managedIdentities']) } : {}),
    ...(usedBy(c).length > 0 ? withSettings(own, settingsForUses(c), iface, c.views.map(avmModuleInputs.of)) : {}),
    ...(users && Object.hasOwn(iface.parameters, 'roleAssignments')
      ? { roleAssignments: withMore(own['roleAssignments'], users) }
      : {}),
    ...(takes('diagnosticSettings') ? { diagnosticSettings: logs } : {}),
  };
}

function allows(iface: ModuleInterface, name: string, value: string): boolean {
  const node = parameterOf(iface, name);
  return node.allowedValues === undefined ? node.type === 'string' : node.allowedValues.includes(value);
}
