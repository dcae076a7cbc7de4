import { md } from '../../../src/text/markdown.ts';
import type { Prerequisite } from '../../kernel/docs.ts';
import type { DocumentedWorkspace } from '../../kernel/workspace.ts';
import { sidesWhere } from './each-vm.ts';
import section from './entra-sign-in.md.hbs';
import { virtualMachineInputs } from './inputs.ts';

/** What the tenant and the network must allow before a VM joins Microsoft Entra ID. */
export function entraPrerequisite(workspace: DocumentedWorkspace): readonly Prerequisite[] {
  const fact = workspace.among(
    sidesWhere(workspace, (side) => virtualMachineInputs.of(side).entraSignIn.enabled),
    workspace.reason(['machine', 'SEC-032'], 'virtual-machine'),
  );
  if (!fact) return [];
  return [
    {
      order: 65,
      key: 'entra-sign-in',
      fact,
      in: 'section',
      template: section,
      tasks: [
        {
          key: 'entra-sign-in',
          what: 'Agree on sign-ins with the administrators of the Microsoft Entra tenant',
          anchor: 'sign-in-with-microsoft-entra-id-prerequisite',
          ids: ['machine', 'SEC-032'],
          after: [],
          accept: 'the groups exist, and no device has the name of the VM',
        },
      ],
      dependency: md`Groups in the Microsoft Entra tenant of the subscription, whose members sign in to the VM (${fact.where}).`,
      integrations: { order: 60, lines: [md`The Microsoft Entra tenant, which the VM joins (${fact.where}).`] },
    },
  ];
}
