import { ownValue } from '../../../src/bicep/own.ts';
import { bare, call, isObject, operator, type ObjectValue } from '../../../src/bicep/value.ts';
import { keyless, tokensOf } from '../../azure/keyless.ts';
import { armTypeOf } from '../../azure/module-types.ts';
import type { Composer } from '../../kernel/component.ts';
import { diagnostics, privateEndpoint } from '../../kernel/patterns.ts';
import type { ModuleInterface } from '../../modules/interface.ts';
import { parameterOf } from '../../modules/resolve.ts';
import { accessOf } from './access.ts';
import { endpointsOf } from './endpoints.ts';
import { withNestedDiagnostics } from './nested.ts';
import { isNameChosen } from './name.ts';
import { withSettings } from './settings.ts';
import { boundIdentity, settingsForUses, usedBy, withMore } from './uses.ts';
import { avmModuleInputs, type AvmModuleInputs } from './inputs.ts';

/** Defaults for parameters that the user doesn't set: a name, private access, no local authentication, and logs. */
export function wired(c: Composer, is: AvmModuleInputs, iface: ModuleInterface, own: ObjectValue): ObjectValue {
  const services = takes(iface, own, 'privateEndpoints') ? endpointsOf(is) : [];
  const isPrivate =
    services.length > 0 && takes(iface, own, 'publicNetworkAccess') && allows(iface, 'publicNetworkAccess', 'Disabled');
  const users = c.users();
  const granted = accessOf(is.module)?.policies?.parameter ?? 'roleAssignments';
  const logs = diagnostics(c);
  return {
    ...(takes(iface, own, 'name') && !isNameChosen(iface) ? { name: c.reference('avmModule') } : {}),
    ...(logs === undefined ? own : withNestedDiagnostics(own, iface, logs)),
    ...withoutKeys(is, iface, own),
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
    ...(users && Object.hasOwn(iface.parameters, granted)
      ? { [granted]: withMore(ownValue(own, granted), users) }
      : {}),
    ...(takes(iface, own, 'diagnosticSettings') ? { diagnosticSettings: logs } : {}),
  };
}

/** The module has the parameter, and the user gives none. */
const takes = (iface: ModuleInterface, own: ObjectValue, name: string): boolean =>
  Object.hasOwn(iface.parameters, name) && !Object.hasOwn(own, name);

function allows(iface: ModuleInterface, name: string, value: string): boolean {
  const node = parameterOf(iface, name);
  return node.allowedValues === undefined ? node.type === 'string' : node.allowedValues.includes(value);
}

/** Keys are off; what clients need then is added to what a person gives for the same parameter. */
function withoutKeys({ module }: AvmModuleInputs, iface: ModuleInterface, own: ObjectValue): ObjectValue {
  const switches = Object.entries(keyless).filter(
    ([name]) => takes(iface, own, name) && parameterOf(iface, name).type === 'bool',
  );
  const tokens = Object.entries(tokensOf(armTypeOf(module) ?? '')).map(([name, value]) => {
    const given = bare(ownValue(own, name) ?? {});
    return [name, isObject(given) ? { ...value, ...given } : call('union', value, operator('??', given, {}))] as const;
  });
  return { ...Object.fromEntries(switches), ...Object.fromEntries(tokens) };
}
