import { bool, object, string } from '../../../src/bicep/type.ts';
import { call, param, propertyOf, text, when, type Value } from '../../../src/bicep/value.ts';
import { component, type Composer } from '../../kernel/component.ts';
import { drawing } from './drawing.ts';
import { packageAddress, packagePath, packagePlace, packageProblems } from './package.ts';
import { asCondition, existingMachine, pick } from '../../kernel/patterns.ts';
import { applicationDocs } from './docs.ts';
import { identityOf, virtualMachineInputs } from '../virtual-machine/inputs.ts';
import { applicationInputs } from './inputs.ts';

export const application = component({
  name: 'application',
  title: 'Application',
  summary: 'Installation of the application from a package when the VM is created',
  serves: ['installation'],
  drawing,
  inputs: {
    token: applicationInputs,
    schema: (z) =>
      z.strictObject({
        enabled: z.boolean(),
        install: z.boolean().describe('Install the package. Set false until the VM can read the package'),
        packageUri: z
          .string()
          .max(2000)
          .refine(
            (uri) => uri === '' || packageAddress.test(uri) || packagePath.test(uri),
            'must be an HTTPS URL without a query, because a signature would be a secret, or container/path in the workload’s storage account',
          )
          .describe(
            'Package, as container/path in the workload’s storage account or as an HTTPS URL. Blobs are read with the VM’s identity. A .zip is extracted',
          ),
        installCommand: z
          .string()
          .max(1000)
          .regex(/^[\x20-\x7e]*$/, 'must be one line of ASCII characters')
          .describe('Install command, run in the folder of the package or of the extracted .zip. An .msi needs none'),
      }),
    defaults: () => ({ enabled: false, install: true, packageUri: '', installCommand: '' }),
    questions: [
      { path: 'enabled', ask: 'Install the application from a package?', kind: 'confirm' },
      {
        path: 'packageUri',
        ask: 'Package (container/path in the workload’s storage account, or an HTTPS URL)',
        kind: 'text',
        byEnvironment: true,
        when: (inputs) => inputs['enabled'] === true,
      },
      {
        path: 'installCommand',
        ask: 'Install command (not needed for an .msi)',
        kind: 'text',
        when: (inputs) => inputs['enabled'] === true,
      },
    ],
    guesses: [
      {
        path: 'enabled',
        question: 'Does the deployment install the application',
        why: 'An application that you install manually is missing from a recreated VM.',
        advice: 'Keep it off until you have a package that installs without prompts.',
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
      description: 'Package of the application, and its install command',
      value: (view) => ({
        uri: applicationInputs.of(view).packageUri,
        installCommand: applicationInputs.of(view).installCommand,
      }),
      answers: ['application.packageUri', 'application.installCommand'],
    });
    const install = c.parameter({
      name: 'installApplication',
      type: bool,
      description: 'Install the application. Set false until the VM can read the package',
      value: (view) => applicationInputs.of(view).enabled && applicationInputs.of(view).install,
      answers: ['application.enabled', 'application.install'],
    });
    c.native({
      symbol: 'applicationInstallation',
      type: 'Microsoft.Compute/virtualMachines/runCommands@2025-04-01',
      comment: 'Run command that installs the application from its package',
      reason: 'AVM has no module for run commands, and the VM module’s Custom Script Extension runs before hardening',
      on: asCondition(install),
      dependsOn: ['virtualMachine', ...c.collect('beforeApplication').map((one) => one.item.symbol)],
      body: {
        parent: existingMachine(c, { attached: 'existingVirtualMachine', name: c.reference('virtualMachine') }),
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

/** Of the VM that the application is installed on. */
function clientId(c: Composer): Value {
  const [first] = c.views;
  const identity = first && identityOf(virtualMachineInputs.of(first));
  return pick(
    c.collect('madeIdentity').filter((one) => one.item.key === identity),
    (one) => one.client,
  );
}

/** The workload's key vault, which the identity can read secrets from, if there is one. */
function vault(c: Composer): readonly Value[] {
  const vaults = c.collect('vault');
  return vaults.length === 0 ? [] : [{ name: 'KeyVault', value: pick(vaults, (one) => one.name, '') }];
}

/** The deployment computes the name of the workload's storage account. */
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
