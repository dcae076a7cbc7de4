interface LinterRule {
  readonly code: string;
  readonly level: 'error' | 'off';
  /** Reason for turning it off. */
  readonly why: string;
}

/** The core rules of Bicep 0.49.2, all of them: read from its Bicep.Core assembly. */
const codes = [
  'adminusername-should-not-be-literal',
  'artifacts-parameters',
  'decompiler-cleanup',
  'explicit-values-for-loc-params',
  'max-asserts',
  'max-outputs',
  'max-params',
  'max-resources',
  'max-variables',
  'nested-deployment-template-scoping',
  'no-conflicting-metadata',
  'no-deployments-resources',
  'no-explicit-any',
  'no-hardcoded-env-urls',
  'no-hardcoded-location',
  'no-hardcoded-outputs',
  'no-loc-expr-outside-params',
  'no-module-name',
  'no-unnecessary-dependson',
  'no-unused-existing-resources',
  'no-unused-imports',
  'no-unused-params',
  'no-unused-types',
  'no-unused-vars',
  'outputs-should-not-contain-secrets',
  'prefer-interpolation',
  'prefer-unquoted-property-names',
  'protect-commandtoexecute-secrets',
  'secure-parameter-default',
  'secure-params-in-nested-deploy',
  'secure-params-in-parameters-file',
  'secure-secrets-in-params',
  'simplify-interpolation',
  'simplify-json-null',
  'stacks-extensibility-compat',
  'use-description-outputs',
  'use-description-params',
  'use-description-type-properties',
  'use-description-types',
  'use-description-vars',
  'use-parent-property',
  'use-recent-api-versions',
  'use-recent-az-powershell-version',
  'use-recent-module-versions',
  'use-recognized-resource-type',
  'use-resource-id-functions',
  'use-resource-symbol-reference',
  'use-safe-access',
  'use-secure-value-for-secure-inputs',
  'use-stable-resource-identifiers',
  'use-stable-vm-image',
  'use-user-defined-types',
  'what-if-short-circuiting',
] as const;

/** Rules that depend on the date or the network: only the files and the compiler decide whether a workspace builds. */
const off: Partial<Record<(typeof codes)[number], string>> = {
  'use-recent-api-versions':
    'Depends on the date, so an unchanged workspace would stop building. create-avm tests the age of its API versions at each release.',
  'use-recent-module-versions':
    'Requests the newest versions from the internet, so a build would depend on the date and the network. Each module is pinned to one version.',
};

/** Each at the strictest level that is deterministic, sorted. */
export const linterRules: readonly LinterRule[] = codes.map((code) => ({
  code,
  level: off[code] === undefined ? 'error' : 'off',
  why: off[code] ?? '',
}));
