/** Parameters of rules that components read, and the questions. */
export interface RetentionParameters {
  readonly days: number;
}

/** Whether every virtual network needs flow logs, and for how many days they are kept. */
export interface FlowLogParameters {
  readonly mode: 'optional' | 'required';
  readonly days: number;
}

/** Which requests to storage are logged: all, those that change something, or none. */
export type StorageLogs = 'all' | 'changes' | 'none';
export const storageLogs = ['none', 'changes', 'all'] as const satisfies readonly StorageLogs[];
export interface DiagnosticsParameters {
  readonly storageLogs: StorageLogs;
}

export interface HardeningParameters {
  readonly methods: readonly ('guestConfiguration' | 'script')[];
}

export interface CustomerManagedKeyParameters {
  readonly mode: 'off' | 'optional' | 'required';
}

export interface JustInTimeParameters {
  readonly maxHours: number;
}

export interface MandatoryTagsParameters {
  readonly names: readonly string[];
}

export interface RegionsParameters {
  readonly regions: readonly string[];
}

export interface AddressRangesParameters {
  /** Public ranges that the organization owns. */
  readonly publicRanges: readonly string[];
}

export interface SizesParameters {
  readonly sizes: readonly string[];
}

/** Names of the environments that a rule is for; those of others are not looked at. */
export interface EnvironmentsParameters {
  readonly environments: readonly string[];
}
