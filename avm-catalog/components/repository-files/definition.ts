import type { InputDefinition } from '../../kernel/component.ts';
import { repositoryFilesInputs, type RepositoryFilesInputs } from './inputs.ts';

const owner =
  /^(@[A-Za-z0-9][A-Za-z0-9-]{0,38}(\/[A-Za-z0-9][A-Za-z0-9._-]{0,99})?|[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,190})$/;

export const definition: InputDefinition<RepositoryFilesInputs> = {
  token: repositoryFilesInputs,
  fixed: ['enabled', 'owners'],
  schema: (z) =>
    z.strictObject({
      enabled: z.boolean().describe('Generate settings for editors, the dev container, and reviews'),
      owners: z
        .array(z.string().regex(owner, 'must be @user, @organization/team, or an email address'))
        .max(20)
        .describe('Users and teams of GitHub that review every change, such as @contoso/platform'),
    }),
  defaults: () => ({ enabled: true, owners: [] }),
  questions: [{ path: 'enabled', ask: 'Generate settings for editors and the dev container?', kind: 'confirm' }],
  switchOn: { enabled: true },
};
