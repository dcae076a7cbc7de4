import { ownValue } from '../../src/bicep/own.ts';
import type { Value } from '../../src/bicep/value.ts';

/** Parameters of modules that turn keys and local users off. */
export const keyless: Readonly<Record<string, Value>> = {
  allowSharedKeyAccess: false,
  disableAccessKeyAuthentication: true,
  disableLocalAuth: true,
  disableLocalAuthentication: true,
};

/** What the interview proposes for a switch: the value without keys, passwords, and local users. */
export const isKeyless = (name: string): boolean =>
  name === 'azureADOnlyAuthentication' || ownValue(keyless, name) === true;

/**
 * What a type needs in addition, in an object of a person too. A Redis cache without keys has clients only if it accepts
 * tokens of Microsoft Entra ID. Source: azure-docs cache-azure-active-directory-for-authentication.md, and the template
 * of dotnet/aspire (AzureRedisExtensions), which sets both.
 */
const tokens: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, Value>>>>>> = {
  'Microsoft.Cache/redis': { redisConfiguration: { 'aad-enabled': 'true' } },
};

export const tokensOf = (type: string): Readonly<Record<string, Readonly<Record<string, Value>>>> =>
  ownValue(tokens, type) ?? {};
