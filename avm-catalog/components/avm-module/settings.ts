import { ownValue } from '../../../src/bicep/own.ts';
import { call, each, isArray, isObject, item, type ObjectValue, type Value } from '../../../src/bicep/value.ts';
import type { ModuleInterface, TypeNode, Types } from '../../modules/interface.ts';
import { resolve } from '../../modules/resolve.ts';
import type { Data } from '../../kernel/component.ts';
import type { AvmModuleInputs } from './inputs.ts';

/** App settings by name, as values of the template. */
export type Settings = Readonly<Record<string, Value>>;

/**
 * Tells an application which identity to use. DefaultAzureCredential of the Azure SDKs reads it:
 * https://learn.microsoft.com/dotnet/api/azure.identity.defaultazurecredentialoptions.managedidentityclientid
 */
export const clientIdSetting = 'AZURE_CLIENT_ID';

export const endpointSetting = (component: string): string =>
  `${component.replaceAll('-', '_').toUpperCase()}_ENDPOINT`;

/**
 * The parameters with these settings added, for a module with settings: app settings of web and function apps, or
 * environment variables of containers. A setting that the user sets under such a name takes precedence.
 */
export function withSettings(
  params: ObjectValue,
  settings: Settings,
  { types, parameters }: ModuleInterface,
  given: readonly AvmModuleInputs[],
): ObjectValue {
  const { configs, containers } = parameters;
  if (configs && hasAppSettings(types, configs)) return { configs: withAppSettings(params, settings) };
  if (containers && hasVariables(types, containers) && params['containers'] !== undefined)
    return {
      containers: withVariables(
        params['containers'],
        settings,
        given.map((one) => one.params['containers'] ?? []),
      ),
    };
  return {};
}

function hasAppSettings(types: Types, node: TypeNode): boolean {
  const { items } = resolve(types, node);
  return items !== undefined && Object.hasOwn(resolve(types, items).discriminator?.mapping ?? {}, 'appsettings');
}

/** Of containers that only the resource provider describes, those of container apps. */
function hasVariables(types: Types, node: TypeNode): boolean {
  const { items, resourceDerived = '' } = resolve(types, node);
  if (items) return Object.hasOwn(resolve(types, items).properties ?? {}, 'env');
  return /^Microsoft\.App\/containerApps@[\w-]+#.*\/containers$/.test(resourceDerived);
}

function withAppSettings({ configs = [], siteConfig = {} }: ObjectValue, settings: Settings): Value {
  const given = isObject(siteConfig) ? namesIn(siteConfig['appSettings']) : [];
  const own = without(settings, given);
  if (!isArray(configs)) return configs;
  if (!configs.some(isAppSettings)) return [...configs, { name: 'appsettings', properties: own }];
  return configs.map((one) => (isAppSettings(one) ? merged(one, own) : one));
}

function merged(config: ObjectValue, settings: Settings): Value {
  const { properties = {} } = config;
  if (!isObject(properties)) return config;
  return { ...config, properties: { ...without(settings, Object.keys(properties)), ...properties } };
}

const isAppSettings = (config: Value): config is ObjectValue => isObject(config) && config['name'] === 'appsettings';

/** Containers that differ by environment are a parameter; each gets the settings that none of them names. */
function withVariables(containers: Value, settings: Settings, given: readonly Data[]): Value {
  if (isArray(containers)) return containers.map((one) => (isObject(one) ? withEnv(one, settings) : one));
  const lists = given
    .filter(isArray)
    .flat()
    .map((one) => ownValue(one, 'env') as Value | undefined);
  const own = variables(without(settings, lists.flatMap(namesIn)));
  const isKnown = lists.some((one) => one !== undefined);
  const env = isKnown ? call('concat', item('container', 'env'), own) : own;
  return each('container', containers, call('union', item('container'), { env }));
}

function withEnv(container: ObjectValue, settings: Settings): ObjectValue {
  const { env = [] } = container;
  return isArray(env) ? { ...container, env: [...env, ...variables(without(settings, namesIn(env)))] } : container;
}

const variables = (settings: Settings): readonly Value[] =>
  Object.entries(settings).map(([name, value]) => ({ name, value }));

/** Names in a list of names and values. */
function namesIn(list: Value | undefined): readonly string[] {
  if (!isArray(list)) return [];
  return list.flatMap((one) => {
    const name = isObject(one) ? one['name'] : undefined;
    return typeof name === 'string' ? [name] : [];
  });
}

/** App Service ignores case in names. */
function without(settings: Settings, names: readonly string[]): Settings {
  const given = new Set(names.map((one) => one.toLowerCase()));
  return Object.fromEntries(Object.entries(settings).filter(([name]) => !given.has(name.toLowerCase())));
}
