import operations from './readme.md.hbs';
import { enumerate } from '../../../src/text/enumerate.ts';
import { code, inOne, md, type Markdown } from '../../../src/text/markdown.ts';
import { hasZones } from '../../azure/regions.ts';
import type { ComponentDocs, Limitation, Note } from '../../kernel/docs.ts';
import { factOf, limited, namesOf } from '../../kernel/documents.ts';
import type { DocumentedWorkspace, Environment } from '../../kernel/workspace.ts';
import { bastionZones } from './zones.ts';
import { bastionInputs } from './inputs.ts';
import { machinesIn } from '../virtual-machine/inputs.ts';

export const bastionDocs: ComponentDocs = {
  operations,
  facts,
  proof: { order: 20, what: 'Administrators can connect' },
  limitations: (workspace) => [
    ...limited(
      50,
      factOf(workspace, 'bastion', (side) => bastionInputs.of(side).sessionRecording),
      (where) =>
        md`Azure Bastion doesn’t record sessions in ${where} until you [configure session recording](https://learn.microsoft.com/azure/bastion/session-recording), which the deployment can’t do. On a storage account that allows shared keys, create a container without blob versioning and without an immutability policy. Add a CORS rule for the Bastion host. On the host’s page **Session recordings**, enter the container’s SAS URL, and renew it before it expires. The native client isn’t available while session recording is on.`,
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
    users: namesOfUsers(sides, workspace),
    browserOnly: enumerate(namesOf(inBrowser)),
    basic: inBrowser.some((side) => bastionInputs.of(side).sku === 'Basic'),
  };
}

/** User names of the local administrators of all VMs. */
const usersOf = (side: Environment): readonly string[] => machinesIn(side).map(({ is }) => is.administrator.username);

function namesOfUsers(sides: readonly Environment[], workspace: DocumentedWorkspace): Markdown {
  const names = [...new Set(sides.flatMap(usersOf))];
  const said = names.map((name) => {
    const among = sides.filter((side) => usersOf(side).includes(name));
    return among.length < sides.length ? md`${code(name)} in ${workspace.where(among)}` : code(name);
  });
  return names.length === 1 ? md`The user name is ${inOne(said)}` : md`The user names are ${inOne(said)}`;
}

/** Zones of Bastion are a preview. A host without zones in a region with zones is a limitation too. */
function zonesOf(workspace: DocumentedWorkspace): readonly Limitation[] {
  const inZones = (side: Environment): boolean => bastionZones(side).length > 0;
  const without = factOf(workspace, 'bastion', (side) => hasZones(side.core.location.region) && !inZones(side));
  const why = without?.sides.every((side) => bastionInputs.of(side).zones === 'none')
    ? md`${code('bastion.zones')} is ${code('none')}`
    : md`the region isn’t known to support it`;
  return [
    ...limited(
      200,
      factOf(workspace, 'bastion', inZones),
      (where) =>
        md`Azure Bastion in ${where} uses three availability zones, which is a [preview feature](https://learn.microsoft.com/azure/reliability/reliability-bastion). You can’t change the zones of an existing host. To avoid the preview, set ${code('bastion.zones=none')} before the first deployment.`,
    ),
    ...limited(
      210,
      without,
      (where) =>
        md`Azure Bastion in ${where} isn’t in an availability zone, although the region has zones, because ${why}.`,
    ),
  ];
}
