import { rule, type RuleDefinition } from '../rule.ts';
import { leastPrivilege, machineIdentities, noLocalLogKeys } from './identity-checks.ts';

export const identity: readonly RuleDefinition[] = [
  rule({
    id: 'SEC-018',
    category: 'identity',
    title: 'Least privilege',
    level: 'must',
    statement: () =>
      'Roles are assigned on single resources, and none of them is Owner, Contributor or one that can give itself more.',
    shapes: 'Identities get one role for one purpose, on the vault, the key or the storage account it is for.',
    check: leastPrivilege,
  }),
  rule({
    id: 'SEC-019',
    category: 'identity',
    title: 'Managed identities on machines',
    level: 'must',
    statement: () => 'Every machine has a managed identity, so that nothing on it needs a password for Azure.',
    shapes: 'The machine gets an identity of the workload, made beside it.',
    check: machineIdentities,
  }),
  rule({
    id: 'SEC-026',
    category: 'identity',
    title: 'No shared keys for logs',
    level: 'must',
    statement: () => 'Logs are sent by identities, not with the keys of the workspace.',
    shapes: 'The workspace keeps its keys switched off, as its module has it; the agent signs in with an identity.',
    check: noLocalLogKeys,
  }),
];
