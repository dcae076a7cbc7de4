import { inputsToken } from '../../kernel/inputs.ts';

interface ApplicationInputs {
  readonly enabled: boolean;
  /** False for as long as the package can't be read yet. */
  readonly install: boolean;
  /** Where the package is fetched from: `container/path` in the workload's storage account, or an https address. */
  readonly packageUri: string;
  readonly installCommand: string;
}

export const applicationInputs = inputsToken<ApplicationInputs>('application');
