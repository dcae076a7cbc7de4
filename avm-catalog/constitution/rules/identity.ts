import { rule, type RuleDefinition } from '../rule.ts';
import { logWorkspaces, roleAssignments, virtualMachines } from '../subject.ts';
import { leastPrivilege, machineIdentities, noLocalLogKeys } from './identity-checks.ts';
import { ownerRole } from './wishes.ts';

export const identity: readonly RuleDefinition[] = [
  rule({
    id: 'SEC-018',
    category: 'identity',
    title: 'Least privilege',
    level: 'must',
    statement: () =>
      'Roles are assigned on single resources, and none of them is Owner, Contributor, or one that can assign roles.',
    wish: ownerRole,
    shapes: 'Identities get one role for one purpose, on the vault, the key or the storage account it is for.',
    appliesTo: [roleAssignments],
    check: leastPrivilege,
  }),
  rule({
    id: 'SEC-019',
    of: ['virtual-machine'],
    category: 'identity',
    title: 'Managed identities on machines',
    level: 'must',
    statement: () => 'Every VM has a managed identity.',
    shapes: 'The machine gets an identity of the workload, made beside it.',
    appliesTo: [virtualMachines],
    check: machineIdentities,
  }),
  rule({
    id: 'SEC-026',
    category: 'identity',
    title: 'No shared keys for logs',
    level: 'must',
    statement: () => 'Logs are sent by identities, not with the keys of the workspace.',
    shapes: 'The workspace keeps its keys switched off, as its module has it; the agent signs in with an identity.',
    appliesTo: [logWorkspaces],
    check: noLocalLogKeys,
  }),
];
