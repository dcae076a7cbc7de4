import type * as zod from 'zod';
import type { Zod } from '../../kernel/context.ts';
import type { EntraSignIn } from './inputs.ts';

const objectId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function signIn(z: Zod): zod.ZodType<EntraSignIn> {
  const groups = z
    .array(z.string().regex(objectId, 'must be the object ID of a group, such as 11111111-2222-3333-4444-555555555555'))
    .max(20);
  return z.strictObject({
    enabled: z
      .boolean()
      .describe('Join the VM to Microsoft Entra ID. It can’t join a domain then. The local administrator remains'),
    administratorGroups: groups.describe('Object IDs of groups whose members sign in as administrators'),
    userGroups: groups.describe('Object IDs of groups whose members sign in as regular users'),
  });
}
