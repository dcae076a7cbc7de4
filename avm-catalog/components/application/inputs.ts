import { inputsToken } from '../../kernel/inputs.ts';

interface ApplicationInputs {
  readonly enabled: boolean;
  /** False until the VM can read the package. */
  readonly install: boolean;
  /** Source of the package: `container/path` in the workload's storage account, or an HTTPS URL. */
  readonly packageUri: string;
  readonly installCommand: string;
}

export const applicationInputs = inputsToken<ApplicationInputs>('application');
