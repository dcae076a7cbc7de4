import type { Data } from '../../kernel/component.ts';
import { inputsToken } from '../../kernel/inputs.ts';

export interface AvmModuleInputs {
  readonly enabled: boolean;
  /** `avm/res/cache/redis`. */
  readonly module: string;
  readonly version: string;
  /** Group IDs of its private endpoints; those that its type has unless given. */
  readonly privateEndpoints: readonly string[] | 'auto';
  /** Names of components that it uses, with its own identity. */
  readonly uses: readonly string[];
  /** What the module is given beyond what is wired, by the names of its parameters. */
  readonly params: Readonly<Record<string, Data>>;
}

export const avmModuleInputs = inputsToken<AvmModuleInputs>('avmModule');
