import type { ObjectValue } from '../../../src/bicep/value.ts';
import type { Composer } from '../../kernel/component.ts';
import { diagnostics, privateEndpoint } from '../../kernel/patterns.ts';
import type { ModuleInterface, TypeNode } from '../../modules/interface.ts';
import { resolve } from '../../modules/resolve.ts';
import { ownValue } from '../../../src/bicep/own.ts';
import { endpointsOf } from './endpoints.ts';
import { boundIdentity, usedBy } from './uses.ts';
import { resolved } from './references.ts';
import type { AvmModuleInputs } from './inputs.ts';

/** Switches of modules that turn keys and local users off. */
const keyless: readonly string[] = ['disableLocalAuth', 'disableLocalAuthentication'];

/** What a module is given where it takes it and a person says nothing of it: a name, privacy, no keys, logs. */
export function wired(c: Composer, is: AvmModuleInputs, iface: ModuleInterface, own: ObjectValue): ObjectValue {
  const takes = (name: string): boolean => Object.hasOwn(iface.parameters, name) && !Object.hasOwn(own, name);
  const services = takes('privateEndpoints') ? endpointsOf(is) : [];
  const isPrivate =
    services.length > 0 && takes('publicNetworkAccess') && allows(iface, 'publicNetworkAccess', 'Disabled');
  // Some children have one of a few names, which a person chooses.
  const isFree = nodeOf(iface, 'name').allowedValues === undefined;
  return {
    ...(takes('name') && isFree ? { name: c.reference('avmModule') } : {}),
    ...Object.fromEntries(
      Object.entries(own).map(([name, value]) => [name, resolved(c, value, name, nodeOf(iface, name).secure === true)]),
    ),
    ...Object.fromEntries(
      keyless.filter((name) => takes(name) && nodeOf(iface, name).type === 'bool').map((name) => [name, true]),
    ),
    ...(isPrivate ? { publicNetworkAccess: 'Disabled' } : {}),
    ...(services.length === 0
      ? {}
      : {
          privateEndpoints: services.map((service) =>
            privateEndpoint(c, { target: 'avmModule', service, several: services.length > 1 }),
          ),
        }),
    ...(takes('managedIdentities') && usedBy(c).length > 0 ? { managedIdentities: boundIdentity(c) } : {}),
    ...(takes('roleAssignments') && c.users().length > 0 ? { roleAssignments: c.users() } : {}),
    ...(takes('diagnosticSettings') ? { diagnosticSettings: diagnostics(c) } : {}),
  };
}

function allows(iface: ModuleInterface, name: string, value: string): boolean {
  const node = nodeOf(iface, name);
  return node.allowedValues === undefined ? node.type === 'string' : node.allowedValues.includes(value);
}

function nodeOf({ types, parameters }: ModuleInterface, name: string): TypeNode {
  return resolve(types, ownValue(parameters, name) ?? {});
}
