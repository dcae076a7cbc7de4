import existingZones from './existing-zones.md.hbs';
import operations from './readme.md.hbs';
import { enumerate } from '../../../src/text/enumerate.ts';
import { code, md } from '../../../src/text/markdown.ts';
import type { ComponentDocs, FollowUp, Note, Permission, Prerequisite } from '../../kernel/docs.ts';
import { limited, namesOf, permittedIn } from '../../kernel/documents.ts';
import type { DocumentedWorkspace, Environment } from '../../kernel/workspace.ts';
import { privateDnsInputs } from './inputs.ts';

const anchor = 'existing-private-dns-zones';
const zonesParameter = 'privateDnsZoneNames';

export const privateDnsDocs: ComponentDocs = {
  operations,
  facts,
  prerequisites,
  permissions,
  followUps,
  limitations: (workspace) =>
    limited(
      170,
      workspace.among(
        workspace.sides.filter((side) => isLinkedElsewhere(side) && hasEndpoints(side)),
        workspace.because('private-dns'),
      ),
      (where) =>
        md`Names of private endpoints don’t resolve in ${where} until the owners of the existing private DNS zones link them.`,
    ),
  phrases: () => ({
    untagged: { order: 10, words: 'network interfaces of private endpoints' },
    unmeasured: { order: 20, words: 'private endpoints' },
  }),
};

const isLinkedElsewhere = (side: Environment): boolean => privateDnsInputs.of(side).zones === 'existing';
const hasEndpoints = ({ subnets }: Environment): boolean => subnets.includes('privateEndpoints');

function facts(_: Note, workspace: DocumentedWorkspace): object {
  const [vaults, accounts] = [workspace.with('key-vault'), workspace.with('storage-account')];
  if (vaults.length + accounts.length === 0) {
    const [zone = ''] = zoneNames(workspace);
    return { output: null, host: `<name>.${zone.replace(/^privatelink\./, '')}` };
  }
  return vaults.length >= accounts.length
    ? { output: 'keyVaultName', host: '<vault>.vault.azure.net' }
    : { output: 'storageAccountName', host: '<account>.blob.core.windows.net' };
}

/** The environments that use existing zones. */
function joining(workspace: DocumentedWorkspace): readonly Environment[] {
  return workspace.valuesOf(zonesParameter) === undefined ? [] : workspace.sides.filter(isLinkedElsewhere);
}

function prerequisites(workspace: DocumentedWorkspace): readonly Prerequisite[] {
  const fact = workspace.among(joining(workspace), workspace.reason(['SEC-008'], 'private-dns'));
  if (!fact) return [];
  const asksOthers = ({ core }: Environment): boolean => core.network.dnsServers.length > 0;
  const groups = [...new Set(fact.sides.map((side) => privateDnsInputs.of(side).resourceGroupId))];
  const linkedElsewhere = enumerate(namesOf(fact.sides.filter(asksOthers)));
  const linkedHere = enumerate(namesOf(fact.sides.filter((side) => !asksOthers(side))));
  const task = {
    key: 'zones',
    what: 'Ask the owners of the private DNS zones to link them',
    anchor,
    ids: ['SEC-008'],
    after: [],
    accept: 'names resolve',
  };
  const groupsInCode = groups.map((group) => md`${code(group)} `).reduce((all, one) => md`${all}${one}`, md``);
  return [
    {
      order: 50,
      key: 'zones',
      fact,
      in: 'section',
      template: existingZones,
      resources: (environment) => groupsOfZones(fact.sides, environment),
      model: { groups, names: zoneNames(workspace), linkedHere, linkedElsewhere },
      tasks: linkedElsewhere === '' ? [] : [task],
      dependency: md`Private DNS zones that are linked to the workload’s network or to its DNS servers (${fact.where}).`,
      integrations: { order: 30, lines: [md`Existing private DNS zones (${fact.where}) in ${groupsInCode}.`] },
      changes: 'records in the existing private DNS zones',
    },
  ];
}

function zoneNames(workspace: DocumentedWorkspace): readonly string[] {
  const values = Object.values(workspace.valuesOf(zonesParameter) ?? {});
  return [...new Set(values.flatMap((value) => Object.values((value ?? {}) as Record<string, string>)))].toSorted();
}

function groupsOfZones(sides: readonly Environment[], environment: string): readonly string[] {
  return sides
    .filter((side) => side.environment === environment)
    .map((side) => privateDnsInputs.of(side).resourceGroupId);
}

function permissions(workspace: DocumentedWorkspace): readonly Permission[] {
  return permittedIn(workspace, joining(workspace), {
    order: 50,
    for: 'deployment',
    anyOf: ['Private DNS Zone Contributor'],
    scope: 'The resource group of the existing private DNS zones',
    within: (environment) => groupsOfZones(joining(workspace), environment),
    why: 'Private endpoints register their records there.',
    actions: ['Microsoft.Network/privateDnsZones/join/action'],
    reason: workspace.reason(['SEC-008'], 'private-dns'),
  });
}

/** With custom DNS servers, the zones are linked to the network of those servers. */
function followUps(_: DocumentedWorkspace, side: Environment): readonly FollowUp[] {
  const asksAzure = side.core.network.dnsServers.length === 0;
  if (!hasEndpoints(side) || !isLinkedElsewhere(side) || !asksAzure) return [];
  return [
    {
      key: 'zones',
      anchor,
      title: 'Existing private DNS zones',
      what: 'Ask the owners of the private DNS zones to link them to the network',
      ids: ['SEC-008'],
      accept: 'names resolve to private addresses',
    },
  ];
}
