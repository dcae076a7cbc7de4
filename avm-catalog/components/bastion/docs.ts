import operations from './readme.md.hbs';
import { enumerate } from '../../../src/text/enumerate.ts';
import { code, md } from '../../../src/text/markdown.ts';
import { hasZones } from '../../azure/regions.ts';
import type { ComponentDocs, Limitation, Note } from '../../kernel/docs.ts';
import { factOf, grouped, limited, namesOf } from '../../kernel/documents.ts';
import type { DocumentedWorkspace, Environment } from '../../kernel/workspace.ts';
import { bastionZones } from './zones.ts';
import { bastionInputs } from './inputs.ts';
import { virtualMachineInputs } from '../virtual-machine/inputs.ts';

export const bastionDocs: ComponentDocs = {
  operations,
  facts,
  proof: { order: 20, what: 'Administrators get in' },
  limitations: (workspace) => [
    ...limited(
      50,
      factOf(workspace, 'bastion', (side) => bastionInputs.of(side).sessionRecording),
      (where) =>
        md`Azure Bastion records sessions (${where}) only once it has somewhere to put them, which no deployment gives it. On a storage account that allows shared keys, create a container for recordings, without blob versioning and without an immutability policy. Add a CORS rule for the Bastion host, and enter the container’s SAS URL on the host’s page Session recordings: see [Configure Bastion session recording](https://learn.microsoft.com/azure/bastion/session-recording). The SAS URL expires; renew it before that. The native client does not work on a host that records.`,
    ),
    ...zonesOf(workspace),
  ],
};

function facts({ sides }: Note, workspace: DocumentedWorkspace): object {
  const inBrowser = sides.filter(
    (view) => bastionInputs.of(view).sku === 'Basic' || bastionInputs.of(view).sessionRecording,
  );
  return {
    nativeClient: inBrowser.length < sides.length,
    users: grouped(sides, (side) => virtualMachineInputs.of(side).administrator.username).map(([name, among]) => ({
      name,
      where: among.length < sides.length ? workspace.where(among) : '',
    })),
    browserOnly: enumerate(namesOf(inBrowser)),
    basic: inBrowser.some((side) => bastionInputs.of(side).sku === 'Basic'),
  };
}

/** Zones of Bastion are a preview; where it has none although the region has zones, that is said too. */
function zonesOf(workspace: DocumentedWorkspace): readonly Limitation[] {
  const inZones = (side: Environment): boolean => bastionZones(side).length > 0;
  const without = factOf(workspace, 'bastion', (side) => hasZones(side.core.location.region) && !inZones(side));
  const why = without?.sides.every((side) => bastionInputs.of(side).zones === 'none')
    ? md`${code('bastion.zones')} says so`
    : md`Azure isn’t known to offer that in the region`;
  return [
    ...limited(
      200,
      factOf(workspace, 'bastion', inZones),
      (where) =>
        md`Azure Bastion in ${where} is in three availability zones, which is a [preview](https://learn.microsoft.com/azure/reliability/reliability-bastion). Zones of an existing host can’t be changed: to go without, set ${code('bastion.zones=none')} before the first deployment.`,
    ),
    ...limited(
      210,
      without,
      (where) => md`Azure Bastion in ${where} is in no availability zone, although the region has zones: ${why}.`,
    ),
  ];
}
