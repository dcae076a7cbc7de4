import { enumerate } from '../../../src/text/enumerate.ts';
import { code, md } from '../../../src/text/markdown.ts';
import type { DeploymentChecks } from '../../kernel/deployment.ts';
import type { ComponentDocs, FollowUp, Prerequisite, ShellVariable } from '../../kernel/docs.ts';
import { namesOf, whereIn } from '../../kernel/documents.ts';
import type { DocumentedWorkspace, Environment } from '../../kernel/workspace.ts';
import { vaultPermissions, vaultPrerequisite, vaultTags } from './administrator-vaults.ts';
import afterDeployment from './after-deployment.md.hbs';
import encryptionAtHost from './encryption-at-host.md.hbs';
import { machineLimitations } from './limitations.ts';
import operations from './readme.md.hbs';
import { entraPrerequisite } from './entra-prerequisite.ts';
import { isHotpatched } from './system.ts';
import { allowedSizes } from './check-parameters.ts';
import { isShutDown, virtualMachineInputs, virtualMachineType } from './inputs.ts';
import { sidesWhere } from './each-vm.ts';

export const virtualMachineDocs: ComponentDocs = {
  operations,
  facts: ({ sides, name, symbol, one }, workspace) => ({
    hotpatch: enumerate(namesOf(sides.filter(isHotpatched))),
    dataDisks: sides.some(hasDataDisks),
    attested: whereIn(workspace, sides, (side) => virtualMachineInputs.of(side).guestAttestation),
    joined: whereIn(workspace, sides, (side) => virtualMachineInputs.of(side).entraSignIn.enabled),
    export: workspace.on('SEC-021'),
    shutdowns: sides.filter((side) => isShutDown(virtualMachineInputs.of(side))).map(shutdownIn),
    further:
      name === virtualMachineType
        ? null
        : { output: symbol('virtualMachineName'), ...virtualMachineInputs.of(one).administrator },
  }),
  collective: true,
  afterDeployment,
  prerequisites: (workspace) => [
    ...vaultPrerequisite(workspace),
    ...encryptionFeature(workspace),
    ...entraPrerequisite(workspace),
  ],
  permissions: vaultPermissions,
  checks: machineChecks,
  followUps,
  limitations: machineLimitations,
  phrases: (workspace) =>
    workspace.has('virtual-machine')
      ? {
          untagged: { order: 20, words: 'the OS disk', singular: true },
          unmeasured: { order: 10, words: 'disks' },
        }
      : {},
  variables,
  example: { order: 10, setting: otherSize, module: 'compute/virtual-machine' },
};

function machineChecks(side: Environment, workspace: DocumentedWorkspace): DeploymentChecks {
  const { size, administrator, ...is } = virtualMachineInputs.of(side);
  const { zone } = side.core.location;
  return {
    features: is.encryptionAtHost ? [{ namespace: 'Microsoft.Compute', name: 'EncryptionAtHost' }] : [],
    vms: [{ name: side.names['virtualMachine'] ?? '', size, zone: zone === null ? 'none' : String(zone) }],
    secrets: [
      {
        vault: administrator.vaultName,
        resourceGroup: administrator.vaultResourceGroup,
        secret: administrator.secretName,
        tags: vaultTags(workspace, administrator),
      },
    ],
  };
}

function shutdownIn(side: Environment) {
  const { time, timeZone, emails } = virtualMachineInputs.of(side).autoShutdown;
  return { environment: side.environment, time, timeZone, emails };
}

function hasDataDisks(side: Environment): boolean {
  return virtualMachineInputs.of(side).dataDisks.length > 0;
}

/** A deployment of a VM can’t set the network access of its OS disk (Azure/azure-rest-api-specs#21325). */
function followUps(workspace: DocumentedWorkspace, side: Environment): readonly FollowUp[] {
  if (!workspace.on('SEC-021') || !workspace.isIn(virtualMachineType, side)) return [];
  return [
    {
      key: 'os-disk',
      anchor: 'windows-virtual-machine',
      title: 'Windows virtual machine',
      what: 'Deny the export of OS disks',
      ids: ['SEC-021'],
      accept: 'every disk has DenyAll and Disabled',
    },
  ];
}

/** Encryption at host is a subscription feature that has to be registered. */
function encryptionFeature(workspace: DocumentedWorkspace): readonly Prerequisite[] {
  const fact = workspace.among(
    sidesWhere(workspace, (side) => virtualMachineInputs.of(side).encryptionAtHost),
    workspace.reason(['SEC-010'], 'virtual-machine'),
  );
  if (!fact) return [];
  return [
    {
      order: 20,
      key: 'feature',
      fact,
      in: 'subscription',
      template: encryptionAtHost,
      tasks: [
        {
          key: 'feature',
          what: 'Register the feature EncryptionAtHost',
          anchor: 'subscription',
          ids: ['SEC-010', 'machine'],
          after: ['tools'],
          accept: 'its state is Registered',
        },
      ],
      dependency: md`The feature ${code('EncryptionAtHost')} in the subscription (${fact.where}).`,
      preparation: 'the feature EncryptionAtHost is registered',
    },
  ];
}

function variables(workspace: DocumentedWorkspace): readonly ShellVariable[] {
  if (!workspace.has('virtual-machine')) return [];
  return [
    { order: 10, name: 'administrator', from: (side) => virtualMachineInputs.of(side).administrator.username },
    { order: 11, name: 'password_vault', from: (side) => virtualMachineInputs.of(side).administrator.vaultName },
    { order: 12, name: 'password_secret', from: (side) => virtualMachineInputs.of(side).administrator.secretName },
    { order: 30, name: 'machine', from: { output: 'virtualMachineName' } },
  ];
}

/** Another size that the rules allow, for examples. */
function otherSize({ sides, rules }: DocumentedWorkspace): string | undefined {
  const sizes = allowedSizes(rules);
  const last = sides.at(-1);
  const other = sizes.find((one) => !last || one !== virtualMachineInputs.of(last).size);
  return other === undefined ? undefined : `virtualMachine.size=${other}`;
}
