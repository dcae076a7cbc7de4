import type * as zod from 'zod';
import type { Data } from './component.ts';
import type { Zod } from './context.ts';
import type { InputsToken } from './inputs.ts';

/** Inputs of a module component: parameters by name, as the user sets them. */
interface Given {
  readonly enabled: boolean;
  readonly params: Readonly<Record<string, Data>>;
}
export type GivenInputs = InputsToken<Given>;

/** Values are judged by the interface of the module, once that is known. */
export function paramsSchema(z: Zod): zod.ZodType {
  return z.record(z.string().regex(/^[A-Za-z]\w{0,79}$/, 'must be the name of a parameter'), z.unknown());
}
