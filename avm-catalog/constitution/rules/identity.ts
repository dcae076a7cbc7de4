import { rule, type RuleDefinition } from '../rule.ts';
import { logWorkspaces, roleAssignments, virtualMachines } from '../subject.ts';
import { leastPrivilege, vmIdentities, noLocalLogKeys } from './identity-checks.ts';
import { ownerRole } from './wishes.ts';
import { mcsb } from '../sources.ts';

export const identity: readonly RuleDefinition[] = [
  rule({
    id: 'SEC-018',
    category: 'identity',
    title: 'Least privilege',
    level: 'must',
    controls: { mcsb: ['PA-7'] },
    statement: () =>
      'The workload MUST assign roles only on single resources, and never Owner, Contributor, or a role that can assign roles.',
    rationale: 'A broad role turns one compromised identity into control over everything in its scope.',
    source: mcsb('PA-7'),
    wish: ownerRole,
    shapes: 'Each identity gets one role for one purpose, on the key vault, key, or storage account that it uses.',
    exceptions: [
      {
        what: 'A role of the identity of a policy assignment, on the resource group',
        why: 'Azure Policy changes whichever resource in it isn’t compliant. Owner, Contributor, and roles that can assign roles are noncompliant there too.',
      },
    ],
    appliesTo: [roleAssignments],
    check: leastPrivilege,
  }),
  rule({
    id: 'SEC-019',
    of: ['virtual-machine'],
    category: 'identity',
    title: 'Managed identities for VMs',
    level: 'must',
    controls: { mcsb: ['IM-3'] },
    statement: () => 'The workload MUST assign a managed identity to every VM.',
    rationale:
      'With a managed identity, code on the VM signs in to Azure services without a stored credential that can leak or expire.',
    source: mcsb('IM-3'),
    shapes: 'The VM gets a user-assigned managed identity that the template deploys.',
    appliesTo: [virtualMachines],
    check: vmIdentities,
  }),
  rule({
    id: 'SEC-026',
    category: 'identity',
    title: 'Workspace keys disabled',
    level: 'must',
    controls: { mcsb: ['IM-1'] },
    statement: () =>
      'The workload MUST disable the keys of Log Analytics workspaces, so that only identities can send logs.',
    rationale: 'Anyone who has a workspace key can send false logs, and nothing shows who sent them.',
    source: mcsb('IM-1'),
    shapes:
      'The workspace keeps its keys disabled, which is the default of its module. The Azure Monitor Agent signs in with a managed identity.',
    appliesTo: [logWorkspaces],
    check: noLocalLogKeys,
  }),
];
