import { bool, object, string } from '../../../src/bicep/type.ts';
import { call, param, propertyOf, text, when, type Value } from '../../../src/bicep/value.ts';
import { component, type Composer } from '../../kernel/component.ts';
import { drawing } from './drawing.ts';
import { packageAddress, packagePath, packagePlace, packageProblems } from './package.ts';
import { asCondition, existingMachine, pick } from '../../kernel/patterns.ts';
import { applicationDocs } from './docs.ts';
import { applicationInputs } from './inputs.ts';

export const application = component({
  name: 'application',
  title: 'Application',
  summary: 'The application, installed from a package when the machine is made',
  serves: ['installation'],
  drawing,
  inputs: {
    token: applicationInputs,
    schema: (z) =>
      z.strictObject({
        enabled: z.boolean(),
        install: z.boolean().describe('Install the package; false for as long as it can’t be read yet'),
        packageUri: z
          .string()
          .max(2000)
          .refine(
            (uri) => uri === '' || packageAddress.test(uri) || packagePath.test(uri),
            'must be an https address without a query, as a signature would be a secret, or container/path in the storage account of the workload',
          )
          .describe(
            'Package: container/path in the storage account of the workload, or an https address. A blob is read with the identity of the VM. A .zip is unpacked',
          ),
        installCommand: z
          .string()
          .max(1000)
          .regex(/^[\x20-\x7e]*$/, 'must be one line of plain characters')
          .describe(
            'Command that installs the package, run in the folder of the package, or of what a .zip holds; not needed for an .msi',
          ),
      }),
    defaults: () => ({ enabled: false, install: true, packageUri: '', installCommand: '' }),
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
        why: 'What is installed by hand has to be installed by hand again when the machine is recreated.',
        advice: 'Leave it until there is a package that installs without questions.',
        asItIs: true,
        category: 'Functional Scope & Behavior',
        impact: 2,
        uncertainty: 2,
        when: () => true,
      },
    ],
    switchOn: { enabled: true },
    needsMore: true,
  },
  docs: applicationDocs,
  enabled: (view) => applicationInputs.of(view).enabled,
  check: packageProblems,
  compose: (c) => {
    const given = c.parameter({
      name: 'applicationPackage',
      type: object({ uri: string, installCommand: string }),
      description: 'Package of the application, and the command that installs it',
      value: (view) => ({
        uri: applicationInputs.of(view).packageUri,
        installCommand: applicationInputs.of(view).installCommand,
      }),
      answers: ['application.packageUri', 'application.installCommand'],
    });
    const install = c.parameter({
      name: 'installApplication',
      type: bool,
      description: 'Install the application; false for a deployment before its package can be read',
      value: (view) => applicationInputs.of(view).enabled && applicationInputs.of(view).install,
      answers: ['application.enabled', 'application.install'],
    });
    c.native({
      symbol: 'applicationInstallation',
      type: 'Microsoft.Compute/virtualMachines/runCommands@2025-04-01',
      comment: 'Installs the application from its package, after everything that it may need while it is installed',
      reason:
        'there is no module for run commands; the Custom Script Extension of the machine’s module runs before the machine is hardened, and unpacks nothing',
      on: asCondition(install),
      dependsOn: ['virtualMachine', ...c.collect('beforeApplication').map((one) => one.item.symbol)],
      body: {
        parent: existingMachine(c),
        name: 'install-application',
        location: param('location'),
        tags: c.tags(),
        properties: {
          source: { script: call('loadTextContent', 'scripts/install-application.ps1') },
          parameters: [
            { name: 'PackageUri', value: address(c) },
            { name: 'ClientId', value: clientId(c) },
            { name: 'Command', value: call('base64', param(given.name, 'installCommand')) },
            ...vault(c),
          ],
          timeoutInSeconds: 5400,
          treatFailureAsDeploymentFailure: true,
        },
      },
    });
  },
});

function clientId(c: Composer): Value {
  return pick(
    c.collect('madeIdentity').filter((one) => one.item.key === 'workload'),
    (one) => one.client,
  );
}

/** The vault of the workload, which the identity may read secrets from; none where it has none. */
function vault(c: Composer): readonly Value[] {
  const vaults = c.collect('vault');
  return vaults.length === 0 ? [] : [{ name: 'KeyVault', value: pick(vaults, (one) => one.name, '') }];
}

/** The account of the workload is named by the deployment. */
function address(c: Composer): Value {
  const uri = param('applicationPackage', 'uri');
  const places = new Set(
    c.views
      .filter((view) => applicationInputs.of(view).enabled)
      .map((view) => packagePlace(applicationInputs.of(view).packageUri) === 'own'),
  );
  if (!places.has(true)) return uri;
  const own = text`https://${c.reference('storageAccount')}.blob.${propertyOf(call('environment'), 'suffixes.storage')}/${uri}`;
  return places.has(false) ? when(call('startsWith', uri, 'https://'), uri, own) : own;
}
