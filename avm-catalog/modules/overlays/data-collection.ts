import { anyObject, int, list, object, optional, string, type Overlay } from './types.ts';

const named = { name: string };
const counters = {
  ...named,
  streams: list(string),
  samplingFrequencyInSeconds: optional(int),
  counterSpecifiers: list(string),
};
const events = { ...named, streams: list(string), xPathQueries: list(string) };
const kql = { transformKql: optional(string) };

const windowsSources = object({
  performanceCounters: optional(list(object({ ...counters, ...kql }))),
  windowsEventLogs: optional(list(object({ ...events, ...kql }))),
  windowsFirewallLogs: optional(list(anyObject)),
  iisLogs: optional(list(anyObject)),
  logFiles: optional(list(anyObject)),
  extensions: optional(
    list(
      object({
        ...named,
        streams: optional(list(string)),
        extensionName: string,
        extensionSettings: optional({}),
        inputDataSources: optional(list(string)),
      }),
    ),
  ),
  dataImports: optional(anyObject),
  prometheusForwarder: optional(list(anyObject)),
  platformTelemetry: optional(list(anyObject)),
  syslog: optional(list(anyObject)),
});

const destinations = object({
  logAnalytics: optional(list(object({ ...named, workspaceResourceId: string }))),
  azureMonitorMetrics: optional(object(named)),
  azureDataExplorer: optional(list(anyObject)),
  eventHubs: optional(list(anyObject)),
  eventHubsDirect: optional(list(anyObject)),
  microsoftFabric: optional(list(anyObject)),
  monitoringAccounts: optional(list(anyObject)),
  storageAccounts: optional(list(anyObject)),
  storageBlobsDirect: optional(list(anyObject)),
  storageTablesDirect: optional(list(anyObject)),
});

const dataFlows = list(
  object({
    streams: list(string),
    destinations: list(string),
    transformKql: optional(string),
    outputStream: optional(string),
    builtInTransform: optional(string),
    captureOverflow: optional({ type: 'bool' }),
  }),
);

export const dataCollectionRule: Overlay = {
  'types.windowsDcrPropertiesType.dataSources': windowsSources,
  'types.windowsDcrPropertiesType.destinations': destinations,
  'types.windowsDcrPropertiesType.dataFlows': dataFlows,
};
