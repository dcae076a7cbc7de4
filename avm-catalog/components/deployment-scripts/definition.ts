import type { InputDefinition } from '../../kernel/component.ts';
import {
  denySettings,
  deploymentScriptsInputs,
  methods,
  unmanageActions,
  type DeploymentScriptsInputs,
} from './inputs.ts';

const isStack = (inputs: Readonly<Record<string, unknown>>): boolean =>
  inputs['enabled'] === true && inputs['method'] === 'stack';

export const definition: InputDefinition<DeploymentScriptsInputs> = {
  token: deploymentScriptsInputs,
  schema: (z) =>
    z.strictObject({
      enabled: z.boolean().describe('Generate the scripts in deploy/'),
      method: z
        .enum(methods)
        .describe('A plain deployment, or a deployment stack, which also knows the resources that it created'),
      denySettings: z.enum(denySettings).describe('What a stack denies others to do with its resources'),
      actionOnUnmanage: z
        .enum(unmanageActions)
        .describe('What a stack does with a resource that the template no longer has; detachAll deletes nothing'),
    }),
  defaults: () => ({ enabled: true, method: 'deployment', denySettings: 'none', actionOnUnmanage: 'detachAll' }),
  questions: [
    { path: 'enabled', ask: 'Generate deployment scripts?', kind: 'confirm' },
    {
      path: 'method',
      ask: 'Deployment method',
      kind: 'choice',
      when: ({ enabled }) => enabled === true,
      choices: () => [
        { value: 'deployment', name: 'Deployment' },
        { value: 'stack', name: 'Deployment stack (Azure CLI 2.89 or later)' },
      ],
    },
    {
      path: 'denySettings',
      ask: 'What the stack denies others',
      kind: 'choice',
      when: isStack,
      choices: () => [
        { value: 'none', name: 'Nothing' },
        { value: 'denyDelete', name: 'To delete its resources' },
        { value: 'denyWriteAndDelete', name: 'To change or delete its resources' },
      ],
    },
    {
      path: 'actionOnUnmanage',
      ask: 'Resources that the template no longer has',
      kind: 'choice',
      when: isStack,
      choices: () => [
        { value: 'detachAll', name: 'Keep them' },
        { value: 'deleteResources', name: 'Delete them' },
        { value: 'deleteAll', name: 'Delete them, and resource groups of the template' },
      ],
    },
  ],
  switchOn: { enabled: true },
};
