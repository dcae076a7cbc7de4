import { enumerate } from '../../../src/text/enumerate.ts';
import { code, md } from '../../../src/text/markdown.ts';
import { secretAction } from '../../azure/linked-actions.ts';
import type { Permission, Prerequisite } from '../../kernel/docs.ts';
import { grouped, namesOf } from '../../kernel/documents.ts';
import { groupBody, groupUrl, isWord } from '../../kernel/group-creation.ts';
import type { DocumentedWorkspace, Environment, Tag } from '../../kernel/workspace.ts';
import administratorPassword from './administrator-password.md.hbs';
import { deploymentScriptsName } from '../deployment-scripts/inputs.ts';
import { virtualMachineInputs, type VirtualMachineInputs } from './inputs.ts';
import { eachVm } from './each-vm.ts';

const because = (workspace: DocumentedWorkspace) =>
  workspace.reason(['administrator-credentials', 'SEC-012'], 'virtual-machine');

/** The key vaults with the administrator's password, which must exist before the first deployment. */
export function vaultPrerequisite(workspace: DocumentedWorkspace): readonly Prerequisite[] {
  const fact = workspace.among(workspace.with('virtual-machine'), because(workspace));
  if (!fact) return [];
  const vms = eachVm(workspace);
  const each = eachVault(vms);
  return [
    {
      order: 10,
      key: 'vault',
      fact,
      in: 'section',
      template: administratorPassword,
      model: { ...sectionOf(vms), scripted: environmentsWithScript(workspace, vms) },
      resources: (environment) => vaultsOf(vms, environment),
      tasks: [...new Set(each.map(({ vaultName }) => vaultName))].map((vaultName, index) => ({
        key: `vault-${index}`,
        what: 'Create the key vault with the administrator’s password',
        names: [vaultName],
        anchor: 'the-administrators-password',
        ids: ['administrator-credentials', 'SEC-012'],
        after: ['tools', 'providers'],
        accept: 'the secret exists',
      })),
      dependency: md`A key vault with the administrator’s password, which the deployment identity can read.`,
      integrations: {
        order: 10,
        lines: each.map(
          ({ secretName, vaultName, environments }) =>
            md`The secret ${code(secretName)} in the key vault ${code(vaultName)} (${environments}), which the deployment reads.`,
        ),
      },
    },
  ];
}

/** For the commands, if all environments have the script that creates the vaults. */
function environmentsWithScript(
  workspace: DocumentedWorkspace,
  vms: readonly Environment[],
): readonly { readonly environment: string }[] | null {
  const names = [...new Set(namesOf(vms))];
  const scripted = namesOf(workspace.with(deploymentScriptsName));
  return names.every((name) => scripted.includes(name)) ? names.map((environment) => ({ environment })) : null;
}

/** In whichever subscription the deployment has them. */
function vaultsOf(vms: readonly Environment[], environment: string): readonly string[] {
  return vms
    .filter((side) => side.environment === environment)
    .map((side) => {
      const { vaultName, vaultResourceGroup } = virtualMachineInputs.of(side).administrator;
      return `/resourceGroups/${vaultResourceGroup}/providers/Microsoft.KeyVault/vaults/${vaultName}`;
    });
}

/** Roles to read the password during a deployment, and to create its vault. */
export function vaultPermissions(workspace: DocumentedWorkspace): readonly Permission[] {
  const sides = workspace.with('virtual-machine');
  if (sides.length === 0) return [];
  const groups = [
    ...new Set(eachVm(workspace).map((side) => virtualMachineInputs.of(side).administrator.vaultResourceGroup)),
  ];
  return [
    {
      order: 30,
      for: 'deployment',
      anyOf: ['Key Vault Contributor', 'Contributor', 'Owner'],
      scope: 'The key vault with the administrator’s password',
      within: (environment) => vaultsOf(eachVm(workspace), environment),
      why: 'The deployment reads the password. None of these roles grants access to secrets.',
      actions: [secretAction],
      reason: because(workspace),
    },
    {
      order: 20,
      for: 'preparation',
      role: 'Owner, or Contributor and Role Based Access Control Administrator',
      scope: groups.length === 1 ? `The resource group ${groups[0]}` : `The resource groups ${enumerate(groups)}`,
      why: 'You create the key vault with the administrator’s password and give yourself permission to write secrets to it.',
      reason: because(workspace),
    },
  ];
}

/** How each vault is created: with tags as words, or with a request if az would misread one of them. */
function sectionOf(sides: readonly Environment[]): object {
  const asRequest = sides.some((side) => !side.groupTags.every(isWord));
  const each = eachVault(sides).map(({ tags, ...vault }) => ({
    ...vault,
    given: asRequest ? [groupBody(vault.region, tags)] : tags.map(({ name, value }) => `${name}=${value}`),
  }));
  return { each, vaultUrl: asRequest ? groupUrl('$vault_group') : '' };
}

/** Each vault once, with the environments that read from it. */
function eachVault(sides: readonly Environment[]) {
  const keyOf = (side: Environment): string => {
    const { vaultName, vaultResourceGroup, secretName } = virtualMachineInputs.of(side).administrator;
    return JSON.stringify([vaultName, vaultResourceGroup, secretName]);
  };
  return grouped(sides, keyOf).flatMap(([, users]) => {
    const [first] = users;
    if (!first) return [];
    const { vaultName, vaultResourceGroup, secretName } = virtualMachineInputs.of(first).administrator;
    const { region } = first;
    const environments = [...new Set(namesOf(users))].join(', ');
    return [{ vaultName, vaultResourceGroup, secretName, region, tags: tagsOf(users), environments }];
  });
}

/** Tags of the resource group of a vault, which several VMs and environments can share. */
export function vaultTags(
  workspace: DocumentedWorkspace,
  { vaultName, vaultResourceGroup }: VirtualMachineInputs['administrator'],
): Readonly<Record<string, string>> {
  const users = eachVm(workspace).filter((side) => {
    const { administrator } = virtualMachineInputs.of(side);
    return administrator.vaultName === vaultName && administrator.vaultResourceGroup === vaultResourceGroup;
  });
  return Object.fromEntries(tagsOf(users).map(({ name, value }) => [name, value]));
}

/** Tags that have the same value in all environments, because a shared vault belongs to none of them. */
function tagsOf([first, ...others]: readonly Environment[]): readonly Tag[] {
  const has = ({ groupTags: tags }: Environment, { name, value }: Tag): boolean =>
    tags.some((tag) => tag.name === name && tag.value === value);
  return (first?.groupTags ?? []).filter((tag) => others.every((side) => has(side, tag)));
}
