import type { InputDefinition } from '../../kernel/component.ts';
import type { Zod } from '../../kernel/context.ts';
import type * as zod from 'zod';
import { groupIds } from '../../azure/private-dns.ts';
import { fullPath } from '../../modules/path.ts';
import { avmModuleInputs, type AvmModuleInputs } from './inputs.ts';

const modulePattern = /^(avm\/(res|ptn)\/)?[a-z0-9]+(-[a-z0-9]+)*(\/[a-z0-9]+(-[a-z0-9]+)*)+$/;

export const avmModuleDefinition: InputDefinition<AvmModuleInputs> = {
  token: avmModuleInputs,
  schema: (z) =>
    z.strictObject({
      enabled: z.boolean(),
      module: z
        .string()
        .max(120)
        .regex(modulePattern, 'must be the path of a module, such as avm/res/cache/redis')
        .describe('Path of the module in the registry, such as avm/res/cache/redis'),
      version: z
        .string()
        .regex(/^\d+\.\d+\.\d+$/, 'must be a version such as 1.2.3')
        .describe('Version of the module; the catalog lists them: avm catalog show'),
      privateEndpoints: z
        .union([z.literal('auto'), z.array(z.enum(groupIds as [string, ...string[]])).max(10)])
        .describe('Group IDs of its private endpoints; auto: the one that its type has'),
      uses: z
        .array(z.string().max(40))
        .max(20)
        .describe('Components that it uses: their least role, and their endpoint as an output'),
      params: paramsSchema(z).describe('Parameters of the module by name, beyond those that are wired'),
    }) as unknown as zod.ZodType<AvmModuleInputs>,
  defaults: () => ({ enabled: false, module: '', version: '', privateEndpoints: 'auto', uses: [], params: {} }),
  canonical: (given) => ({
    ...given,
    module: given.module === '' ? '' : fullPath(given.module),
  }),
  questions: [],
  switchOn: { enabled: true },
};

/** Values are judged by the interface of the module, once that is known. */
function paramsSchema(z: Zod): zod.ZodType {
  return z.record(z.string().regex(/^[A-Za-z]\w{0,79}$/, 'must be the name of a parameter'), z.unknown());
}
