import { ownValue } from '../../../src/bicep/own.ts';
import { addressSpacesText } from '../../kernel/address-spaces.ts';
import type { Attachment, Draw, Subnet } from '../../kernel/drawing.ts';
import type { DocumentedWorkspace, Environment } from '../../kernel/workspace.ts';
import { fixedNames, groupKey, idKey, isCatalogs, qualifiers } from './subnet-names.ts';
import { takesTable } from './routes.ts';
import { lastPart } from '../../azure/resource-ids.ts';
import { existingTableIn } from '../route-table/inputs.ts';
import { subnetsIn } from '../subnet/inputs.ts';
import { capital } from '../../../src/text/pascal.ts';

export const drawing: Draw = (side, workspace) => ({
  network: {
    id: 'network',
    title: side.core.network.encryption === true ? 'Encrypted virtual network' : 'Virtual network',
    name: side.names['virtualNetwork'] ?? '',
    range: addressSpacesText(side.core.network),
    subnets: subnetsOf(side, workspace),
  },
});

function subnetsOf(side: Environment, workspace: DocumentedWorkspace): readonly Subnet[] {
  const ranges = ownValue(workspace.valuesOf('subnetPrefixes'), side.environment) as
    | Readonly<Record<string, string>>
    | undefined;
  return Object.entries(ranges ?? {})
    .filter(([key, range]) => range !== '' && (key !== 'bastion' || workspace.isIn('bastion', side)))
    .map(([key, range]) => ({
      key,
      id: idOf(key),
      name: nameOf(key, side),
      range,
      attached: [...securityGroupOf(key, side), ...routeTableOf(key, side, workspace)],
    }));
}

function nameOf(key: string, { names }: Environment): string {
  return (isCatalogs(key) ? fixedNames[key] : undefined) ?? ownValue(names, idKey(key)) ?? key;
}

function securityGroupOf(key: string, { names }: Environment): readonly Attachment[] {
  const name = ownValue(names, groupKey(key));
  return name === undefined ? [] : [{ title: 'NSG', name, icon: 'shield' }];
}

function routeTableOf(key: string, side: Environment, workspace: DocumentedWorkspace): readonly Attachment[] {
  const own = subnetsIn(side).find((one) => one.key === key)?.routeTable ?? '';
  const shared = workspace.isIn('route-table', side) && takesTable(key);
  const existing = lastPart(existingTableIn(side)) || (side.names['routeTable'] ?? '');
  const name = own === '' ? (shared ? existing : '') : own;
  return name === '' ? [] : [{ title: 'Route table', name, icon: 'link' }];
}

function idOf(key: string): string {
  const word = isCatalogs(key) ? qualifiers[key] : key;
  return `subnet${capital(word)}`;
}
