/** A property that a module sets in another way than Azure defines it, whatever its parameters are. */
export interface ModuleFault {
  /** `avm/res/storage/storage-account`. */
  readonly module: string;
  /** Versions that have it. */
  readonly versions: readonly string[];
  /** Type of the resource that has it, which may be of a module that this one uses. */
  readonly type: string;
  /** `properties.criteria.allOf`; `[]` for any item of a list. */
  readonly path: string;
  /** Code of the compiler. */
  readonly code: string;
}

/** Found by compiling predicted resources; test/checks/types.slow.test.ts shows that each is still there. */
export const moduleFaults: readonly ModuleFault[] = [
  {
    module: 'avm/res/storage/storage-account',
    versions: ['0.33.0'],
    type: 'Microsoft.Storage/storageAccounts',
    path: 'properties.isNfsV3Enabled',
    code: 'BCP036',
  },
  {
    module: 'avm/res/insights/metric-alert',
    versions: ['0.4.1'],
    type: 'Microsoft.Insights/metricAlerts',
    path: 'properties.criteria.allof',
    code: 'BCP089',
  },
];
