import type { Data } from '../../kernel/component.ts';
import { inputsToken } from '../../kernel/inputs.ts';

export interface BicepFileInputs {
  readonly enabled: boolean;
  /** `modules/queries.bicep`, inside the workspace. */
  readonly file: string;
  /** Reason why its resources don't use AVM modules. */
  readonly reason: string;
  /** Outputs that the template also outputs. */
  readonly outputs: readonly string[];
  /** Parameters by name, in addition to those that the tool sets. */
  readonly params: Readonly<Record<string, Data>>;
}

export const bicepFileInputs = inputsToken<BicepFileInputs>('bicepFile');
