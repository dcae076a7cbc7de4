import { namingRule, type NamingRule } from '../../../avm-catalog/azure/naming.ts';
import { armTypeOf } from '../../../avm-catalog/azure/module-types.ts';
import { groupIdsOf } from '../../../avm-catalog/azure/private-dns.ts';
import type { ModuleInterface, ParameterNode } from '../../../avm-catalog/modules/interface.ts';
import { latestVersion, loadIndex, loadInterface } from '../../../avm-catalog/modules/load.ts';
import { pins } from '../../../avm-catalog/modules/pins.ts';
import { ownValue } from '../../../src/bicep/own.ts';
import { nearest } from '../../../src/findings/nearest.ts';

/** What a component can be made of, as the interface of its module says. */
export interface ModuleFacts {
  /** Below avm/res. */
  readonly module: string;
  readonly version: string;
  /** ARM type of its resource. */
  readonly type: string;
  /** Limits of the type's names, where the catalog has them. */
  readonly naming: NamingRule | undefined;
  readonly nameLength: { readonly min: number; readonly max: number };
  readonly takesTags: boolean;
  /** Public network access can be disabled. */
  readonly closes: boolean;
  /** Private link groups that its private endpoints can have; empty where it takes none. */
  readonly groups: readonly string[];
  readonly hasEndpoints: boolean;
  readonly diagnostics: 'logs-and-metrics' | 'logs' | 'metrics' | undefined;
  /** Required texts, which become inputs. */
  readonly texts: readonly string[];
  /** Required parameters that a person gives, each with its type. */
  readonly left: readonly { readonly name: string; readonly type: string }[];
}

const below = 'avm/res/';

/** Facts of a module that a component can be scaffolded of, or what is wrong with it. */
export function factsOf(module: string): ModuleFacts | { readonly wrong: string } {
  const found = interfaceOf(module);
  if ('wrong' in found) return found;
  const { parameters, scope } = found;
  if (scope !== undefined)
    return {
      wrong: `${module} is deployed to a ${scope}, and components to a resource group: write this one by hand.`,
    };
  const name = ownValue(parameters, 'name');
  if (!name) return { wrong: `${module} takes no name: write this component by hand.` };
  const type = typeOf(found);
  if (type === undefined)
    return {
      wrong: `The catalog does not know which resource ${module} deploys: see avm-catalog/azure/module-types.ts.`,
    };
  const hasEndpoints = Object.hasOwn(parameters, 'privateEndpoints');
  return {
    module,
    version: found.version,
    type,
    naming: namingRule(type),
    nameLength: { min: name.minLength ?? 1, max: name.maxLength ?? 60 },
    takesTags: Object.hasOwn(parameters, 'tags'),
    closes: ownValue(parameters, 'publicNetworkAccess')?.allowedValues?.includes('Disabled') ?? false,
    groups: hasEndpoints ? groupIdsOf(type) : [],
    hasEndpoints,
    diagnostics: diagnosticsOf(ownValue(parameters, 'diagnosticSettings')),
    ...required(parameters),
  };
}

function interfaceOf(module: string): ModuleInterface | { readonly wrong: string } {
  if (!/^[^/]+\/[^/]+$/.test(module))
    return { wrong: 'Give the path below avm/res of a module that no other one is part of, such as key-vault/vault.' };
  const version = ownValue(pins, module) ?? latestVersion(`${below}${module}`);
  const loaded = version === undefined ? undefined : loadInterface(`${below}${module}`, version);
  if (loaded && 'interface' in loaded) return loaded.interface;
  const near = nearest(`${below}${module}`, Object.keys(loadIndex()));
  const meant = near === undefined ? '' : ` Did you mean ${near.replace(below, '')}?`;
  return { wrong: `The catalog has no module ${below}${module}.${meant} avm catalog list prints all.` };
}

/** The tags of a module say of which resource they are; else the module is named after it. */
function typeOf({ module, parameters }: ModuleInterface): string | undefined {
  return ownValue(parameters, 'tags')?.resourceDerived?.replace(/@.*$/, '') ?? armTypeOf(module);
}

function diagnosticsOf(parameter: ParameterNode | undefined): ModuleFacts['diagnostics'] {
  if (!parameter) return undefined;
  const kind = parameter.items?.ref ?? '';
  if (kind.includes('LogsOnly')) return 'logs';
  return kind.includes('MetricsOnly') ? 'metrics' : 'logs-and-metrics';
}

/** The composer gives these. */
const given = new Set(['name', 'location', 'tags', 'lock', 'enableTelemetry']);

function required(parameters: ModuleInterface['parameters']): Pick<ModuleFacts, 'texts' | 'left'> {
  const needed = Object.entries(parameters).filter(
    ([name, { nullable, hasDefault }]) => !nullable && !hasDefault && !given.has(name),
  );
  const isText = ({ type, allowedValues, secure }: ParameterNode): boolean =>
    type === 'string' && !allowedValues && !secure;
  return {
    texts: needed.flatMap(([name, parameter]) => (isText(parameter) ? [name] : [])),
    left: needed.flatMap(([name, parameter]) => (isText(parameter) ? [] : [{ name, type: typeText(parameter) }])),
  };
}

function typeText({ type, ref, allowedValues, secure }: ParameterNode): string {
  const values = allowedValues ? `: ${allowedValues.map((one) => JSON.stringify(one)).join(' or ')}` : '';
  return `${secure ? 'secure ' : ''}${ref ?? type ?? 'any'}${values}`;
}
