import { needs } from '../readme/needs.ts';
import { declaration } from './task-stories.ts';
import type { StoryInScope } from './scope.ts';
import type { Subject } from './subject.ts';
import { ownFoundation } from './task-own.ts';
import type { Task } from './task.ts';

/** What every workspace begins with. */
export function setup({ workspace, isOpen }: Subject): readonly Task[] {
  const adopted = workspace.spec.constitution.ratified !== undefined;
  return [
    {
      key: 'answers',
      done: true,
      what: 'Record the answers',
      file: 'avm.yaml',
      ids: ['environments'],
      after: [],
      accept: 'avm render reports no error',
    },
    clarified(isOpen),
    {
      key: 'linter',
      done: true,
      what: 'Set the rules of the linter',
      file: 'bicepconfig.json',
      ids: ['ARC-001', 'ARC-002', 'ARC-003'],
      after: ['answers'],
      accept: 'avm check shows no finding of the linter',
    },
    {
      key: 'tools',
      what: 'Install Azure CLI, Bicep and avm',
      file: 'README.md',
      anchor: 'tools',
      ids: ['modules'],
      after: [],
      accept: 'avm doctor reports no problem',
    },
    {
      key: 'constitution',
      ...(adopted ? { done: true } : {}),
      what: 'Adopt the constitution, and give its day as the answer constitution.ratified',
      file: '.specify/memory/constitution.md',
      anchor: 'governance',
      ids: ['environments'],
      after: ['answers'],
      accept: 'its last line has a day',
    },
  ];
}

/** There in any case, so that no other task is numbered anew when the last question is answered. */
function clarified(isOpen: boolean): Task {
  return {
    key: 'clarify',
    ...(isOpen ? {} : { done: true }),
    what: 'Answer what avm clarify asks',
    file: 'avm.yaml',
    ids: ['environments'],
    after: ['answers'],
    accept: 'avm clarify has no question left',
  };
}

/** What must exist in Azure before anything is deployed. */
export function foundation(subject: Subject, stories: readonly StoryInScope[]): readonly Task[] {
  const told = stories.flatMap((story) => story.components);
  return [
    ...subscription(subject),
    ...groups(subject),
    ...elsewhere(subject),
    ...subject.workspace.plan.components
      .filter(({ name }) => !told.includes(name))
      .map(({ name }) => ({ ...declaration(subject, name), after: ['answers', 'linter'] })),
    ...ownFoundation(subject),
  ];
}

function subscription({ workspace }: Subject): readonly Task[] {
  const { encryptionAtHost, defender } = needs(workspace);
  const task = (key: string, what: string, ids: readonly string[], accept: string): Task => ({
    key,
    parallel: true,
    what,
    file: 'README.md',
    anchor: 'subscription',
    ids,
    after: ['tools'],
    accept,
  });
  return [
    task('providers', 'Register the resource providers', ['modules'], 'each is Registered'),
    ...(encryptionAtHost
      ? [task('feature', 'Register the feature EncryptionAtHost', ['SEC-010', 'machine'], 'its state is Registered')]
      : []),
    ...(defender
      ? [task('defender', 'Switch on Defender for Servers Plan 2', ['SEC-005', 'machine'], 'its tier is Standard')]
      : []),
  ];
}

function groups({ workspace }: Subject): readonly Task[] {
  return [
    ...workspace.sides.map((side): Task => ({
      key: `group-${side.environment}`,
      parallel: true,
      what: 'Make the resource group',
      names: [side.group],
      file: 'README.md',
      anchor: 'resource-groups',
      ids: ['environments', 'NAM-001', 'TAG-001'],
      after: ['tools'],
      accept: 'it is there, with its tags',
    })),
    {
      key: 'rights',
      what: 'Give the roles to whoever deploys',
      file: 'README.md',
      anchor: 'required-permissions',
      ids: ['modules'],
      after: workspace.sides.map((side) => `group-${side.environment}`),
      accept: 'each role of the tables is assigned',
    },
    ...needs(workspace).vaults.each.map((vault, index): Task => ({
      key: `vault-${index}`,
      parallel: true,
      what: 'Make the key vault with the administrator’s password',
      names: [vault.vaultName],
      file: 'README.md',
      anchor: 'the-administrators-password',
      ids: ['administrator-credentials', 'SEC-012'],
      after: ['tools', 'providers'],
      accept: 'the secret is there',
    })),
  ];
}

function elsewhere({ workspace }: Subject): readonly Task[] {
  const { hubs, zones, package: fetched } = needs(workspace);
  const task = (key: string, what: string, anchor: string, ids: readonly string[], accept: string): Task => ({
    key,
    parallel: true,
    what,
    file: 'README.md',
    anchor,
    ids,
    after: [],
    accept,
  });
  return [
    ...(hubs ? [task('hub', 'Agree the peering with the hub', 'the-hub', ['hub'], 'the hub’s side is settled')] : []),
    ...(zones?.linkedElsewhere
      ? [task('zones', 'Have the private DNS zones linked', 'existing-private-dns-zones', ['SEC-008'], 'names resolve')]
      : []),
    ...(fetched?.each.some((one) => !one.own && !one.blob)
      ? [task('package', 'Publish the package', 'the-applications-package', ['installation'], 'the VM can fetch it')]
      : []),
  ];
}
