import { enumerate } from '../../../src/text/enumerate.ts';
import { code, md } from '../../../src/text/markdown.ts';
import type { Permission, Prerequisite } from '../../kernel/docs.ts';
import { grouped, namesOf } from '../../kernel/documents.ts';
import { groupBody, groupUrl, isWord } from '../../kernel/group-creation.ts';
import type { DocumentedWorkspace, Environment, Tag } from '../../kernel/workspace.ts';
import administratorPassword from './administrator-password.md.hbs';
import { virtualMachineInputs } from './inputs.ts';

const because = (workspace: DocumentedWorkspace) =>
  workspace.reason(['administrator-credentials', 'SEC-012'], 'virtual-machine');

/** The vaults with the administrator's password, which exist before the first deployment. */
export function vaultPrerequisite(workspace: DocumentedWorkspace): readonly Prerequisite[] {
  const fact = workspace.among(workspace.with('virtual-machine'), because(workspace));
  if (!fact) return [];
  const each = eachVault(fact.sides);
  return [
    {
      order: 10,
      key: 'vault',
      fact,
      in: 'section',
      template: administratorPassword,
      model: sectionOf(fact.sides),
      tasks: each.map(({ vaultName }, index) => ({
        key: `vault-${index}`,
        what: 'Make the key vault with the administrator’s password',
        names: [vaultName],
        anchor: 'the-administrators-password',
        ids: ['administrator-credentials', 'SEC-012'],
        after: ['tools', 'providers'],
        accept: 'the secret is there',
      })),
      dependency: md`A key vault with the administrator’s password, which the deployment identity may read.`,
      integrations: {
        order: 10,
        lines: each.map(
          ({ secretName, vaultName, environments }) =>
            md`Secret ${code(secretName)} of the key vault ${code(vaultName)} (${environments}), read while deploying.`,
        ),
      },
    },
  ];
}

/** Who reads the password, and who makes its vault. */
export function vaultPermissions(workspace: DocumentedWorkspace): readonly Permission[] {
  const sides = workspace.with('virtual-machine');
  if (sides.length === 0) return [];
  const groups = [...new Set(sides.map((side) => virtualMachineInputs.of(side).administrator.vaultResourceGroup))];
  return [
    {
      order: 30,
      for: 'deployment',
      role: 'Key Vault Contributor, Contributor, or Owner',
      scope: 'The key vault with the administrator’s password',
      why: 'The deployment reads the password. None of these roles reads secrets by itself.',
      actions: ['Microsoft.KeyVault/vaults/deploy/action'],
      reason: because(workspace),
    },
    {
      order: 20,
      for: 'preparation',
      role: 'Owner, or Contributor and Role Based Access Control Administrator',
      scope: groups.length === 1 ? `The resource group ${groups[0]}` : `The resource groups ${enumerate(groups)}`,
      why: 'The key vault with the administrator’s password is created, and you get the right to write secrets to it.',
      reason: because(workspace),
    },
  ];
}

/** What makes each vault: its tags as words, or a request where az would misread one of them. */
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
    const environments = namesOf(users).join(', ');
    return [{ vaultName, vaultResourceGroup, secretName, region, tags: tagsOf(users), environments }];
  });
}

/** Tags that all of them have alike: a vault for two environments belongs to neither of them. */
function tagsOf([first, ...others]: readonly Environment[]): readonly Tag[] {
  const has = ({ groupTags: tags }: Environment, { name, value }: Tag): boolean =>
    tags.some((tag) => tag.name === name && tag.value === value);
  return (first?.groupTags ?? []).filter((tag) => others.every((side) => has(side, tag)));
}
