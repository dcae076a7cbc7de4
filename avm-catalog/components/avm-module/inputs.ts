import type { Data } from '../../kernel/component.ts';
import { inputsToken } from '../../kernel/inputs.ts';

export interface AvmModuleInputs {
  readonly enabled: boolean;
  /** `avm/res/cache/redis`. */
  readonly module: string;
  readonly version: string;
  /** Group IDs of its private endpoints; by default those of its type. */
  readonly privateEndpoints: readonly string[] | 'auto';
  /** Names of the components that it uses with its own identity. */
  readonly uses: readonly string[];
  /** Parameters by name, in addition to those that the tool sets. */
  readonly params: Readonly<Record<string, Data>>;
}

export const avmModuleInputs = inputsToken<AvmModuleInputs>('avmModule');
