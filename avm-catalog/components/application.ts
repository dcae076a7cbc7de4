import { object, string } from '../../src/bicep/type.ts';
import { component } from '../component.ts';
import { pick } from '../patterns.ts';

export interface ApplicationInputs {
  readonly enabled: boolean;
  /** Where the package is fetched from, with the machine's identity. */
  readonly packageUri: string;
  readonly installCommand: string;
}
declare module '../component.ts' {
  interface Inputs {
    application: ApplicationInputs;
  }
}

const packageUri = /^https:\/\/[A-Za-z0-9.-]+(:\d+)?\/[\w./~%+-]*$/;

export const application = component({
  name: 'application',
  title: 'Application',
  summary: 'The application, installed from a package when the machine is made',
  serves: ['FR-007'],
  inputs: {
    key: 'application',
    schema: (z) =>
      z.strictObject({
        enabled: z.boolean(),
        packageUri: z
          .string()
          .max(2000)
          .regex(packageUri, 'must be an https address without a query; a signature would be a secret')
          .or(z.literal(''))
          .describe('Package, such as a blob that the machine’s identity may read'),
        installCommand: z
          .string()
          .max(1000)
          .regex(/^[\x20-\x7e]*$/, 'must be one line of plain characters')
          .describe('Command that installs the package, run where the package was downloaded to'),
      }),
    defaults: () => ({ enabled: false, packageUri: '', installCommand: '' }),
    questions: [
      { path: 'enabled', ask: 'Is the application installed from a package?', kind: 'confirm' },
      {
        path: 'packageUri',
        ask: 'Address of the package',
        kind: 'text',
        byEnvironment: true,
        when: (inputs) => inputs['enabled'] === true,
      },
      {
        path: 'installCommand',
        ask: 'Command that installs it',
        kind: 'text',
        when: (inputs) => inputs['enabled'] === true,
      },
    ],
    guesses: [
      {
        path: 'enabled',
        question: 'Does the template install the application',
        why: 'What is installed by hand has to be installed by hand again when the machine is made anew.',
        advice: 'Leave it until there is a package that installs without questions.',
        asItIs: true,
        category: 'Functional Scope & Behavior',
        impact: 2,
        uncertainty: 2,
        when: () => true,
      },
    ],
    switchOn: { enabled: true },
  },
  enabled: (view) => view.inputs.application.enabled,
  check: ({ inputs: { application: is } }) =>
    is.enabled
      ? (['packageUri', 'installCommand'] as const)
          .filter((key) => is[key] === '')
          .map((key) => ({
            code: 'answer-missing',
            answer: `application.${key}`,
            args: { why: 'the application is installed from a package' },
          }))
      : [],
  contribute: (c) => {
    const given = c.parameter({
      name: 'applicationPackage',
      type: object({ uri: string, installCommand: string }),
      description: 'Package of the application, and the command that installs it',
      value: ({ inputs: { application: is } }) => ({ uri: is.packageUri, installCommand: is.installCommand }),
      answers: ['application.packageUri', 'application.installCommand'],
    });
    c.contribute('customScript', {
      value: (identity) => ({
        name: 'install-application',
        protectedSettings: {
          commandToExecute: { ...given, path: ['installCommand'] },
          fileUris: [{ ...given, path: ['uri'] }],
          managedIdentityResourceId: pick(identity, (one) => one.id),
        },
      }),
    });
  },
  compose: () => {},
});
