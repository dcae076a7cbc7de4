import { inputsToken } from '../../kernel/inputs.ts';

interface MaintenanceInputs {
  readonly enabled: boolean;
  /** Start of the first window, `YYYY-MM-DD HH:MM`; always a setting, never today's date. */
  readonly start: string;
  /** HH:MM, 01:30 to 03:55. */
  readonly duration: string;
  readonly timeZone: string;
  /** `Day`, `3Days`, `Week Sunday`, `1Month Second Tuesday`… */
  readonly recurEvery: string;
}

export const maintenanceInputs = inputsToken<MaintenanceInputs>('maintenance');
