import { string } from '../../../src/bicep/type.ts';
import { resourceIdPattern } from '../../azure/resource-ids.ts';
import { component } from '../../kernel/component.ts';
import { problem } from '../../kernel/problem.ts';
import { existingResourceDocs } from './docs.ts';
import { drawing } from './drawing.ts';
import { existingResourceInputs } from './inputs.ts';

export const existingResource = component({
  name: 'existing-resource',
  title: 'Existing resource',
  summary: 'An existing resource that components refer to by its ID. The deployment doesn’t change it',
  serves: [],
  inputs: {
    token: existingResourceInputs,
    schema: (z) =>
      z.strictObject({
        enabled: z.boolean(),
        id: z
          .string()
          .regex(resourceIdPattern, 'must be a resource ID, such as /subscriptions/…/providers/TYPE/NAME')
          .describe('Resource ID of the existing resource'),
      }),
    defaults: () => ({ enabled: false, id: '' }),
    questions: [],
    switchOn: { enabled: true },
  },
  docs: existingResourceDocs,
  drawing,
  many: { ignores: [], anywhere: true, existing: true, plural: 'Existing resources', title: () => 'Existing' },
  resource: 'existingResource',
  enabled: (view) => existingResourceInputs.of(view).enabled,
  check: (view) =>
    existingResourceInputs.of(view).id === ''
      ? [
          problem('answer-missing', 'existingResource.id', {
            why: 'components refer to an existing resource by its ID',
          }),
        ]
      : [],
  contribute: (c) => {
    const id = c.parameter({
      name: 'existingResourceId',
      type: string,
      description: 'Resource ID of the existing resource',
      value: (view) => existingResourceInputs.of(view).id,
      answers: ['existingResource.id'],
    });
    c.identify('existingResource', id);
  },
  compose: () => undefined,
});
