import { inputsToken } from '../../kernel/inputs.ts';

/** Minutes between two runs of traffic analytics. */
export const intervals = [10, 60] as const;

interface FlowLogsInputs {
  readonly enabled: boolean;
  /** Component that has the logs: a storage account by name, or an existing one; empty for that of the workload. */
  readonly storage: string;
  /** Days, 0 to 365; 0 keeps the logs. */
  readonly retentionDays: number;
  readonly interval: (typeof intervals)[number];
  readonly watcher: {
    /** Empty for the name that Azure gives, `NetworkWatcher_<region>`. */
    readonly name: string;
    readonly resourceGroup: string;
  };
}

export const flowLogsInputs = inputsToken<FlowLogsInputs>('flowLogs');
