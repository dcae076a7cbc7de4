import { inputsToken } from '../../kernel/inputs.ts';

export interface MonitoringAgentInputs {
  readonly enabled: boolean;
  /** Seconds between samples of performance counters, 10 to 1800. */
  readonly sampleSeconds: number;
  /** Events of the Security log to collect. */
  readonly securityEvents: 'all' | 'failures' | 'none';
}

export const monitoringAgentInputs = inputsToken<MonitoringAgentInputs>('monitoringAgent');
