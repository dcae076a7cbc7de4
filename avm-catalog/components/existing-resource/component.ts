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
  summary: 'A resource that others run, and that components refer to by its ID; it is never changed',
  serves: [],
  inputs: {
    token: existingResourceInputs,
    schema: (z) =>
      z.strictObject({
        enabled: z.boolean(),
        id: z
          .string()
          .regex(resourceIdPattern, 'must be the ID of a resource: /subscriptions/…/providers/TYPE/NAME')
          .describe('Resource ID of what exists'),
      }),
    defaults: () => ({ enabled: false, id: '' }),
    questions: [],
    switchOn: { enabled: true },
  },
  docs: existingResourceDocs,
  drawing,
  many: { ignores: [], anywhere: true, title: () => 'Existing' },
  resource: 'existingResource',
  enabled: (view) => existingResourceInputs.of(view).enabled,
  check: (view) =>
    existingResourceInputs.of(view).id === ''
      ? [problem('answer-missing', 'existingResource.id', { why: 'an existing resource is known by its ID' })]
      : [],
  contribute: (c) => {
    const id = c.parameter({
      name: 'existingResourceId',
      type: string,
      description: 'Resource ID of what exists',
      value: (view) => existingResourceInputs.of(view).id,
      answers: ['existingResource.id'],
    });
    c.identify('existingResource', id);
  },
  compose: () => undefined,
});
