/**
 * Hosts that differ by cloud, which the linter's rule no-hardcoded-env-urls refuses in a template: such an address is a
 * parameter. Source: https://learn.microsoft.com/azure/azure-resource-manager/bicep/linter-rule-no-hardcoded-environment-urls
 */
const hosts: readonly string[] = [
  'api.loganalytics.io',
  'asazure.windows.net',
  'azuredatalakeanalytics.net',
  'azuredatalakestore.net',
  'core.windows.net',
  'database.windows.net',
  'datalake.azure.net',
  'gallery.azure.com',
  'graph.windows.net',
  'login.microsoftonline.com',
  'management.azure.com',
  'trafficmanager.net',
  'vault.azure.net',
];

export function isEnvironmentUrl(value: unknown): boolean {
  return typeof value === 'string' && hosts.some((host) => value.toLowerCase().includes(host));
}
