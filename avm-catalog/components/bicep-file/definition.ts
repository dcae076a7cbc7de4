import type * as zod from 'zod';
import type { InputDefinition } from '../../kernel/component.ts';
import { paramsSchema } from '../../kernel/given-inputs.ts';
import { bicepFileInputs, type BicepFileInputs } from './inputs.ts';

/** A path that works on every platform. No part begins with a dot, so the path stays inside the workspace. */
const pathPattern = /^(?:\w[\w.-]*\/)*\w[\w.-]*\.bicep$/;
const name = /^[A-Za-z_]\w{0,79}$/;

export const bicepFileDefinition: InputDefinition<BicepFileInputs> = {
  token: bicepFileInputs,
  schema: (z) =>
    z.strictObject({
      enabled: z.boolean(),
      file: z
        .string()
        .max(200)
        .regex(
          pathPattern,
          'must be the path of a .bicep file inside the workspace, such as modules/queries.bicep, with letters, digits, hyphens, underscores, dots, and forward slashes',
        )
        .describe('Path of the Bicep file inside the workspace, such as modules/queries.bicep'),
      reason: z.string().max(500).describe('Reason why its resources don’t use Azure Verified Modules (ARC-002)'),
      outputs: z
        .array(z.string().regex(name, 'must be the name of an output'))
        .max(20)
        .describe('Outputs of the file that main.bicep also outputs'),
      params: paramsSchema(z).describe('Parameters of the file by name, in addition to those that the tool sets'),
    }) as unknown as zod.ZodType<BicepFileInputs>,
  defaults: () => ({ enabled: false, file: '', reason: '', outputs: [], params: {} }),
  questions: [],
  switchOn: { enabled: true },
};
