import type { InputDefinition } from '../../kernel/component.ts';
import type * as zod from 'zod';
import { paramsSchema } from '../../kernel/given-inputs.ts';
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
        .describe('Version of the module. To list the versions, run avm catalog show'),
      privateEndpoints: z
        .union([z.literal('auto'), z.array(z.enum(groupIds as [string, ...string[]])).max(10)])
        .describe('Group IDs of its private endpoints. auto uses the group ID of its resource type'),
      uses: z
        .array(z.string().max(40))
        .max(20)
        .describe(
          'Components that it uses. Its identity gets the least-privileged role on each, and their endpoints become outputs',
        ),
      params: paramsSchema(z).describe('Parameters of the module by name, in addition to those that the tool sets'),
    }) as unknown as zod.ZodType<AvmModuleInputs>,
  defaults: () => ({ enabled: false, module: '', version: '', privateEndpoints: 'auto', uses: [], params: {} }),
  canonical: (given) => ({
    ...given,
    module: given.module === '' ? '' : fullPath(given.module),
  }),
  questions: [],
  switchOn: { enabled: true },
};
