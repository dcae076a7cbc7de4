/** Registries that the compiler trusts by default; `*.` matches any prefix. */
const builtIn = ['*.azurecr.io', '*.azurecr.cn', '*.azurecr.us', 'mcr.microsoft.com', 'mcr.azure.cn', 'ghcr.io'];

/** What BICEP_TRUSTED_REGISTRIES names. */
export function trustedNames(env: NodeJS.ProcessEnv): string[] {
  const names = (env['BICEP_TRUSTED_REGISTRIES'] ?? '').split(/[,;]/);
  return names.map((name) => name.trim()).filter(Boolean);
}

/** How BICEP_TRUSTED_REGISTRIES has to name a registry: without its port. */
export function trustName(host: string): string {
  return host.replace(/:\d+$/, '').toLowerCase();
}

/** True where the compiler takes modules from the registry; it refuses even cached ones of others. */
export function isTrusted(host: string, env: NodeJS.ProcessEnv): boolean {
  const name = trustName(host);
  return [...builtIn, ...trustedNames(env)].some((known) => matches(known.toLowerCase(), name));
}

function matches(known: string, name: string): boolean {
  return known.startsWith('*.') ? name.endsWith(known.slice(1)) : name === known;
}
